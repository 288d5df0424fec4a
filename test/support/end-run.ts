/** After the last test file: nothing is left behind. */
async function endRun(): Promise<void> {
  await globalThis.kretsenTestRun?.sweep();
}

// Jest takes what the module itself is.
module.exports = endRun;
