import { Injectable } from '@nestjs/common';
import type { Meeting } from '../meetings/domain/meeting';
import { Agenda } from './domain/agenda';
import { isChangedSince } from './domain/released-agenda';
import { type KeptAgenda, KeptAgendas } from './kept-agendas.service';

/** Takes the agendas of a group's meetings out to a file, and brings them in from it. */
@Injectable()
export class AgendasInTransit {
  constructor(private readonly agendas: KeptAgendas) {}

  async takeOut(meetings: readonly Meeting[]): Promise<readonly Agenda[]> {
    const [first] = meetings;
    if (!first) return [];
    const ids = meetings.map(({ id }) => id);
    return (await this.agendas.of(first.organisationId, ids)).map(asCarried);
  }

  bringIn(agendas: readonly Agenda[]): Promise<void> {
    return this.agendas.add(agendas);
  }
}

// Copies are not carried along, and where it arrives an agenda's items are what was released of it. What was changed
// since must be released first, so it is a draft there.
function asCarried({ agenda, released }: KeptAgenda): Agenda {
  if (!agenda.isEditable || released === null || !isChangedSince(released, agenda)) return agenda;
  const { id, organisationId, meetingId, items } = agenda;
  return new Agenda({ id, organisationId, meetingId, items });
}
