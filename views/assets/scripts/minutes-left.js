// Extra: counts the minutes on the large page down while it stays open. The server has said them once already.
// A quarter of a minute is often enough to be right, and too seldom to hurry anybody.
const firstSeen = new WeakMap();

const tell = (count, one, other) => (count === 1 ? one : other).replace('{count}', String(count));

function inWords(minutes, { leftOne, leftOther, overOne, overOther, now }) {
  if (minutes > 0) return tell(minutes, leftOne, leftOther);
  return minutes === 0 ? now : tell(-minutes, overOne, overOther);
}

function tick() {
  for (const clock of document.querySelectorAll('[data-minutes-left]')) {
    if (!firstSeen.has(clock)) firstSeen.set(clock, Date.now());
    const passed = Math.floor((Date.now() - firstSeen.get(clock)) / 60_000);
    const words = clock.querySelector('[data-minutes-words]');
    const said = inWords(Number(clock.dataset.minutesLeft) - passed, clock.dataset);
    if (words.textContent !== said) words.textContent = said;
  }
}

tick();
setInterval(tick, 15_000);
