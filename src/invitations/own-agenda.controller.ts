import { Controller, Get, NotFoundException, Param, Query, Req } from '@nestjs/common';
import type { Answer } from '../platform/web/answer';
import type { Asking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import type { OwnMeeting, OwnYear } from './domain/own-year';
import { agendaPage, easyAgendaPage, type OwnAgenda } from './own-agenda.pages';
import { OwnAgendas } from './own-agendas.service';
import { OwnYears } from './own-years.service';

@Controller('m/:token/agenda')
@For('link-and-code')
export class OwnAgendaController {
  constructor(
    private readonly years: OwnYears,
    private readonly agendas: OwnAgendas,
  ) {}

  /** The next meeting's; `?lattlast` for the easy-read twin. */
  @Get()
  async next(@Param('token') token: string, @Query('lattlast') easy: unknown, @Req() asking: Asking): Promise<Answer> {
    return this.answer({ token, asking, easy, pick: ({ ahead, meetings }) => ahead[0] ?? meetings.at(-1) });
  }

  @Get(':n')
  async one(
    @Param() { token, n }: { readonly token: string; readonly n: string },
    @Query('lattlast') easy: unknown,
    @Req() asking: Asking,
  ): Promise<Answer> {
    return this.answer({ token, asking, easy, pick: (year) => year.numbered(Number(n)) });
  }

  private async answer({ token, asking, easy, pick }: Asked): Promise<Answer> {
    const year = await this.years.open(token);
    const own = year && pick(year);
    if (!year || !own) throw new NotFoundException();
    const copy = await this.agendas.read(year, own);
    const page: OwnAgenda = { year, token, say: asking.say, language: asking.language, own, ...copy };
    return easy === undefined ? agendaPage(page) : easyAgendaPage(page);
  }
}

interface Asked {
  readonly token: string;
  readonly asking: Asking;
  readonly easy: unknown;
  readonly pick: (year: OwnYear) => OwnMeeting | null | undefined;
}
