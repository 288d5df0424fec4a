import type { CallLine, CallMessage } from '../../../src/invitations/domain/call-list';
import type { Gathering } from '../../../src/invitations/domain/gathering';
import { type HandedGroup, handoverPlan } from '../../../src/invitations/domain/handover';
import type { PersonId } from '../../../src/kernel/identifiers';
import { aPerson, byMail } from '../../support/broker';

const [siv, mia, asa, eva, olle] = [1, 2, 3, 4, 5].map((number) => aPerson(number));
type Somebody = ReturnType<typeof aPerson>;
type Kind = CallMessage['kind'];

const told = (person: Somebody | undefined, ...kinds: Kind[]): CallLine => ({
  person: person!,
  way: byMail('p@post.example'),
  messages: kinds.map((kind) => ({ kind }) as CallMessage),
});

const aGroup = (lines: readonly CallLine[], lacks: Gathering['lacks'] = []): HandedGroup => ({
  gathering: { lines, lacks } as unknown as Gathering,
  mayLeave: true,
  from: siv!.personId,
  to: mia!.personId,
});
const leaving = told(siv, 'cancellation', 'cancellation');
const coming = told(mia, 'overview', 'invitation', 'invitation');

const toldIn = (groups: readonly HandedGroup[]): readonly (readonly (readonly [PersonId, readonly Kind[]])[])[] =>
  handoverPlan(groups).tellings.map(({ lines }) =>
    lines.map(({ person, messages }) => [person.personId, messages.map(({ kind }) => kind)] as const),
  );

describe('What is told when groups are handed over', () => {
  it('is the goodbye to the old coordinator, the calls to the new one, and who calls now to the rest', () => {
    expect(toldIn([aGroup([leaving, coming, told(eva, 'handover')])])).toEqual([
      [
        [siv?.personId, ['cancellation', 'cancellation']],
        [mia?.personId, ['overview', 'invitation', 'invitation']],
        [eva?.personId, ['handover']],
      ],
    ]);
  });

  it('is told once to somebody who is in several of the groups', () => {
    const one = aGroup([leaving, coming, told(asa, 'handover'), told(eva, 'handover')]);
    const other = aGroup([leaving, coming, told(asa, 'handover'), told(olle, 'handover')]);

    const people = toldIn([one, other]).map((lines) => lines.map(([personId]) => personId));

    expect(people).toEqual([
      [siv, mia, asa, eva].map((person) => person?.personId),
      [siv, mia, olle].map((person) => person?.personId),
    ]);
  });

  it('leaves out who is told nothing', () => {
    expect(toldIn([aGroup([leaving, told(eva)])])).toEqual([[[siv?.personId, ['cancellation', 'cancellation']]]]);
  });

  it.each<[string, HandedGroup]>([
    ['a change that nobody has sent', aGroup([leaving, coming, told(eva, 'change'), told(olle, 'handover')])],
    ['a year that nobody was called to', aGroup([coming, told(eva, 'overview', 'invitation')])],
    ['something to put right', aGroup([leaving, told(eva, 'handover')], [{ rule: 'notApproved', names: ['Bo'] }])],
    ['a mail that may not leave', { ...aGroup([leaving, told(eva, 'handover')]), mayLeave: false }],
  ])('waits in a group with %s, and goes on in the others', (_what, waiting) => {
    const ready = aGroup([leaving, coming, told(asa, 'handover')]);

    const plan = handoverPlan([waiting, ready]);

    expect(plan.waiting).toBe(1);
    expect(plan.tellings.map(({ gathering }) => gathering)).toEqual([ready.gathering]);
  });

  it('counts no group as waiting that has nothing to tell', () => {
    const quiet = aGroup([told(eva)], [{ rule: 'nothingBooked', names: [] }]);

    expect(handoverPlan([quiet])).toEqual({ tellings: [], waiting: 0 });
  });
});
