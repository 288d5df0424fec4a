import { Proposal, type ProposalParts, requireRoom } from '../../../src/agendas/domain/proposal';
import { requireOfGroup } from '../../../src/agendas/domain/for-the-group';
import type { Part } from '../../../src/groups/domain/part';
import { aGroup, aMember, anId, someMoment } from '../../support/groups-builders';
import { anAgenda, anItem, anItemContent } from '../../support/meetings-builders';

const olle = anId<'person'>();
const aProposal = (given: Partial<ProposalParts> = {}): Proposal =>
  new Proposal({
    ...{ id: anId(), organisationId: anId(), groupId: anId(), meetingId: anId(), personId: olle },
    ...{ words: 'Får jag ha hunden med?', madeAt: someMoment, ...given },
  });

describe('a proposal', () => {
  it('is one line, holds no personal number, and is not empty', () => {
    expect(() => aProposal({ words: ' ' })).toThrow('fieldMissing');
    expect(() => aProposal({ words: 'a'.repeat(201) })).toThrow('fieldTooLong');
    expect(() => aProposal({ words: 'Ring 811218-9876' })).toThrow('personalNumberTyped');
    expect(() => aProposal({ words: 'Två\nrader' })).toThrow('fieldWithHiddenCharacters');
  });

  it('is answered once', () => {
    const accepted = aProposal().accept(anId(), someMoment);
    const declined = aProposal().decline('Vi tar det i maj.', someMoment);

    expect([accepted.state, declined.state, declined.answer]).toEqual(['accepted', 'declined', 'Vi tar det i maj.']);
    for (const answered of [accepted, declined]) {
      expect(() => answered.accept(anId(), someMoment)).toThrow('proposalAnswered');
      expect(() => answered.decline('', someMoment)).toThrow('proposalAnswered');
      expect(() => answered.waitFor(anId())).toThrow('proposalAnswered');
    }
  });

  it('may be one of ten of the same person for a meeting, and no more', () => {
    const nine = Array.from({ length: 9 }, () => aProposal());
    const others = Array.from({ length: 20 }, () => aProposal({ personId: anId() }));

    expect(() => {
      requireRoom([...nine, ...others], olle);
    }).not.toThrow();
    expect(() => {
      requireRoom([...nine, aProposal()], olle);
    }).toThrow('proposalsTooMany');
  });
});

describe('the service user’s wishes', () => {
  const wish = (title: string) => anItem(title, { proposedBy: olle });
  const titles = (agenda: { items: readonly { title: string }[] }) => agenda.items.map(({ title }) => title);

  it('come right after the welcome, in the order they were said', () => {
    const agenda = anAgenda()
      .add(anItem('Välkommen', { standing: 'welcome' }))
      .add(anItem('Målen'));

    expect(titles(agenda.addWish(wish('Hunden')).addWish(wish('Resan')))).toEqual([
      ...['Välkommen', 'Hunden', 'Resan', 'Målen'],
    ]);
  });

  it('come first where there is no welcome', () => {
    expect(titles(anAgenda('Målen').addWish(wish('Hunden')).addWish(wish('Resan')))).toEqual([
      ...['Hunden', 'Resan', 'Målen'],
    ]);
  });
});

describe('a new item', () => {
  const titles = (agenda: { items: readonly { title: string }[] }) => agenda.items.map(({ title }) => title);
  const agenda = anAgenda('A').add(anItem('Nya uppgifter', { standing: 'newTasks' }));

  it('comes before the new tasks, first, or after the item that was chosen', () => {
    expect(titles(agenda.add(anItem('B')))).toEqual(['A', 'B', 'Nya uppgifter']);
    expect(titles(agenda.add(anItem('B'), 'first'))).toEqual(['B', 'A', 'Nya uppgifter']);
    expect(titles(agenda.add(anItem('B'), agenda.items[1]!.id))).toEqual(['A', 'Nya uppgifter', 'B']);
  });

  it('comes where new items usually do when the item it was to follow is gone', () => {
    expect(titles(agenda.add(anItem('B'), anId()))).toEqual(['A', 'B', 'Nya uppgifter']);
  });
});

describe('those an item names', () => {
  const member = (part: Part) => aMember({ part });
  const [doctor, eva, expert] = [member('doctor'), member('network'), member('adjunct')];
  const left = aMember({ part: 'network' }).leave();
  const group = aGroup({ members: [doctor, eva, expert, left] });
  const readers = (...named: readonly { personId: typeof olle }[]) =>
    anItemContent({ readership: { audience: 'named', named: named.map(({ personId }) => personId) } });

  it('are in the group; an expert is invited and reads nothing else', () => {
    expect(() => {
      requireOfGroup(readers(doctor, eva), group);
    }).not.toThrow();
    expect(() => {
      requireOfGroup(readers(expert), group);
    }).toThrow('readerNotInGroup');
    expect(() => {
      requireOfGroup(readers(left), group);
    }).toThrow('readerNotInGroup');
    expect(() => {
      requireOfGroup(readers({ personId: anId() }), group);
    }).toThrow('readerNotInGroup');
  });

  it('are invited only as experts', () => {
    expect(() => {
      requireOfGroup(anItemContent({ guest: expert.personId }), group);
    }).not.toThrow();
    expect(() => {
      requireOfGroup(anItemContent({ guest: eva.personId }), group);
    }).toThrow('guestNotInvitable');
    expect(() => {
      requireOfGroup(anItemContent({ guest: anId() }), group);
    }).toThrow('guestNotInvitable');
  });
});
