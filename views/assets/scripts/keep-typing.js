// Extra for a poor connection: what is typed in a form marked `data-keep` stays in this tab until it has been saved.
// Without this script the form works all the same. Nothing is kept once the tab is closed.
for (const form of document.querySelectorAll('form[data-keep]')) {
  const key = `kept:${form.dataset.keep}`;
  const fields = [...form.elements].filter((field) => field.name && field.type !== 'hidden');
  const status = form.querySelector('[data-keep-status]');

  const say = (what) => {
    if (status) status.textContent = status.dataset[what] ?? '';
  };
  const typed = () => fields.map((field) => (field.type === 'checkbox' ? field.checked : field.value));
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  const asLoaded = JSON.stringify(typed());

  if (kept && JSON.stringify(kept) !== asLoaded && kept.length === fields.length) {
    fields.forEach((field, place) => {
      if (field.type === 'checkbox') field.checked = kept[place];
      else field.value = kept[place];
    });
    say('restored');
  }

  form.addEventListener('input', () => sessionStorage.setItem(key, JSON.stringify(typed())));

  form.addEventListener('submit', async (event) => {
    if (navigator.onLine === false) {
      event.preventDefault();
      say('offline');
      return;
    }
    const button = event.submitter;
    if (form.dataset.sending) return;
    event.preventDefault();
    say('saving');
    const body = new URLSearchParams(new FormData(form, button));
    const answer = await fetch(button?.formAction || form.action, { method: 'POST', body }).catch(() => null);
    if (answer === null || answer.status >= 500) return say('offline');
    if (answer.redirected) {
      sessionStorage.removeItem(key);
      location.assign(answer.url);
      return;
    }
    // A fault in what was typed: the browser's own way shows it.
    form.dataset.sending = 'yes';
    form.requestSubmit(button);
  });

  window.addEventListener('online', () => say('online'));
}
