import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AgendaReleases } from '../agendas/agenda-releases.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import { Profiles } from '../groups/profiles.service';
import { Stamp } from '../people/stamp.service';
import { countsOf, type WayBy } from '../invitations/domain/call-list';
import { OwnPageKeys } from '../invitations/own-page-keys.service';
import { PersonalLinks } from '../invitations/personal-links.service';
import { Sending } from '../invitations/sending.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { SwedishCalendar } from '../availability/domain/swedish-calendar';
import type { YearPlan } from '../planning/domain/year-plan';
import { YearBooking } from '../planning/year-booking.service';
import { YearPlans } from '../planning/year-plans.service';
import type { Say } from '../platform/web/words';
import { home } from './cast';
import { firstDay } from './first-day';
import { ollesWishes } from './wishes';

/** From wishes to booked meetings. */
@Injectable()
export class YearDesk {
  constructor(
    readonly plans: YearPlans,
    readonly booking: YearBooking,
    readonly profiles: Profiles,
    readonly stamp: Stamp,
  ) {}
}

/** Olle's own way in: the link comes to him by mail, and the code another way. */
export interface OwnWayIn {
  readonly address: string;
  readonly code: string;
}

/** Finds and makes what opens Olle's own page. */
@Injectable()
export class OwnPageDoor {
  constructor(
    private readonly groups: Groups,
    private readonly keys: OwnPageKeys,
    private readonly links: PersonalLinks,
  ) {}

  async open(viewer: Viewer, groupId: GroupId): Promise<OwnWayIn> {
    const { serviceUserId } = await this.groups.get(viewer, groupId);
    const { code, holder } = await this.keys.makeCode(viewer, groupId, serviceUserId);
    if (!holder.link) throw new DomainError('nothingToOpenYet');
    return { code, address: this.links.addressOf(holder.link) };
  }
}

/** Plans Olle's year, books it, and calls everybody. */
@Injectable()
export class OllesYear {
  private readonly calendar = new SwedishCalendar();

  constructor(
    private readonly desk: YearDesk,
    private readonly agendas: AgendaReleases,
    private readonly sending: Sending,
    private readonly ownPage: OwnPageDoor,
  ) {}

  async propose(viewer: Viewer, { id, profile }: ResourceGroup, say: Say): Promise<YearPlan> {
    const start = firstDay(this.desk.stamp.today(), this.calendar);
    const place = say('practice.place', { address: home.replace('\n', ', ') });
    return this.desk.plans.wish(viewer, id, ollesWishes(start, place, this.desk.profiles.get(profile)));
  }

  book(viewer: Viewer, groupId: GroupId): Promise<void> {
    return this.desk.booking.book(viewer, groupId);
  }

  async releaseAgendas(viewer: Viewer, groupId: GroupId): Promise<number> {
    return (await this.agendas.releaseAll(viewer, groupId)).length;
  }

  /** Calls everybody; tells how many are reached in each way. */
  async send(viewer: Viewer, groupId: GroupId): Promise<Readonly<Record<WayBy, number>>> {
    const { lines } = await this.sending.prepare(viewer, groupId);
    await this.sending.send(viewer, groupId);
    return countsOf(lines.map(({ line }) => line));
  }

  openOwnPage(viewer: Viewer, groupId: GroupId): Promise<OwnWayIn> {
    return this.ownPage.open(viewer, groupId);
  }
}
