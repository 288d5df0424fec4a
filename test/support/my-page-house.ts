import type { Type } from '@nestjs/common';
import { wholeCircle } from '../../src/groups/domain/readership';
import { Groups } from '../../src/groups/groups.service';
import { OwnPageKeys } from '../../src/invitations/own-page-keys.service';
import type { PersonId } from '../../src/kernel/identifiers';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { MyPageModule } from '../../src/my-page/my-page.module';
import { Beginning } from '../../src/notes/beginning.service';
import type { Notes } from '../../src/notes/domain/notes';
import { Holding } from '../../src/notes/holding.service';
import { NoteReleases } from '../../src/notes/note-releases.service';
import { NoteWriting } from '../../src/notes/note-writing.service';
import { NotesReading } from '../../src/notes/notes-reading.service';
import type { Database } from '../../src/platform/database/database';
import { openDatabase } from '../../src/platform/database/open-database';
import { CrisisPlans } from '../../src/progress/crisis-plans.service';
import type { NewTask } from '../../src/progress/tasks.service';
import { Goals } from '../../src/progress/goals.service';
import { Stars } from '../../src/progress/stars.service';
import { Tasks } from '../../src/progress/tasks.service';
import { freshSettings } from './app';
import { CalledGroup, CallsHouse, callTables } from './calls-house';
import { arrived } from './calls-server';
import { aDay, anId } from './groups-builders';
import { anItemsContent, Items } from './items';
import { byMail } from './people-builders';
import { Visitor } from './visitor';

export type Who = 'olle' | 'asa' | 'eva' | 'hans';

const addresses: Readonly<Record<Who, string>> = {
  olle: 'olle@post.example',
  asa: 'asa@region.example',
  eva: 'eva@post.example',
  hans: 'hans@post.example',
};

/**
 * Olle's group behind the real server, all of them called to three meetings, the first of them today. Hans comes to one
 * item of the first and the second.
 */
export class MyPageHouse {
  private constructor(
    readonly house: CallsHouse,
    readonly group: CalledGroup,
    readonly cast: Readonly<Record<Who, PersonId>>,
    private readonly close: () => Promise<void>,
  ) {}

  /** On a fresh SQLite database of its own. */
  static async open(): Promise<MyPageHouse> {
    const settings = await freshSettings();
    const database = await openDatabase({ address: settings.database, schemas: callTables });
    const house = await CallsHouse.on(database, settings, [MyPageModule]);
    return MyPageHouse.in(house, async () => {
      await house.close();
      await database.close();
    });
  }

  /** On a database that somebody else opens and closes. */
  static async on(database: Database): Promise<MyPageHouse> {
    const house = await CallsHouse.on(database, {}, [MyPageModule]);
    return MyPageHouse.in(house, () => house.close());
  }

  private static async in(house: CallsHouse, close: () => Promise<void>): Promise<MyPageHouse> {
    const group = await CalledGroup.in(house);
    const eva = await group.add({ calledName: 'Eva', fullName: 'Eva Öberg', ...byMail(addresses.eva) });
    const hans = await group.add(
      { calledName: 'Hans', fullName: 'Hans Holm', ...byMail(addresses.hans) },
      { part: 'adjunct', kind: 'professional' },
    );
    await group.book(['2027-03-01', '2027-04-14', '2027-06-16'], { start: TimeOfDay.of('13:00') });
    const people = { olle: group.olle, asa: await doctorOf(house, group), eva, hans };
    const opened = new MyPageHouse(house, group, people, close);
    await opened.writeAgendas();
    await group.send();
    await house.dispatch();
    return opened;
  }

  stop(): Promise<void> {
    return this.close();
  }

  get url(): string {
    return this.house.url;
  }

  get<Service>(service: Type<Service>): Service {
    return this.house.get(service);
  }

  within<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.house.within(work);
  }

  /** The path of somebody's link. */
  async linkOf(who: Who): Promise<string> {
    const mails = (await arrived(this.house)).filter(({ to }) => to?.[0]?.address === addresses[who]);
    return /\/m\/[a-z2-7]{32}/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '';
  }

  /** Somebody with their link and a new code. */
  async inside(who: Who): Promise<Insider> {
    const { viewer, id } = this.group;
    const { code } = await this.within(() => this.get(OwnPageKeys).makeCode(viewer, id, this.cast[who]));
    const link = await this.linkOf(who);
    const visitor = new Visitor(this.url);
    await visitor.get(`${link}/mine`);
    await visitor.get(`${link}/code?then=mine`);
    await visitor.post(`${link}/code?then=mine`, { agendaCode: code });
    await visitor.get(`${link}/mine`);
    return { visitor, home: `${link}/mine`, code };
  }

  addTask(given: Partial<NewTask> & Pick<NewTask, 'what' | 'who'>) {
    const { viewer, id } = this.group;
    const plain = { meetingId: null, itemId: null, withWhom: [], by: aDay('2027-03-20'), goalId: null };
    const task = { groupId: id, ...plain, readership: wholeCircle, ...given };
    return this.within(() => this.get(Tasks).add(viewer, task));
  }

  /** Two goals, a star measured by Olle, and a crisis plan. */
  async writeProgress(): Promise<void> {
    const { viewer, id } = this.group;
    const values = [
      { axis: 'satisfied', value: 7 },
      { axis: 'quality-of-life', value: 5 },
    ];
    await this.within(async () => {
      await this.get(Goals).add(viewer, id, 'long', { words: 'Bo i egen lägenhet', by: null });
      await this.get(Goals).add(viewer, id, 'short', { words: 'Gå ut varje dag', by: aDay('2027-06-01') });
      await this.get(Stars).rate(viewer, id, { raterId: this.cast.olle, day: aDay('2027-02-12'), values });
      await this.get(CrisisPlans).write(viewer, id, {
        ...{ signs: ['Jag slutar svara i telefon'], myself: ['Jag går ut med hunden'], others: ['Kom hem till mig'] },
        ...{ calls: [{ name: 'Eva', phone: '070-174 06 05' }], reviewBy: aDay('2028-01-04'), from: 0 },
      });
    });
  }

  /** The first meeting, held and written down: one line of each kind of item. */
  async holdMeeting(): Promise<Notes> {
    const { viewer } = this.group;
    const meetingId = await new Items(this.group).meeting(1);
    const shown = () => this.within(() => this.get(NotesReading).begun(viewer, meetingId));
    await this.within(async () => {
      const before = await this.get(NotesReading).of(viewer, meetingId);
      const attendance = before.group.present.map(({ personId }) => ({ personId, presence: 'there' as const }));
      const start = { attendance, leading: { chair: 'together', chairId: null }, isReconciliation: false } as const;
      await this.get(Beginning).begin(viewer, before, start);
    });
    for (const { itemId, title } of (await shown()).notes.items) {
      const words = said[title];
      const written = { form: anId<'form'>(), outcome: words ?? '', decision: '', task: null };
      if (words !== undefined) await this.within(() => this.get(NoteWriting).write(viewer, meetingId, itemId, written));
    }
    await this.within(() => this.get(Holding).end(viewer, meetingId));
    return (await shown()).notes;
  }

  /** The notes are with Olle and nobody else. */
  async showNotes(): Promise<void> {
    const { viewer } = this.group;
    const meetingId = await new Items(this.group).meeting(1);
    await this.within(async () => {
      const shown = await this.get(NotesReading).begun(viewer, meetingId);
      await this.get(NoteReleases).show(viewer, shown);
    });
  }

  private async writeAgendas(): Promise<void> {
    const items = new Items(this.group);
    const trio = { audience: 'trio', named: [] } as const;
    for (const number of [1, 2]) {
      await items.add(number, anItemsContent({ title: 'Hemligt om sömnen', leader: 'doctor', readership: trio }));
      await items.add(number, anItemsContent({ title: 'Praktik på biblioteket', guest: this.cast.hans }));
    }
  }
}

/** What is said at the first meeting, by the item's title. */
const said: Readonly<Record<string, string>> = {
  'Välkommen, vem leder': 'Alla sa hej och Olle ledde mötet.',
  'Hemligt om sömnen': 'Olle sover bättre med nya tider.',
  'Praktik på biblioteket': 'Olle kan börja två dagar i veckan.',
};

/** Somebody who has given their code, and where their page is. */
export interface Insider {
  readonly visitor: Visitor;
  readonly home: string;
  readonly code: string;
}

async function doctorOf(house: CallsHouse, { viewer, id }: CalledGroup): Promise<PersonId> {
  const group = await house.within(() => house.get(Groups).get(viewer, id));
  return group.members.find(({ part }) => part === 'doctor')!.personId;
}
