import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { PersonId } from '../kernel/identifiers';
import { TimeOfDay } from '../kernel/time-of-day';
import { EmailAddress } from '../people/domain/email-address';
import type { PersonDetails } from '../people/domain/person';
import { People } from '../people/people.service';
import { Stamp } from '../people/stamp.service';
import { HoursNotes } from '../availability/hours-notes.service';
import type { Say } from '../platform/web/words';
import type { FigureId } from '../sociogram/domain/placement';
import { Nominations } from '../sociogram/nominations.service';
import { Sociograms } from '../sociogram/sociograms.service';
import { doctor, type Figure, map, network, olle } from './cast';

/** Who became who: the ids of the invented people, by their keys. */
export type Ids = ReadonlyMap<string, PersonId>;

export function idOf(ids: Ids, key: string): PersonId {
  const id = ids.get(key);
  if (!id) throw new DomainError('notFound');
  return id;
}

/** What is drawn and decided with the service user. */
@Injectable()
export class MapAndNominations {
  constructor(
    readonly sociograms: Sociograms,
    readonly nominations: Nominations,
  ) {}
}

/** Adds the invented people, draws Olle's map with him, and writes down whom he asks. */
@Injectable()
export class OllesCircle {
  constructor(
    private readonly people: People,
    private readonly times: HoursNotes,
    private readonly olles: MapAndNominations,
    private readonly stamp: Stamp,
  ) {}

  async addPeople(viewer: Viewer, say: Say): Promise<Ids> {
    const ids = new Map<string, PersonId>();
    for (const figure of [olle, doctor, ...network]) {
      const { id } = await this.people.add(viewer, figure.kind, detailsOf(figure, viewer, say));
      await this.noteHours(viewer, id, figure);
      ids.set(figure.key, id);
    }
    return ids;
  }

  /** Everybody on the map, and who has a good and important function. */
  async drawMap(viewer: Viewer, ids: Ids, say: Say): Promise<ReadonlyMap<string, FigureId>> {
    const serviceUser = idOf(ids, 'olle');
    const figures = new Map<string, FigureId>();
    for (const { key, name, sector, ring, tie } of map) {
      const meaning = say(`practice.cast.${key}.meaning`);
      figures.set(key, await this.olles.sociograms.place(viewer, serviceUser, { name, sector, ring, tie, meaning }));
    }
    const asked = asking.flatMap(({ key }) => figures.get(key) ?? []);
    await this.olles.sociograms.markImportant(viewer, serviceUser, new Set(asked));
    return figures;
  }

  /** Olle decides who may be asked; then each is asked, talked with, and says yes. */
  async nominate(viewer: Viewer, ids: Ids, figures: ReadonlyMap<string, FigureId>): Promise<void> {
    const serviceUser = idOf(ids, 'olle');
    const day = this.stamp.today();
    for (const { key } of asking) {
      const figure = figures.get(key);
      if (!figure) continue;
      const step = (became: 'may-be-asked' | 'talked-with' | 'yes') =>
        this.olles.nominations.step(viewer, serviceUser, figure, { became, how: 'at-meeting', day });
      await step('may-be-asked');
      const asked = { personId: idOf(ids, key), how: 'by-phone', day } as const;
      await this.olles.nominations.ask(viewer, serviceUser, figure, asked);
      await step('talked-with');
      await step('yes');
    }
  }

  private async noteHours(viewer: Viewer, id: PersonId, { hours }: Figure): Promise<void> {
    if (!hours) return;
    const [opens, closes] = [TimeOfDay.of(hours.opens), TimeOfDay.of(hours.closes)];
    await this.times.setHours(
      viewer,
      id,
      hours.weekdays.map((weekday) => ({ weekday, opens, closes })),
    );
  }
}

const asking = map.filter(({ isAsked }) => isAsked);

function detailsOf(figure: Figure, { language }: Viewer, say: Say): PersonDetails {
  const { key, calledName, fullName, kind, route, email, postalAddress, phone, workplace } = figure;
  return {
    calledName,
    fullName,
    workTitle: kind === 'professional' ? say(`practice.cast.${key}.workTitle`) : '',
    workplace: workplace ?? '',
    language,
    route,
    email: email === undefined ? null : EmailAddress.of(email),
    postalAddress: postalAddress ?? null,
    phone: phone ?? null,
    protectedIdentity: false,
  };
}
