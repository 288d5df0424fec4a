import { otherNamesOf } from '../domain/calendar-zones';
import { type Component, ICAL, type Property, type Time, wallOf } from './library';
import { ZoneClock } from './zone-clock';

/** The moment, in milliseconds since 1970, at which a clock on some wall shows this time. */
export type WallClock = (time: Time) => number;

/** A calendar speaks of a zone that neither it nor the world explains. */
export class UnknownZone extends Error {
  constructor(readonly zone: string) {
    super('unknown zone');
  }
}

/** The clocks that one calendar's times are told by. */
export class Clocks {
  private readonly known = new Map<string, WallClock>();
  private readonly declared = new Map<string, Component>();

  /** Days, and times that tell no zone, are of the clock at home. */
  constructor(readonly home: string) {}

  declare(zone: Component): void {
    const name = zone.getFirstPropertyValue('tzid');
    if (typeof name === 'string') this.declared.set(name, zone);
  }

  momentOf(property: Property, time: Time): number {
    return this.of(property, time)(time);
  }

  of(property: Property, time: Time): WallClock {
    if (time.zone.tzid === 'UTC') return this.named('UTC');
    const name = property.getFirstParameter('tzid');
    return this.named(typeof name === 'string' && !time.isDate ? name : this.home);
  }

  /** What the world means by a name comes first: zones that programs write into files often stop at a year. */
  private named(name: string): WallClock {
    const known = this.known.get(name);
    if (known) return known;
    const declared = this.declared.get(name);
    const found =
      clockIn(name) ?? (declared && declaredClock(name, declared)) ?? otherNamesOf(name).map(clockIn).find(Boolean);
    if (!found) throw new UnknownZone(name);
    this.known.set(name, found);
    return found;
  }
}

function clockIn(name: string): WallClock | undefined {
  const zone = ZoneClock.of(name);
  return zone && ((time) => zone.momentOf(wallOf(time)));
}

function declaredClock(tzid: string, component: Component): WallClock {
  const zone = new ICAL.Timezone({ component, tzid });
  return (time) => wallOf(time) - zone.utcOffset(time) * 1000;
}
