import { show, type Shown } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { type FormingStep, formingSteps } from './domain/forming';
import { sizeFindings } from './domain/size';
import type { Overview } from './group-overview.service';
import { callStatus, nameOf } from './member-words';

function stepStates({ group, profile, standings }: Overview) {
  const isPermitted = group.present.every(({ personId }) => standings.get(personId)?.takePart === true);
  const isUnusual = findingsIn({ group, profile }).length > 0;
  return formingSteps({ group, isPermitted, isUnusual });
}

/** Before anybody is chosen every group is small; that is nothing to point out. */
const findingsIn = ({ group, profile }: Pick<Overview, 'group' | 'profile'>) =>
  group.inPart('network') === null ? [] : sizeFindings(group, profile);

const hrefOf = (step: FormingStep, { group }: Overview): string | null => {
  if (step === 'serviceUser') return null;
  return step === 'size' ? `/groups/${group.id}/size` : `/groups/${group.id}/new/${step}`;
};

/** The row of questions above each of them. */
export const stepsModel = (overview: Overview, say: Say, current: FormingStep) => ({
  label: say('groups.steps.label'),
  items: stepStates(overview).map(({ step, isDone }) => ({
    text: say(`groups.step.${step}`),
    href: hrefOf(step, overview),
    state: step === current ? 'current' : isDone ? 'done' : 'later',
  })),
});

/** Where a draft stands; here it is taken up again. */
export function formingPage(overview: Overview, say: Say, faults: readonly Fault[]): Shown {
  const { group } = overview;
  const steps = stepStates(overview).filter(({ step }) => step !== 'serviceUser');
  return show(
    'groups/forming',
    {
      title: group.name,
      serviceUser: say('groups.forming.for', { name: nameOf(overview, group.serviceUserId, say) }),
      toDo: {
        items: steps.map(({ step, isDone }) => ({
          text: say(`groups.step.${step}`),
          href: hrefOf(step, overview),
          status: isDone
            ? { text: say('groups.step.isDone'), shape: 'done' }
            : { text: say('groups.step.isLeft'), shape: 'open' },
        })),
      },
      findings: findingsIn(overview).map(({ rule, values }) => say(`groups.finding.${rule}`, values)),
      action: `/groups/${group.id}/new/finish`,
      errorSummary: faultModel(faults, say).errorSummary,
    },
    { status: faults.length > 0 ? 422 : 200 },
  );
}

/** Everybody in the draft, and what each has said yes to. */
export function permissionsPage(overview: Overview, say: Say): Shown {
  const { group } = overview;
  const home = `/groups/${group.id}`;
  return show('groups/permissions', {
    title: say('groups.permissions.title'),
    back: `${home}/new`,
    steps: stepsModel(overview, say, 'permissions'),
    people: {
      id: 'people',
      items: group.present.map((member) => ({
        text: nameOf(overview, member.personId, say),
        hint: say(`groups.part.${member.part}`),
        href: `${home}/members/${member.personId}/permission`,
        status: callStatus(overview, member, say),
      })),
    },
    next: `${home}/new`,
  });
}
