import type { Viewer } from '../access/domain/viewer';
import type { Person } from '../people/domain/person';
import type { Shown } from '../platform/web/answer';
import {
  type Asked,
  choiceField,
  type Control,
  dayField,
  selectField,
  textArea,
  unchosen,
  wordTyped,
} from '../platform/web/controls';
import type { Fault, Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { waysOfTelling } from '../sociogram/domain/nomination';
import type { Candidate } from './domain/candidate';
import type { Member } from './domain/member';
import { stepsModel } from './forming-overview.pages';
import type { Overview } from './group-overview.service';
import { nameOf } from './member-words';
import { questionPage } from './question.page';

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

export const approvalControls = (asked: Asked): readonly Control[] => [dayField(asked, 'approvedOn'), wayField(asked)];

const wayField = (asked: Asked): Control =>
  choiceField(
    asked,
    'approvedHow',
    waysOfTelling.map((way) => ({ value: way, text: asked.say(`groups.way.${way}`) })),
  );

export function corePage({ overview, say, viewer, professionals, typed, faults }: CoreShown): Shown {
  const people = professionals.map((person) => ({ value: person.id, text: withWork(person) }));
  const options = [unchosen(say), ...people];
  return questionPage({
    ...stepOf('core', overview, say),
    typed: typed ?? knownCore(overview, professionals, viewer),
    faults,
    controls: (asked) => [
      selectField(asked, 'coordinatorPersonId', options),
      selectField(asked, 'doctorId', options),
      ...approvalControls(asked),
    ],
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
    typed: {},
    faults,
    controls: ({ faultAt }) => [
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
  const nameFor = ({ personId }: Member): string => `function-${personId}`;
  return questionPage({
    ...stepOf('functions', overview, say),
    typed: typed ?? Object.fromEntries(network.map((member) => [nameFor(member), member.functionInGroup])),
    faults,
    controls: (asked) =>
      network.map((member) => {
        const name = nameFor(member);
        const label = say('groups.functionOf', { name: nameOf(overview, member.personId, say) });
        // A fault is told under the field's own name, since all these fields share one sentence.
        return textArea(asked, 'functionInGroup', {
          ...{ id: name, name, label, hint: '', rows: '2' },
          ...{ value: wordTyped(asked.typed, name), error: asked.faultAt(name) },
        });
      }),
  });
}

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
