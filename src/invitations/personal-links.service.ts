import { Injectable, OnModuleInit } from '@nestjs/common';
import { ConsentWithdrawn } from '../groups/domain/consent-withdrawn';
import { CoordinatorChanged } from '../groups/domain/coordinator-changed';
import { MemberLeft } from '../groups/domain/member-left';
import { Clock } from '../platform/clock';
import { Dice } from '../platform/dice';
import { Facts } from '../platform/facts';
import { type LinkPlace, type LinkShown, PersonalLink } from './domain/personal-link';
import { LinksRepository } from './links.repository';
import { tokenHash, Tokens } from './tokens';

/** Makes people's own links, and lets them die at once when a yes is taken back or somebody leaves. */
@Injectable()
export class PersonalLinks {
  constructor(
    private readonly links: LinksRepository,
    private readonly tokens: Tokens,
    private readonly clock: Clock,
    private readonly dice: Dice,
  ) {}

  /** The living link, made if there was none, showing what is given from now on. */
  async show(place: LinkPlace, shown: LinkShown): Promise<PersonalLink> {
    const living = await this.links.livingOf(place);
    const link = living?.showing(shown) ?? this.newLink(place, shown);
    await this.links.save(link);
    return link;
  }

  living(place: LinkPlace): Promise<PersonalLink | null> {
    return this.links.livingOf(place);
  }

  /** Whoever had come in by the code before is out. */
  async replaceCode(link: PersonalLink, codeHash: string): Promise<void> {
    await this.links.save(link.withCode(codeHash));
    await this.links.endSessions(link.id);
  }

  /** It opens for an answer, whether meetings are booked or not. */
  asked(place: LinkPlace): Promise<void> {
    return this.links.noticeAsked(place, this.clock.now());
  }

  addressOf(link: PersonalLink): string {
    return this.tokens.linkAddress(this.tokens.personalLink(link.id));
  }

  async withdraw(place: LinkPlace): Promise<void> {
    const living = await this.links.livingOf(place);
    if (!living) return;
    await this.links.save(living.withdraw(this.clock.now()));
    await this.links.endSessions(living.id);
  }

  private newLink(place: LinkPlace, shown: LinkShown): PersonalLink {
    const id = this.dice.id<'personal link'>();
    const hash = tokenHash(this.tokens.personalLink(id));
    return new PersonalLink({ ...place, id, hash, shown, madeAt: this.clock.now() });
  }
}

/** Listens for what ends somebody's way in; it dies in the transaction that ends it. */
@Injectable()
export class LinksThatDie implements OnModuleInit {
  constructor(
    private readonly links: PersonalLinks,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    for (const fact of [ConsentWithdrawn, MemberLeft])
      this.facts.on<LinkPlace & object>(fact, (told) => this.links.withdraw(placeOf(told)));
    this.facts.on(CoordinatorChanged, ({ from, ...where }) =>
      this.links.withdraw(placeOf({ ...where, personId: from })),
    );
  }
}

const placeOf = ({ organisationId, groupId, personId }: LinkPlace): LinkPlace => ({
  organisationId,
  groupId,
  personId,
});
