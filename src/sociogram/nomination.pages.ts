import { dayInWords } from '../kernel/in-words';
import type { CalendarDate } from '../kernel/calendar-date';
import type { PersonId } from '../kernel/identifiers';
import type { Person } from '../people/domain/person';
import { show, Shown } from '../platform/web/answer';
import { Fault, faultModel, FaultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { NominationState, NominationStep, waysOfTelling } from './domain/nomination';
import type { OnTheMap } from './nominations.service';
import type { Reader } from './reader.decorator';
import { inOrder, mapHref } from './sociogram.pages';

const shapes = {
  'on-the-map': 'open',
  'proposed-by-me': 'open',
  'may-be-asked': 'open',
  asked: 'open',
  'talked-with': 'open',
  yes: 'done',
  no: 'stopped',
  maybe: 'warning',
  'in-the-group': 'done',
  left: 'stopped',
} as const satisfies Record<NominationState, string>;

const stateTag = (state: NominationState, say: Say) => ({
  text: say(`nomination.state.${state}`),
  shape: shapes[state],
});

export const nominationsHref = ({ id }: Person): string => `/people/${id}/nominations`;

interface ListShown extends Reader {
  readonly serviceUser: Person;
  readonly everybody: readonly OnTheMap[];
}

/** Those with an important function first: it is among them the group is sought. */
export function nominationsPage({ serviceUser, everybody, say, language }: ListShown): Shown {
  const byFigure = new Map(everybody.map((one) => [one.placement.figureId, one]));
  const order = inOrder(
    [...byFigure.values()].map(({ placement }) => placement),
    language,
  );
  const items = order
    .toSorted((a, b) => Number(b.importantFunction) - Number(a.importantFunction))
    .map((placement) => ({
      text: placement.name,
      href: `${nominationsHref(serviceUser)}/${placement.figureId}`,
      hint: placement.importantFunction ? say('nomination.important') : '',
      status: stateTag(byFigure.get(placement.figureId)?.nomination.state ?? 'on-the-map', say),
    }));
  return show('sociogram/nominations', {
    title: say('nomination.list.title', { name: serviceUser.calledName }),
    lead: say('nomination.list.lead', { name: serviceUser.calledName }),
    home: mapHref(serviceUser),
    items,
    isEmpty: items.length === 0,
  });
}

interface StepShown extends Reader {
  readonly serviceUser: Person;
  readonly one: OnTheMap;
  readonly today: CalendarDate;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

/** What a group does by itself, and what has a page of its own, is not chosen here. */
const elsewhere: readonly NominationState[] = ['asked', 'in-the-group', 'left'];

export function stepPage({ serviceUser, one, today, typed, faults, say, language }: StepShown): Shown {
  const { placement, nomination } = one;
  const model = faultModel(faults, say);
  const names = { name: placement.name, serviceUser: serviceUser.calledName };
  const choices = nomination.next.filter((state) => !elsewhere.includes(state));
  const here = `${nominationsHref(serviceUser)}/${placement.figureId}`;
  return show(
    'sociogram/step',
    {
      title: placement.name,
      lead: say('nomination.step.lead', names),
      back: nominationsHref(serviceUser),
      status: stateTag(nomination.state, say),
      history: nomination.steps.map((step) => historyOf(step, names, { say, language })),
      askHref: nomination.next.includes('asked') ? `${here}/ask` : '',
      askText: say('nomination.ask.open', names),
      action: here,
      hasChoices: choices.length > 0,
      became: {
        id: 'became',
        name: 'became',
        legend: say('field.became'),
        error: model.at('became'),
        items: choices.map((state) => ({
          value: state,
          text: say(`nomination.became.${state}`, names),
          checked: typed.became === state,
        })),
      },
      ...howAndWhen(typed, model, { today, say }),
      errorSummary: model.errorSummary,
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

const historyOf = (step: NominationStep, names: Names, { say, language }: Reader): string =>
  say('nomination.history', {
    day: dayInWords(step.day, language),
    what: say(`nomination.became.${step.became}`, names),
    how: say(`nomination.how.${step.how}`),
  });

interface Names extends Readonly<Record<string, string>> {
  readonly name: string;
  readonly serviceUser: string;
}

const howAndWhen = (typed: Typed, model: FaultModel, { today, say }: { today: CalendarDate; say: Say }) => ({
  stepHow: {
    id: 'stepHow',
    name: 'stepHow',
    legend: say('field.stepHow'),
    error: model.at('stepHow'),
    items: waysOfTelling.map((how) => ({
      value: how,
      text: say(`nomination.how.${how}`),
      checked: typed.stepHow === how,
    })),
  },
  stepDay: {
    id: 'stepDay',
    name: 'stepDay',
    type: 'date',
    label: say('field.stepDay'),
    value: typed.stepDay ?? today.iso,
    error: model.at('stepDay'),
    width: '10',
  },
});

interface AskShown extends StepShown {
  /** Whom the figure may be. */
  readonly people: readonly Person[];
  readonly chosen: PersonId | null;
}

export function askPage({ serviceUser, one, people, chosen, today, typed, faults, say }: AskShown): Shown {
  const model = faultModel(faults, say);
  const { figureId, name } = one.placement;
  const here = `${nominationsHref(serviceUser)}/${figureId}`;
  const items = people.map((person) => ({
    value: person.id,
    text: personInWords(person),
    selected: person.id === chosen,
  }));
  return show(
    'sociogram/ask',
    {
      title: say('nomination.ask.title', { name }),
      back: here,
      action: `${here}/ask`,
      name,
      newLead: say('nomination.ask.newLead', { name }),
      figurePerson: {
        id: 'figurePerson',
        name: 'figurePerson',
        label: say('field.figurePerson'),
        hint: say('nomination.ask.hint'),
        error: model.at('figurePerson'),
        items: [{ value: '', text: say('nomination.ask.choose'), selected: chosen === null }, ...items],
      },
      ...howAndWhen(typed, model, { today, say }),
      errorSummary: model.errorSummary,
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

const personInWords = ({ fullName, workTitle, workplace }: Person): string =>
  [fullName, workTitle, workplace].filter((words) => words !== '').join(', ');
