import { Injectable } from '@nestjs/common';
import { PersonalLinks } from '../invitations/personal-links.service';
import { type Mine, MineReading } from './mine-reading.service';
import { OwnJournal } from './own-journal.service';
import { OwnRooms } from './own-rooms.service';

/** Somebody's own page, and its address in full, which stands as a code on paper. */
export interface OwnPage extends Mine {
  readonly address: string;
}

/** Shows people their own page; each showing is logged. */
@Injectable()
export class OwnPages {
  constructor(
    private readonly rooms: OwnRooms,
    private readonly reading: MineReading,
    private readonly links: PersonalLinks,
    private readonly journal: OwnJournal,
  ) {}

  async open(token: string): Promise<OwnPage> {
    const room = await this.rooms.open(token);
    await this.journal.read(room, 'my-page.read');
    return { ...(await this.reading.of(room)), address: `${this.links.addressOf(room.year.link)}/mine` };
  }
}
