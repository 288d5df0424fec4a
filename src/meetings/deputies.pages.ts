import type { ResourceGroup } from '../groups/domain/resource-group';
import { spanInWords } from '../kernel/in-words';
import type { Person } from '../people/domain/person';
import { show, type Shown } from '../platform/web/answer';
import { type Asked, choiceField, dayField, type Option, selectField, unchosen } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import { waysOfTelling } from '../sociogram/domain/nomination';
import type { DeputyChoices, NamedDeputy } from './deputy-reading.service';
import type { Meeting } from './domain/meeting';
import type { Speech } from './meetings.pages';

interface DeputyShown extends DeputyChoices {
  readonly group: ResourceGroup;
  readonly meeting: Meeting;
  /** Who stands in already. */
  readonly now: readonly NamedDeputy[];
}

type Speaking = Speech & { readonly typed: Typed; readonly faults: readonly Fault[] };

export function deputyPage(shown: DeputyShown, { say, language, typed, faults }: Speaking): Shown {
  const { group, meeting, now, replaceable, staff } = shown;
  const { errorSummary, at: faultAt } = faultModel(faults, say);
  const asked: Asked = { say, typed, faultAt };
  const ways = waysOfTelling.map((way) => ({ value: way, text: say(`groups.way.${way}`) }));
  const model = {
    title: say('deputies.title', { number: meeting.number }),
    caption: group.name,
    back: { text: say('meetings.cancel.back'), href: `/meetings/${meeting.id}` },
    lead: say('deputies.lead', { span: spanInWords(meeting.span, language) }),
    action: `/meetings/${meeting.id}/deputy`,
    errorSummary,
    now: now.map(({ forPersonId, forName, name }) => ({
      text: say('deputies.now', { name, instead: forName }),
      action: `/meetings/${meeting.id}/deputy/${forPersonId}/withdraw`,
    })),
    fields: {
      deputyFor: choiceField(asked, 'deputyFor', replaceable.map(option)),
      deputy: selectField(asked, 'deputy', [unchosen(say), ...staff.map(option)]),
      approvedOn: dayField(asked, 'approvedOn'),
      approvedHow: choiceField(asked, 'approvedHow', ways),
    },
  };
  return show('meetings/deputy', model, { status: faults.length > 0 ? 422 : 200 });
}

const option = ({ id, fullName }: Person): Option => ({ value: id, text: fullName });
