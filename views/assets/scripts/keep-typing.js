// Extra for a poor connection: what is typed in a form marked `data-keep` stays in this tab until it has been saved,
// whether the network goes away, the page is loaded again or the session ends. Without this script the form works all
// the same. Nothing is kept once the tab is closed.

// The form's own number is kept too: a text that came through although no answer did is then not written twice.
const keptFieldsOf = (form) =>
  [...form.elements].filter(
    (field) => field.name && field.type !== 'submit' && (field.type !== 'hidden' || 'keepToo' in field.dataset),
  );

const isTicked = (field) => field.type === 'checkbox' || field.type === 'radio';
const typedIn = (fields) => fields.map((field) => [field.name, isTicked(field) ? field.checked : field.value]);

// The store may be full or forbidden; the form itself still holds what was typed.
const stored = (work) => {
  try {
    return work(sessionStorage);
  } catch {
    return null;
  }
};

function fillIn(fields, kept) {
  fields.forEach((field, place) => {
    const [, value] = kept[place];
    if (isTicked(field)) field.checked = value;
    else field.value = value;
    if (!isTicked(field) && value !== '') field.closest('details')?.setAttribute('open', '');
  });
}

function keepTyping(form) {
  const key = `kept:${form.dataset.keep}`;
  const fields = keptFieldsOf(form);
  const status = form.querySelector('[data-keep-status]');

  const say = (what) => {
    if (status) status.textContent = status.dataset[what] ?? '';
  };
  const keep = () => stored((store) => store.setItem(key, JSON.stringify(typedIn(fields))));
  const forget = () => stored((store) => store.removeItem(key));

  const kept = stored((store) => JSON.parse(store.getItem(key)));
  const isSameForm = kept?.length === fields.length && fields.every(({ name }, place) => name === kept[place][0]);
  // A page that tells of faults shows what was typed already.
  const tellsFaults = document.querySelector('.govuk-error-summary') !== null;
  if (isSameForm && !tellsFaults && JSON.stringify(kept) !== JSON.stringify(typedIn(fields))) {
    fillIn(fields, kept);
    say('restored');
  }

  form.addEventListener('input', keep);
  window.addEventListener('online', () => say('online'));
  window.addEventListener('offline', () => say('offline'));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (form.dataset.sending) return;
    form.dataset.sending = 'yes';
    keep();
    const sent = JSON.stringify(typedIn(fields));
    say('saving');
    const answer = await send(form, event.submitter);
    delete form.dataset.sending;
    if (answer === null || answer.status >= 500) return say('offline');
    // Whoever has been signed out signs in and comes back here, and finds the text.
    if (isSignedOut(answer)) return location.reload();
    if (!answer.redirected) return show(await answer.text());
    // More was typed while the answer was on its way: it stays here, and is saved when the button is pressed again.
    if (JSON.stringify(typedIn(fields)) !== sent) return say('restored');
    forget();
    location.assign(answer.url);
  });
}

// Staff sign in; whoever has a link of their own gives its code once more.
const isDoor = (path) => path.startsWith('/sign-in') || /^\/m\/[^/]+\/code$/.test(path);

const isSignedOut = ({ status, redirected, url }) =>
  status === 401 || status === 403 || (redirected && isDoor(new URL(url).pathname));

const send = (form, button) =>
  fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, button)) }).catch(() => null);

// An answer that is a page tells what has to be put right, as it would without this script.
function show(text) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  document.title = page.title;
  document.querySelector('main').replaceWith(page.querySelector('main'));
  document.querySelector('main').focus();
  scrollTo(0, 0);
  keepAll();
}

const keepAll = () => document.querySelectorAll('form[data-keep]').forEach(keepTyping);

keepAll();
