import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { Viewer } from '../../src/access/domain/viewer';
import { Agendas } from '../../src/agendas/agendas.service';
import { Proposals } from '../../src/agendas/proposals.service';
import { wholeCircle } from '../../src/groups/domain/readership';
import type { ResourceGroup } from '../../src/groups/domain/resource-group';
import { idOf, type MeetingId, type PersonId } from '../../src/kernel/identifiers';
import { Statements } from '../../src/method/statements.service';
import { Beginning } from '../../src/notes/beginning.service';
import { Holding } from '../../src/notes/holding.service';
import { markOf } from '../../src/notes/meeting-tasks.service';
import { NoteReleases } from '../../src/notes/note-releases.service';
import { NoteWriting } from '../../src/notes/note-writing.service';
import { type BegunShown, NotesReading } from '../../src/notes/notes-reading.service';
import { Stamp } from '../../src/people/stamp.service';
import { Database } from '../../src/platform/database/database';
import { CrisisPlans } from '../../src/progress/crisis-plans.service';
import { Goals } from '../../src/progress/goals.service';
import { Stars } from '../../src/progress/stars.service';
import { Tasks } from '../../src/progress/tasks.service';

/** How far a meeting and its notes have come. */
export type Held = 'under way' | 'with the service user' | 'let out';

type NamedIds = Readonly<Record<string, string>>;

/** What a coordinator writes down about one group, by the same services as the pages. */
export class GroupPapers {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly viewer: Viewer,
    private readonly group: ResourceGroup,
  ) {}

  /** Goals, a task, a star measured twice and a crisis plan, each saying the same words wherever it has words. */
  write(words: string): Promise<void> {
    const { viewer } = this;
    const { id: groupId, serviceUserId } = this.group;
    const today = this.get(Stamp).today();
    return this.do(async () => {
      await this.get(Goals).add(viewer, groupId, 'long', { words, by: null });
      const goal = await this.get(Goals).add(viewer, groupId, 'short', { words, by: today.plusDays(60) });
      const place = { groupId, meetingId: null, itemId: null, goalId: goal.id, readership: wholeCircle };
      const doing = { what: words, who: serviceUserId, withWhom: [], by: today.plusDays(21) };
      await this.get(Tasks).add(viewer, { ...place, ...doing });
      await this.get(Stars).choose(viewer, groupId, {
        optional: [],
        own: { label: words.slice(0, 40), better: 'higher' },
      });
      for (const [daysAgo, value] of [
        [100, 4],
        [0, 7],
      ] as const) {
        const values = [{ axis: 'satisfied', value }];
        await this.get(Stars).rate(viewer, groupId, { raterId: serviceUserId, day: today.plusDays(-daysAgo), values });
      }
      const calls = [{ name: words.slice(0, 60), phone: '070-174 06 05' }];
      const plan = { signs: [words], myself: [words], others: [words], calls, reviewBy: today.plusDays(360), from: 0 };
      await this.get(CrisisPlans).write(viewer, groupId, plan);
    });
  }

  /** Somebody wants a meeting to take something up, and the method check is answered in words; their ids and others'. */
  ask(meetingId: MeetingId, personId: PersonId, words: string): Promise<NamedIds> {
    const { viewer } = this;
    const { id: groupId, organisationId } = this.group;
    return this.do(async () => {
      const proposing = { organisationId, groupId, meetingId, personId, words, by: viewer };
      const proposal = await this.get(Proposals).propose(proposing);
      const stated = { line: 'relatives', kind: 'noted', words, day: this.get(Stamp).today() } as const;
      await this.get(Statements).write(viewer, groupId, stated);
      const [goal] = await this.get(Goals).ofGroup(viewer, groupId);
      const [task] = await this.get(Tasks).ofGroup(viewer, groupId);
      const written = { proposal: proposal.id, goal: goal?.id ?? '', task: task?.id ?? '' };
      return { ...written, line: 'talk', kind: 'noted' };
    });
  }

  /** A meeting is begun and written down, and its notes go as far as is said; what its pages name by ids. */
  async hold(meetingId: MeetingId, held: Held, words: string): Promise<NamedIds> {
    const { serviceUserId } = this.group;
    await this.do(() => this.begin(meetingId));
    await this.do(() => this.say(meetingId, words));
    if (held !== 'under way') await this.do(() => this.show(meetingId));
    if (held === 'let out') await this.do(() => this.letOut(meetingId));
    const { notes } = await this.do(() => this.begun(meetingId));
    const places = { item: notes.items[0]?.itemId ?? '', line: notes.lines[0]?.id ?? '' };
    return { meetings: meetingId, ...places, person: serviceUserId };
  }

  /** A meeting nobody was called to is no meeting of the group, so the service user is away from it. */
  private async begin(meetingId: MeetingId): Promise<void> {
    const { serviceUserId } = this.group;
    const shown = await this.get(NotesReading).of(this.viewer, meetingId);
    const isReconciliation = !shown.meeting.wasCalled;
    const attendance = shown.group.present
      .filter(({ part }) => part !== 'adjunct')
      .map(({ personId }) => ({
        personId,
        presence: isReconciliation && personId === serviceUserId ? ('away' as const) : ('there' as const),
      }));
    const leading = { chair: 'together', chairId: null } as const;
    await this.get(Beginning).begin(this.viewer, shown, { attendance, leading, isReconciliation });
  }

  /** An outcome of every item, and a decision and a task of the first. */
  private async say(meetingId: MeetingId, words: string): Promise<void> {
    const { items } = (await this.begun(meetingId)).notes;
    const by = this.get(Stamp).today().plusDays(14);
    const task = { what: words, who: this.group.serviceUserId, withWhom: [], by, goalId: null };
    for (const [place, { itemId }] of items.entries()) {
      const more = place === 0 ? { decision: words, task } : { decision: '', task: null };
      const written = { form: idOf<'form'>(randomUUID()), outcome: words, ...more };
      await this.get(NoteWriting).write(this.viewer, meetingId, itemId, written);
    }
  }

  private async show(meetingId: MeetingId): Promise<void> {
    await this.get(Holding).end(this.viewer, meetingId);
    await this.get(NoteReleases).show(this.viewer, await this.begun(meetingId));
  }

  private async letOut(meetingId: MeetingId): Promise<void> {
    const shown = await this.begun(meetingId);
    const how = { how: 'at-meeting', on: this.get(NoteReleases).today() } as const;
    const read = { ...how, struck: [], seen: markOf(shown.notes, []) };
    await this.get(NoteReleases).readForThem(this.viewer, shown, read);
  }

  private begun(meetingId: MeetingId): Promise<BegunShown> {
    return this.get(NotesReading).begun(this.viewer, meetingId);
  }

  /** The ids of the group's meetings, soonest first. */
  meetings(): Promise<readonly MeetingId[]> {
    return this.do(async () =>
      (await this.get(Agendas).ofGroup(this.viewer, this.group.id)).map(({ meeting }) => meeting.id),
    );
  }

  private get<Service>(service: abstract new (...given: never[]) => Service): Service {
    return this.app.get<Service>(service, { strict: false });
  }

  private do<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.get(Database).transaction(work);
  }
}
