import { Injectable } from '@nestjs/common';
import type { Meeting } from '../meetings/domain/meeting';
import { AgendasRepository } from './agendas.repository';
import type { Agenda } from './domain/agenda';

/** Takes the agendas of a group's meetings out to a file, and brings them in from it. */
@Injectable()
export class AgendasInTransit {
  constructor(private readonly agendas: AgendasRepository) {}

  async takeOut(meetings: readonly Meeting[]): Promise<readonly Agenda[]> {
    const [first] = meetings;
    if (!first) return [];
    return this.agendas.of(
      first.organisationId,
      meetings.map(({ id }) => id),
    );
  }

  bringIn(agendas: readonly Agenda[]): Promise<void> {
    return this.agendas.save(agendas);
  }
}
