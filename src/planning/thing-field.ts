import type { Thing } from '../availability/domain/thing';
import { type Asked, type Control, selectField } from '../platform/web/controls';

/** One of the organisation's rooms and links, or none of them. */
export function thingField({ say, typed, faultAt }: Asked, things: readonly Thing[]): Control {
  const none = { value: '', text: say('things.field.none') };
  const options = things.map(({ id, name, kind }) => ({ value: id, text: `${name} (${say(`things.kind.${kind}`)})` }));
  return { ...selectField({ say, typed, faultAt }, 'thing', [none, ...options]), hint: say('things.field.hint') };
}
