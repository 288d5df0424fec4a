// Extra for the eye: while a plan is made, how far it has come is fetched without loading the page again, so that the
// focus stays where it is. Without this script the browser loads the page again every few seconds.
const pause = 1000;

async function look() {
  const shown = document.getElementById('run-progress');
  // Without an answer the next look may have one.
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.getElementById('run-progress');
    if (!now || answer.redirected) return location.reload();
    if (now.innerHTML !== shown.innerHTML) shown.replaceChildren(...now.childNodes);
  }
  setTimeout(look, pause);
}

if (document.getElementById('run-progress')) setTimeout(look, pause);
