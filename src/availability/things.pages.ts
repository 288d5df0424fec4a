import type { Role } from '../access/domain/viewer';
import { type Language, timeInWords } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { type Asked, choiceField, textField, ticksField } from '../platform/web/controls';
import { type Fault, faultModel, type Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { type Thing, thingKinds } from './domain/thing';

interface ThingsShown {
  readonly say: Say;
  readonly language: Language;
  readonly role: Role;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

export function thingsPage(things: readonly Thing[], shown: ThingsShown): Shown {
  const { say, role, faults } = shown;
  const { errorSummary, at: faultAt } = faultModel(faults, say);
  const typed = { thingKind: 'room', ...shown.typed };
  const asked: Asked = { say, typed, faultAt };
  const hinted: Asked = { ...asked, hints: 'things.hint' };
  const kinds = thingKinds.map((value) => ({ value, text: say(`things.kind.${value}`) }));
  const model = {
    title: say('things.title'),
    backHref: role === 'administrator' ? '/organisation' : '/groups',
    errorSummary,
    things: things.map((thing) => rowOf(thing, shown)),
    fields: {
      thingKind: choiceField(asked, 'thingKind', kinds),
      thingName: textField(hinted, 'thingName'),
      thingPlace: textField(hinted, 'thingPlace'),
      thingIsPublic: ticksField(hinted, 'thingIsPublic', [{ value: 'yes', text: say('things.public.yes') }]),
      thingOpens: textField(asked, 'thingOpens', { type: 'time', width: '5' }),
      thingCloses: textField(asked, 'thingCloses', { type: 'time', width: '5' }),
    },
  };
  return show('availability/things', model, { status: faults.length > 0 ? 422 : 200 });
}

function rowOf({ id, kind, name, place, hours }: Thing, { say, language }: ThingsShown) {
  const when = hours && {
    opens: timeInWords(hours.opens, language),
    closes: timeInWords(hours.closes, language),
  };
  const parts = [say(`things.kind.${kind}`), place, when ? say('things.hours', when) : ''];
  return {
    name,
    text: parts.filter((words) => words !== '').join(', '),
    action: `/organisation/things/${id}/retire`,
  };
}
