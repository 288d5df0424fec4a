import { Injectable, OnModuleInit } from '@nestjs/common';
import { CoordinatorAdded } from '../access/domain/coordinator-added';
import { Facts } from '../platform/facts';
import { Words } from '../platform/web/words';
import { EmailAddress } from './domain/email-address';
import { Person } from './domain/person';
import { PeopleRepository } from './people.repository';
import { Stamp } from './stamp.service';

/** Makes every new coordinator somebody who can be in groups and be called to meetings. */
@Injectable()
export class CoordinatorsAsPeople implements OnModuleInit {
  constructor(
    private readonly facts: Facts,
    private readonly people: PeopleRepository,
    private readonly stamp: Stamp,
    private readonly words: Words,
  ) {}

  onModuleInit(): void {
    this.facts.on(CoordinatorAdded, (added) => this.people.save(this.personOf(added)));
  }

  private personOf({ organisationId, unitId, userId, name, email, workPhone, language }: CoordinatorAdded): Person {
    return new Person({
      id: this.stamp.id<'person'>(),
      organisationId,
      unitId,
      userId,
      kind: 'professional',
      madeAt: this.stamp.now(),
      calledName: name.split(' ')[0] ?? name,
      fullName: name,
      workTitle: this.words.in(language)('people.coordinator'),
      workplace: '',
      language,
      route: 'email',
      email: EmailAddress.of(email),
      postalAddress: null,
      phone: workPhone === '' ? null : workPhone,
      protectedIdentity: false,
    });
  }
}
