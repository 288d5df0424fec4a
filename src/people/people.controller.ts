import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { SignedIn } from '../access/signed-in.decorator';
import { idOf, PersonId } from '../kernel/identifiers';
import type { Language } from '../kernel/in-words';
import { Database } from '../platform/database/database';
import { goTo } from '../platform/web/answer';
import type { Answer } from '../platform/web/answer';
import { InLanguage, Speaking } from '../platform/web/asking';
import { attempt } from '../platform/web/attempt';
import { For } from '../platform/web/policy';
import type { Say } from '../platform/web/words';
import { PersonKind, personKinds } from './domain/person';
import { begunPersonForm, detailsIn, newPersonForm, pathTyped, personForm } from './people.forms';
import { kindPage, listPage, personFormPage, personPage, typedFor } from './people.pages';
import { People } from './people.service';

@Controller('people')
@For('coordinator')
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly database: Database,
  ) {}

  @Get()
  async list(@SignedIn() viewer: Viewer, @Speaking() say: Say): Promise<Answer> {
    return listPage(await this.people.list(viewer), say);
  }

  @Get('new')
  begin(@Query('kind') asked: unknown, @InLanguage() language: Language, @Speaking() say: Say): Answer {
    const kind = kindIn(asked);
    if (kind === undefined) return kindPage(say);
    return personFormPage({ say, kind, typed: { personLanguage: language }, faults: [] });
  }

  /** Changes nothing: a post, so that the name filled in stands in no address. */
  @Post('new/begun')
  beginWithName(@Body() body: unknown, @InLanguage() language: Language, @Speaking() say: Say): Answer {
    const reading = begunPersonForm.read(body);
    if (reading.kind === 'faulty') return kindPage(say);
    const { personKind: kind, calledName, afterwards } = reading.value;
    const typed = { calledName, fullName: calledName, personLanguage: language };
    return personFormPage({ say, kind, typed, faults: [], afterwards });
  }

  @Post('new')
  async add(@SignedIn() viewer: Viewer, @Body() body: unknown, @Speaking() say: Say): Promise<Answer> {
    const typed = newPersonForm.typed(body);
    const kind = kindIn(typed.personKind);
    if (kind === undefined) return kindPage(say);
    const afterwards = pathTyped(typed.afterwards);
    const again = { say, kind, typed, afterwards };
    const reading = newPersonForm.read(body);
    if (reading.kind === 'faulty') return personFormPage({ ...again, faults: reading.faults });
    const outcome = await attempt(this.database, async () => this.people.add(viewer, kind, detailsIn(reading.value)));
    if (outcome.kind === 'refused') return personFormPage({ ...again, faults: [outcome.fault] });
    return goTo(afterwards === '' ? `/people/${outcome.value.id}` : `${afterwards}?person=${outcome.value.id}`);
  }

  @Get(':id')
  async person(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    return personPage(await this.people.read(viewer, personId(id)), say);
  }

  @Get(':id/edit')
  async edit(@SignedIn() viewer: Viewer, @Param('id') id: string, @Speaking() say: Say): Promise<Answer> {
    const { person } = await this.people.read(viewer, personId(id));
    return personFormPage({ say, kind: person.kind, person, typed: typedFor(person), faults: [] });
  }

  @Post(':id/edit')
  async change(
    @SignedIn() viewer: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Speaking() say: Say,
  ): Promise<Answer> {
    const person = await this.people.get(viewer, personId(id));
    const again = { say, kind: person.kind, person, typed: personForm.typed(body) };
    const reading = personForm.read(body);
    if (reading.kind === 'faulty') return personFormPage({ ...again, faults: reading.faults });
    const outcome = await attempt(this.database, async () =>
      this.people.change(viewer, person.id, detailsIn(reading.value)),
    );
    if (outcome.kind === 'refused') return personFormPage({ ...again, faults: [outcome.fault] });
    return goTo(`/people/${person.id}`);
  }
}

const personId = (text: string): PersonId => idOf<'person'>(text);

const kindIn = (asked: unknown): PersonKind | undefined => personKinds.find((kind) => kind === asked);
