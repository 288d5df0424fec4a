import { type Answer, show } from '../platform/web/answer';
import { faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import type { Handed } from './coordinator-access.service';
import type { Unit } from './domain/organisation';
import type { StaffUser } from './domain/staff-user';
import { fieldsOf, statusOf, type Shown, untouched } from './shown-form.pages';
import type { Overview } from './organisation-overview.service';

export function organisationPage(overview: Overview, say: Say, shown: Shown = untouched): Answer {
  const { organisation, units, coordinators } = overview;
  const faults = faultModel(shown.faults, say);
  const page = {
    title: organisation,
    errorSummary: faults.errorSummary,
    units: units.map(({ id, name }) => ({ text: name, href: `/organisation/units/${id}` })),
    unitName: fieldsOf(shown, faults, say)('unitName', { autocomplete: 'off' }),
    hasUnits: units.length > 0,
    coordinators: coordinators.length === 0 ? undefined : coordinatorTable(overview, say),
  };
  return show('access/organisation', page, statusOf(shown));
}

function coordinatorTable({ units, coordinators }: Overview, say: Say): object {
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const head = ['staffName', 'staffUnit', 'staffPhone', 'status'].map((name) => ({
    text: say(`access.label.${name}`),
  }));
  const rows = coordinators.map((user) => ({
    cells: [
      { text: user.name, href: `/organisation/coordinators/${user.id}` },
      { text: (user.unitId && nameOf.get(user.unitId)) ?? '' },
      { text: user.workPhone },
      { tag: wayIn(user, say) },
    ],
  }));
  return { caption: say('access.organisation.coordinators'), captionHidden: true, head, rows };
}

/** Whether the coordinator has a way in: has one, has not chosen a password yet, or was stopped. */
function wayIn(user: StaffUser, say: Say): { text: string; shape: 'done' | 'open' | 'stopped' } {
  if (!user.active) return { text: say('access.status.stopped'), shape: 'stopped' };
  if (user.passwordHash === null) return { text: say('access.status.waiting'), shape: 'open' };
  return { text: say('access.status.active'), shape: 'done' };
}

export function unitPage({ id, name }: Unit, say: Say, shown: Shown = untouched): Answer {
  const faults = faultModel(shown.faults, say);
  const asked = shown.faults.length === 0 ? { ...shown, typed: { unitName: name } } : shown;
  const unitName = fieldsOf(asked, faults, say)('unitName', { autocomplete: 'off' });
  const page = {
    title: say('access.unit.title', { name }),
    errorSummary: faults.errorSummary,
    action: `/organisation/units/${id}`,
    unitName,
  };
  return show('access/unit', page, statusOf(shown));
}

export function newCoordinatorPage(units: readonly Unit[], say: Say, shown: Shown = untouched): Answer {
  const faults = faultModel(shown.faults, say);
  const field = fieldsOf(shown, faults, say);
  const chosen = shown.typed.staffUnit ?? (units.length === 1 ? units[0]?.id : '');
  const items = units.map(({ id, name }) => ({ value: id, text: name, selected: id === chosen }));
  const none = { value: '', text: say('access.choose'), selected: chosen === '' };
  const page = {
    title: say('access.newCoordinator.title'),
    errorSummary: faults.errorSummary,
    staffName: field('staffName', { autocomplete: 'off', spellcheck: 'false' }),
    staffEmail: field('staffEmail', { type: 'email', autocomplete: 'off', spellcheck: 'false' }),
    staffPhone: field('staffPhone', {
      type: 'tel',
      autocomplete: 'off',
      width: '20',
      hint: say('access.hint.staffPhone'),
    }),
    staffUnit: { ...field('staffUnit'), items: [none, ...items] },
  };
  return show('access/new-coordinator', page, statusOf(shown));
}

export function coordinatorPage(user: StaffUser, unit: string, say: Say): Answer {
  const { text: status } = wayIn(user, say);
  const facts = { staffUnit: unit, staffEmail: user.email, staffPhone: user.workPhone, status };
  const rows = Object.entries(facts).map(([name, value]) => ({ key: say(`access.label.${name}`), value }));
  const address = `/organisation/coordinators/${user.id}`;
  return show('access/coordinator', { title: user.name, rows, address, isActive: user.active });
}

/** The only time the address is shown. */
export function handedPage({ coordinator, secret }: Handed, site: string, say: Say): Answer {
  const { id, name } = coordinator;
  const text = { title: say('access.handed.title', { name }), lead: say('access.handed.lead', { name }) };
  const address = `${site}/choose-password/${secret}`;
  return show('access/handed', { ...text, address, next: `/organisation/coordinators/${id}` });
}
