import { Injectable } from '@nestjs/common';
import { AgendasInTransit } from '../agendas/agendas-in-transit.service';
import { GroupsInTransit } from '../groups/groups-in-transit.service';
import { CallsInTransit } from '../invitations/calls-in-transit.service';
import { MeetingsInTransit } from '../meetings/meetings-in-transit.service';
import { PeopleInTransit } from '../people/people-in-transit.service';
import { PlansInTransit } from '../planning/plans-in-transit.service';

/** The doors through which a group and its people leave and arrive. */
@Injectable()
export class GroupDoors {
  constructor(
    readonly people: PeopleInTransit,
    readonly groups: GroupsInTransit,
  ) {}
}

/** The doors through which a group's year leaves and arrives. */
@Injectable()
export class YearDoors {
  constructor(
    readonly meetings: MeetingsInTransit,
    readonly agendas: AgendasInTransit,
    readonly plans: PlansInTransit,
    readonly calls: CallsInTransit,
  ) {}
}
