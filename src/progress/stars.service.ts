import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { type Actor, linkHolder } from '../audit/audit-log.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, OrganisationId, PersonId } from '../kernel/identifiers';
import type { Better } from './domain/axis';
import { Measure, type MeasureId, requireFirstThatDay, requireOwnWords } from './domain/measure';
import { Star } from './domain/star';
import { OwnAxis, ownAxisNow, requireOptional, type StarChoice } from './domain/star-pattern';
import type { AuthorId } from './domain/step';
import { type OwnPlace, ProgressWork } from './progress-work.service';
import { StarPatterns } from './star-patterns.service';
import { StarRepository } from './star.repository';

/** What one person gave on one day. An axis that is not in it was not measured. */
export interface Rating {
  readonly raterId: PersonId;
  readonly day: CalendarDate;
  readonly values: readonly { readonly axis: string; readonly value: number }[];
}

export interface AxesChosen {
  readonly optional: readonly string[];
  /** null for none. */
  readonly own: { readonly label: string; readonly better: Better } | null;
}

/** The quality stars: what is measured, and the values. */
@Injectable()
export class Stars {
  constructor(
    private readonly kept: StarRepository,
    private readonly patterns: StarPatterns,
    private readonly work: ProgressWork,
  ) {}

  /** Whoever shows it writes that down. */
  async ofGroup(viewer: Viewer, groupId: GroupId): Promise<Star> {
    return this.of(await this.work.group(viewer, groupId));
  }

  /** Without a viewer, for the person's own page and for what the program does by itself; null without a group. */
  async starOf(organisationId: OrganisationId, groupId: GroupId): Promise<Star | null> {
    const group = await this.work.groupNow(organisationId, groupId);
    return group && this.of(group);
  }

  async rate(viewer: Viewer, groupId: GroupId, rating: Rating): Promise<void> {
    const group = await this.work.group(viewer, groupId);
    await this.keep(viewer, group, rating, viewer.userId);
  }

  /** By the service user, from their own page: what is theirs to rate, and nothing else. */
  async rateOwn(place: OwnPlace, rating: Omit<Rating, 'raterId'>): Promise<void> {
    const group = await this.work.groupAs(place);
    if (place.personId !== group.serviceUserId) throw new DomainError('notFound');
    await this.keep(linkHolder(place, 'link-and-code'), group, { ...rating, raterId: place.personId }, place.personId);
  }

  /** The value stays in the history, struck. */
  async takeBack(viewer: Viewer, groupId: GroupId, measureId: MeasureId): Promise<void> {
    const group = await this.work.group(viewer, groupId);
    await this.work.alone(viewer, group, { action: 'star.taken-back', ids: [measureId] });
    const measure = (await this.kept.measures(whose(group))).find(({ id }) => id === measureId);
    if (!measure) throw new DomainError('notFound');
    await this.kept.saveMeasures([measure.takenBack(viewer.userId, this.work.stamp.now())]);
  }

  async choose(viewer: Viewer, groupId: GroupId, { optional, own }: AxesChosen): Promise<void> {
    const group = await this.work.group(viewer, groupId);
    await this.work.alone(viewer, group, { action: 'star.axes-chosen', ids: [] });
    const before = await this.kept.choice(whose(group));
    const after: StarChoice = {
      optional: requireOptional(this.patterns.get(group.profile), optional),
      own: this.ownAxes(group, before, own),
    };
    await this.kept.saveChoice(whose(group), after);
  }

  private async of(group: ResourceGroup): Promise<Star> {
    const pattern = this.patterns.get(group.profile);
    return new Star(pattern, await this.kept.choice(whose(group)), await this.kept.measures(whose(group)));
  }

  private async keep(
    actor: Actor,
    group: ResourceGroup,
    { raterId, day, values }: Rating,
    typedBy: AuthorId,
  ): Promise<void> {
    const { stamp } = this.work;
    if (stamp.today().isBefore(day)) throw new DomainError('measuredAhead', { field: 'measuredOn' });
    if (values.length === 0) throw new DomainError('nothingMeasured');
    if (!group.memberOf(raterId)?.isInTheGroup) throw new DomainError('raterOutside', { field: 'raterPerson' });
    const given = values.map((one) => ({ ...one, id: stamp.id<'measure'>() }));
    await this.work.alone(actor, group, { action: 'star.measured', ids: given.map(({ id }) => id) });
    const star = await this.of(group);
    const fresh = given.map(({ id, axis: key, value }) => {
      const axis = star.axes.find((one) => one.key === key);
      if (!axis) throw new DomainError('notFound');
      requireOwnWords(axis, raterId, group.serviceUserId);
      const when = { day, typedBy, typedAt: stamp.now() };
      return Measure.on(axis, { id, ...whose(group), value, raterId, ...when });
    });
    requireFirstThatDay(fresh, star.measures);
    await this.kept.saveMeasures(fresh);
  }

  /** Another label or direction is another axis: values already measured keep the meaning they had. */
  private ownAxes(group: ResourceGroup, before: StarChoice, wanted: AxesChosen['own']): readonly OwnAxis[] {
    const now = ownAxisNow(before);
    if (wanted && now?.saysTheSame(wanted)) return before.own;
    const madeAt = this.work.stamp.now();
    const ended = before.own.map((one) => (one === now ? one.end(madeAt) : one));
    if (!wanted) return ended;
    const id = this.work.stamp.id<'own axis'>();
    return [...ended, new OwnAxis({ id, ...whose(group), ...wanted, madeAt, endedAt: null })];
  }
}

const whose = ({ organisationId, id: groupId }: ResourceGroup) => ({ organisationId, groupId });
