import { Answers } from '../../src/answers/answers.service';
import { AnswerGiven } from '../../src/answers/domain/answer-given';
import type { Database } from '../../src/platform/database/database';
import { Facts } from '../../src/platform/facts';
import { aGivenAct, aGivenWish } from '../support/answers-builders';
import { CallsHouse, callTables } from '../support/calls-house';
import { onEachDatabase } from '../support/databases';
import { anId, someMoment } from '../support/groups-builders';

onEachDatabase((_, open) => {
  let database: Database;
  let house: CallsHouse;
  let answers: Answers;

  beforeAll(async () => {
    ({ database } = await open(callTables));
    house = await CallsHouse.on(database);
    answers = house.get(Answers);
  });
  afterAll(() => house.close());

  const read = <Result>(work: () => Promise<Result>): Promise<Result> => house.within(work);

  describe('answers', () => {
    it('come back as they were given, in the order they came, with the comment sealed', async () => {
      const first = aGivenAct({ comment: 'Jag tar bussen.' });
      const second = { ...aGivenAct({ choice: 'no' }), ...placeOf(first), by: anId<'user'>(), way: 'phone' } as const;
      await house.within(() => answers.give(first));
      await house.within(() => answers.give(second));

      const acts = await read(() => answers.ofPerson(first));
      expect(acts).toMatchObject([
        { ...first, arrival: 1 },
        { ...second, arrival: 2 },
      ]);
      const rows: unknown = await read(() => database.manager().query('SELECT comment FROM answer_act'));
      expect(JSON.stringify(rows)).not.toContain('bussen');
    });

    it('count once however often they come, also when two arrive at the same moment', async () => {
      const given = aGivenAct();
      const told: AnswerGiven[] = [];
      house.get(Facts).on(AnswerGiven, (fact) => Promise.resolve(void told.push(fact)));

      const outcomes = await Promise.all([1, 2, 3].map(() => house.within(() => answers.give(given))));
      const later = await house.within(() => answers.give({ ...given, choice: 'no' }));

      expect([...outcomes.toSorted(), later]).toEqual(['again', 'again', 'new', 'again']);
      expect(await read(() => answers.ofPerson(given))).toHaveLength(1);
      expect(told.filter(({ personId }) => personId === given.personId)).toHaveLength(1);
    });

    it('are another organisation’s, another group’s or another person’s to nobody', async () => {
      const given = aGivenAct();
      await house.within(() => answers.give(given));

      expect(await read(() => answers.ofGroup(given.organisationId, given.groupId))).toHaveLength(1);
      expect(await read(() => answers.ofGroup(anId(), given.groupId))).toEqual([]);
      expect(await read(() => answers.ofGroup(given.organisationId, anId()))).toEqual([]);
      expect(await read(() => answers.ofPerson({ ...given, personId: anId() }))).toEqual([]);
    });
  });

  describe('wishes', () => {
    it('come back as they were said, once, with the words sealed', async () => {
      const given = aGivenWish({ proposedStart: someMoment.plusMinutes(60), proposedMinutes: 45, way: 'calendar' });
      const outcomes: string[] = [];
      for (const wish of [given, given, { ...given, text: 'Fredag går också.' }])
        outcomes.push(await house.within(() => answers.wish(wish)));

      expect(outcomes).toEqual(['new', 'again', 'new']);
      const wishes = await read(() => answers.wishesOfGroup(given.organisationId, given.groupId));
      expect(wishes.map(({ text }) => text).toSorted()).toEqual(['Fredag går också.', given.text]);
      expect(wishes[0]).toMatchObject({ proposedMinutes: 45, proposedStart: given.proposedStart, seenAt: null });
      expect(await read(() => answers.wishesOfPerson({ ...given, personId: anId() }))).toEqual([]);
      const rows: unknown = await read(() => database.manager().query('SELECT text FROM wish'));
      expect(JSON.stringify(rows)).not.toContain('orsdag');
    });
  });
});

const placeOf = ({ organisationId, groupId, meetingId, personId }: ReturnType<typeof aGivenAct>) => ({
  ...{ organisationId, groupId, meetingId, personId },
});
