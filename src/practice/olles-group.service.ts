import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { type ConsentKind, consentKinds } from '../groups/domain/consent';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Consents } from '../groups/consents.service';
import { GroupForming } from '../groups/group-forming.service';
import { Profiles } from '../groups/profiles.service';
import { Stamp } from '../people/stamp.service';
import type { PersonId } from '../kernel/identifiers';
import type { Say } from '../platform/web/words';
import { doctor, network, olle } from './cast';
import { type Ids, idOf } from './olles-circle.service';

/** Forms the group with those Olle has said yes to, and writes down what each of them agrees to. */
@Injectable()
export class OllesGroup {
  constructor(
    private readonly forming: GroupForming,
    private readonly consents: Consents,
    private readonly profiles: Profiles,
    private readonly stamp: Stamp,
  ) {}

  form(viewer: Viewer, ids: Ids, coordinatorPersonId: PersonId, say: Say): Promise<ResourceGroup> {
    const profile = this.profiles.first;
    return this.forming.create(viewer, {
      serviceUserId: idOf(ids, olle.key),
      profile: profile.id,
      name: say('practice.groupName'),
      neutralTitle: profile.meetingTitle[viewer.language],
      core: {
        coordinatorPersonId,
        doctorId: idOf(ids, doctor.key),
        approval: { on: this.stamp.today(), how: 'at-meeting' },
      },
      network: network.map(({ key }) => ({
        personId: idOf(ids, key),
        functionInGroup: say(`practice.cast.${key}.function`),
      })),
    });
  }

  /** Everybody takes part; those with e-mail also agree to be written to. */
  async recordConsents(viewer: Viewer, group: ResourceGroup, ids: Ids, say: Say): Promise<number> {
    const withoutMail = new Set(network.filter(({ route }) => route !== 'email').map(({ key }) => idOf(ids, key)));
    const given = group.present.flatMap(({ personId }) =>
      consentKinds
        .filter((kind) => kind === 'take-part' || !withoutMail.has(personId))
        .map((kind) => ({ personId, kind })),
    );
    for (const one of given) await this.record(viewer, group, one, say);
    return given.length;
  }

  private async record(
    viewer: Viewer,
    { id }: ResourceGroup,
    given: { readonly personId: PersonId; readonly kind: ConsentKind },
    say: Say,
  ): Promise<void> {
    const textShown = say(`groups.consent.${given.kind}.text`);
    await this.consents.record(viewer, id, {
      ...given,
      textShown,
      how: 'said',
      givenOn: this.stamp.today(),
      until: null,
    });
  }
}
