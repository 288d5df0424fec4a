import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Dispatcher } from '../outbox/dispatcher.service';
import { dayInWords } from '../kernel/in-words';
import { CalendarDate } from '../kernel/calendar-date';
import { PeopleInTransit } from '../people/people-in-transit.service';
import type { YearPlan } from '../planning/domain/year-plan';
import { Settings } from '../platform/config/settings';
import { Database } from '../platform/database/database';
import type { Say } from '../platform/web/words';
import { organisation } from './cast';
import { Founding, type PracticeAccount } from './founding.service';
import type { Narrator } from './narrator';
import { OllesBeginnings } from './olles-beginnings.service';
import { OllesCircle } from './olles-circle.service';
import { OllesGroup } from './olles-group.service';
import { OllesYear, type OwnWayIn } from './olles-year.service';

/** What has come of the practice: who signs in, Olle's group, its plan and Olle's own way in. */
export interface Practised {
  readonly viewer: Viewer;
  readonly account: PracticeAccount;
  readonly group: ResourceGroup;
  readonly plan: YearPlan;
  readonly own: OwnWayIn;
}

/** The rooms' parts of the work. */
@Injectable()
export class PracticeParts {
  constructor(
    readonly founding: Founding,
    readonly circle: OllesCircle,
    readonly groups: OllesGroup,
    readonly year: OllesYear,
  ) {}
}

/** What the practice stands on. */
@Injectable()
export class PracticeGround {
  constructor(
    readonly settings: Settings,
    readonly database: Database,
    readonly people: PeopleInTransit,
    readonly dispatcher: Dispatcher,
  ) {}
}

/** Does the whole job once, by the same services as the pages, and tells each step. */
@Injectable()
export class Practice {
  constructor(
    private readonly parts: PracticeParts,
    private readonly ground: PracticeGround,
    private readonly beginnings: OllesBeginnings,
  ) {}

  async run(say: Say, narrator: Narrator): Promise<Practised> {
    const { viewer, account } = await this.found(say, narrator);
    const group = await this.gather(viewer, say, narrator);
    const plan = await this.plan(viewer, group, say, narrator);
    const own = await this.call(viewer, group, narrator);
    return { viewer, account, group, plan, own };
  }

  private async found(say: Say, narrator: Narrator) {
    const { founding } = this.parts;
    const administrator = await this.step(() => founding.administrator(this.ground.settings.language));
    narrator.tell('administrator', { name: organisation.administrator.name, organisation: organisation.name });
    const made = await this.step(() => founding.coordinator(administrator));
    narrator.tell('coordinator', { name: organisation.coordinator.name, unit: organisation.unit });
    await this.step(() => founding.protectMail(administrator, say));
    narrator.tell('protectedMail', { domains: organisation.protectedDomains.join(', ') });
    return made;
  }

  private async gather(viewer: Viewer, say: Say, narrator: Narrator): Promise<ResourceGroup> {
    const { circle, groups } = this.parts;
    const ids = await this.step(() => circle.addPeople(viewer, say));
    narrator.tell('people', { count: ids.size });
    const figures = await this.step(() => circle.drawMap(viewer, ids, say));
    narrator.tell('map', { count: figures.size });
    await this.step(() => circle.nominate(viewer, ids, figures));
    narrator.tell('nominations');
    const group = await this.step(async () => {
      const { id } = await this.ground.people.own(viewer);
      return groups.form(viewer, ids, id, say);
    });
    narrator.tell('group', { group: group.name, count: group.counted.length });
    await this.step(() => this.beginnings.write(viewer, group, ids, say));
    narrator.tell('beginnings');
    narrator.tell('consents', { count: await this.step(() => groups.recordConsents(viewer, group, ids, say)) });
    return group;
  }

  private async plan(viewer: Viewer, group: ResourceGroup, say: Say, narrator: Narrator): Promise<YearPlan> {
    const { year } = this.parts;
    const plan = await this.step(() => year.propose(viewer, group, say));
    narrator.tell('wishes', { start: inWords(plan.wishes.start, viewer), minutes: plan.wishes.minutes });
    const days = plan.proposal.meetings.map(({ day }) => inWords(day, viewer));
    narrator.tell('proposal', { count: days.length, days: days.join('; ') });
    await this.step(() => year.book(viewer, group.id));
    narrator.tell('booked', { first: days[0] ?? '', last: days.at(-1) ?? '' });
    return plan;
  }

  private async call(viewer: Viewer, group: ResourceGroup, narrator: Narrator): Promise<OwnWayIn> {
    const { year } = this.parts;
    narrator.tell('agendas', { count: await this.step(() => year.releaseAgendas(viewer, group.id)) });
    const { email, letter, phone } = await this.step(() => year.send(viewer, group.id));
    narrator.tell('sent', { email, letter, phone });
    await this.ground.dispatcher.dispatchAll();
    narrator.tell('dispatched');
    const own = await this.step(() => year.openOwnPage(viewer, group.id));
    narrator.tell('ownPage');
    return own;
  }

  private step<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.ground.database.transaction(work);
  }
}

const inWords = (day: string, { language }: Viewer): string => dayInWords(CalendarDate.of(day), language);
