import { type Answer, show } from '../platform/web/answer';
import { timeInWords } from '../kernel/in-words';
import type { Instant } from '../kernel/instant';
import type { Asking } from '../platform/web/asking';
import { faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { StaffUser } from './domain/staff-user';
import { type FieldShape, fieldsOf, statusOf, type Shown, untouched } from './shown-form.pages';

const newPassword = (say: Say): FieldShape => ({
  type: 'password',
  autocomplete: 'new-password',
  spellcheck: 'false',
  hint: say('access.hint.newPassword'),
});

export function signInPage(next: string, say: Say, shown: Shown = untouched): Answer {
  const faults = faultModel(shown.faults, say);
  const field = fieldsOf(shown, faults, say);
  const email = field('email', { type: 'email', autocomplete: 'username', spellcheck: 'false' });
  const password = field('password', { type: 'password', autocomplete: 'current-password', spellcheck: 'false' });
  const page = { title: say('access.signIn.title'), errorSummary: faults.errorSummary, next, email, password };
  return show('access/sign-in', page, statusOf(shown));
}

/** Says when the next try is free; a minute is added since the clock on the wall shows none of the seconds. */
export function waitPage({ say, language, reference }: Asking, until: Instant, zone: string): Answer {
  const time = timeInWords(until.plusMinutes(1).timeIn(zone), language);
  const text = say('access.wait.text', { time });
  const page = { title: say('problem.429.title'), text, whatToDo: say('problem.429.whatToDo'), reference };
  return show('errors/problem', page, { status: 429 });
}

export function startPage(say: Say, shown: Shown = untouched): Answer {
  const faults = faultModel(shown.faults, say);
  const field = fieldsOf(shown, faults, say);
  const page = {
    title: say('access.start.title'),
    errorSummary: faults.errorSummary,
    secret: field('secret', { autocomplete: 'off', spellcheck: 'false', hint: say('access.hint.secret') }),
    organisationName: field('organisationName', { autocomplete: 'organization' }),
    staffName: field('staffName', { autocomplete: 'name', spellcheck: 'false' }),
    staffEmail: field('staffEmail', { type: 'email', autocomplete: 'username', spellcheck: 'false' }),
    password: field('password', newPassword(say)),
  };
  return show('access/start', page, statusOf(shown));
}

export function choosePasswordPage({ email, name }: StaffUser, say: Say, shown: Shown = untouched): Answer {
  const faults = faultModel(shown.faults, say);
  const password = fieldsOf(shown, faults, say)('password', newPassword(say));
  const lead = say('access.choosePassword.lead', { name, email });
  const page = { title: say('access.choosePassword.title'), errorSummary: faults.errorSummary, lead, email, password };
  return show('access/choose-password', page, statusOf(shown));
}

export function secretOverPage(say: Say): Answer {
  const page = {
    title: say('access.over.title'),
    text: say('access.over.text'),
    whatToDo: say('access.over.whatToDo'),
  };
  return show('errors/problem', page, { status: 404 });
}
