import type { Viewer } from '../access/domain/viewer';
import type { Person } from '../people/domain/person';
import type { Shown } from '../platform/web/answer';
import type { Fault } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { waysOfTelling } from '../sociogram/domain/nomination';
import { type Asked, choiceField, dayField, selectField, textArea } from './controls';
import type { Candidate } from './domain/candidate';
import { stepsModel } from './forming-overview.pages';
import type { Overview } from './group-overview.service';
import { nameOf } from './member-words';
import { type Control, questionPage, type Typed } from './question.page';

export interface FormingShown {
  readonly overview: Overview;
  readonly say: Say;
  /** Absent when the page shows what is known so far. */
  readonly typed?: Typed;
  readonly faults: readonly Fault[];
}

interface CoreShown extends FormingShown {
  readonly viewer: Viewer;
  readonly professionals: readonly Person[];
}

interface ChosenShown extends FormingShown {
  readonly candidates: readonly Candidate[];
}

const approvalControls = (asked: Asked): readonly Control[] => [dayField(asked, 'approvedOn'), wayField(asked)];

export const wayField = (asked: Asked): Control =>
  choiceField(
    asked,
    'approvedHow',
    waysOfTelling.map((way) => ({ value: way, text: asked.say(`groups.way.${way}`) })),
  );

export function corePage({ overview, say, viewer, professionals, typed, faults }: CoreShown): Shown {
  const shown = typed ?? knownCore(overview, professionals, viewer);
  const options = professionals.map((person) => ({ value: person.id, text: withWork(person) }));
  return questionPage({
    ...stepOf('core', overview, say),
    faults,
    controls: (faultAt) => {
      const asked = { say, typed: shown, faultAt };
      return [
        selectField(asked, 'coordinatorPersonId', options),
        selectField(asked, 'doctorId', options),
        ...approvalControls(asked),
      ];
    },
  });
}

/** The one who makes the group is proposed as its coordinator. */
function knownCore({ group }: Overview, professionals: readonly Person[], { userId }: Viewer): Typed {
  const own = professionals.find((person) => person.userId === userId);
  const coordinator = group.inPart('coordinator');
  return {
    coordinatorPersonId: coordinator?.personId ?? own?.id ?? '',
    doctorId: group.inPart('doctor')?.personId ?? '',
    approvedOn: coordinator?.approvedOn?.iso ?? '',
    approvedHow: coordinator?.approvedHow ?? '',
  };
}

export function chosenPage({ overview, say, candidates, faults }: ChosenShown): Shown {
  const ready = candidates.filter(({ lack }) => lack === null);
  const lacking = candidates.filter(({ lack }) => lack !== null);
  return questionPage({
    ...stepOf('chosen', overview, say),
    link: { text: say('groups.chosen.map'), href: `/people/${overview.group.serviceUserId}/nominations` },
    faults,
    controls: (faultAt) => [
      ...(ready.length > 0 ? [readyControl(ready, overview, { say, error: faultAt('chosen') })] : []),
      ...lacking.map(({ name, lack }) => ({
        part: 'inset' as const,
        text: say(`groups.lack.${String(lack)}`, { name }),
      })),
      ...(candidates.length === 0 ? [{ part: 'inset' as const, text: say('groups.chosen.nobody') }] : []),
    ],
  });
}

const readyControl = (
  ready: readonly Candidate[],
  { group, profile }: Overview,
  { say, error }: { say: Say; error: string | undefined },
): Control => ({
  part: 'ticks',
  id: 'chosen',
  name: 'chosen',
  legend: say('field.chosen'),
  hint: say('groups.hint.chosen', { min: profile.chosen.min, max: profile.chosen.max }),
  error,
  items: ready.map(({ personId, name }) => ({
    value: personId,
    text: name,
    checked: group.memberOf(personId) !== null,
  })),
});

export function functionsPage({ overview, say, typed, faults }: FormingShown): Shown {
  const network = overview.group.present.filter((member) => member.part === 'network');
  return questionPage({
    ...stepOf('functions', overview, say),
    faults,
    controls: (faultAt) =>
      network.map((member) => {
        const name = `function-${member.personId}`;
        const person = nameOf(overview, member.personId, say);
        const known = typed ?? { [name]: member.functionInGroup };
        const label = say('groups.functionOf', { name: person });
        // A fault is told under the field's own name, since all these fields share one sentence.
        return textArea({ say, typed: known, faultAt }, 'functionInGroup', {
          ...{ id: name, name, label, hint: '', rows: '2' },
          ...{ value: typedText(known, name), error: faultAt(name) },
        });
      }),
  });
}

const typedText = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
};

function stepOf(step: 'core' | 'chosen' | 'functions', overview: Overview, say: Say) {
  const home = `/groups/${overview.group.id}/new`;
  return {
    say,
    title: say(`groups.${step}.title`),
    lead: say(`groups.${step}.lead`),
    action: `${home}/${step}`,
    back: home,
    button: say('groups.continue'),
    steps: stepsModel(overview, say, step),
  };
}

const withWork = ({ fullName, workTitle }: Person): string =>
  workTitle === '' ? fullName : `${fullName}, ${workTitle}`;
