import { BadRequestException } from '@nestjs/common';
import { answerIn, type OwnEntry } from '../../../src/invitations/domain/own-answer';
import { entriesIn, kindsFor } from '../../../src/invitations/own-answers.forms';
import { anAct } from '../../support/answers-builders';
import { someMoment } from '../../support/groups-builders';
import { aMeeting } from '../../support/meetings-builders';

const anEntry = (given: Partial<OwnEntry> = {}): OwnEntry => ({
  ...{ number: 1, revision: 1, choice: 'yes', comment: '', wishes: [] },
  ...given,
});

describe('what is answered on somebody’s own page', () => {
  const meeting = aMeeting().become('called');

  it('is kept when it is new', () => {
    expect(answerIn(anEntry(), meeting, [], someMoment)).toEqual({
      kind: 'kept',
      said: { act: { choice: 'yes', comment: '', revision: 1 }, wishes: [] },
    });
  });

  it('is nothing when nothing was chosen or changed, also after the start', () => {
    const after = meeting.startsAt;

    expect(answerIn(anEntry({ choice: null }), meeting, [], after)).toEqual({ kind: 'nothing-new' });
    expect(answerIn(anEntry(), meeting, [anAct({ choice: 'yes' })], after)).toEqual({ kind: 'nothing-new' });
  });

  it('is kept until the meeting begins, and not a moment longer', () => {
    const kinds = [meeting.startsAt.plusMinutes(-1), meeting.startsAt].map(
      (now) => answerIn(anEntry(), meeting, [], now).kind,
    );

    expect(kinds).toEqual(['kept', 'too-late']);
  });

  it('comes too late to a meeting that is off', () => {
    expect(answerIn(anEntry(), meeting.become('cancelled'), [], someMoment)).toEqual({ kind: 'too-late' });
  });

  it('may be a wish alone', () => {
    const wishes = [{ kind: 'need', text: 'Tolk' }] as const;

    expect(answerIn(anEntry({ choice: null, wishes }), meeting, [], someMoment)).toEqual({
      kind: 'kept',
      said: { act: null, wishes },
    });
  });

  it('is never about a revision that there has not been', () => {
    expect(() => answerIn(anEntry({ revision: 2 }), meeting, [], someMoment)).toThrow('noSuchRevision');
  });
});

describe('the form of somebody’s own page', () => {
  const fields = (given: Record<string, unknown> = {}) => ({ 'revision-1': '1', 'answer-1': 'no', ...given });

  it('is read meeting by meeting', () => {
    const body = fields({ 'revision-12': '3', 'takeUp-12': ' Semester \r\n', 'answerComment-1': 'Jag är sjuk' });

    expect(entriesIn(body, [1, 2, 12])).toEqual({
      kind: 'filled',
      value: [
        anEntry({ choice: 'no', comment: 'Jag är sjuk' }),
        anEntry({ number: 12, revision: 3, choice: null, wishes: [{ kind: 'takeUp', text: 'Semester' }] }),
      ],
    });
  });

  it('has no place for what a guest of one item wants taken up', () => {
    const kinds = kindsFor({ isGuests: true });

    expect(() => entriesIn(fields({ 'takeUp-1': 'Semester' }), [1], kinds)).toThrow(BadRequestException);
    expect(entriesIn(fields({ 'need-1': 'Tolk', 'takeUp-1': '' }), [1], kinds).kind).toBe('filled');
  });

  it('is faulty where something is written without an answer', () => {
    expect(entriesIn(fields({ 'answer-1': '', 'answerComment-1': 'Kanske' }), [1])).toEqual({
      kind: 'faulty',
      faults: [{ field: 'answer-1', code: 'commentWithoutAnswer', values: {} }],
    });
  });

  it('names the fields that are faulty, each with its meeting', () => {
    const reading = entriesIn(
      fields({ 'answer-1': 'perhaps', 'revision-2': '1', 'need-2': 'a'.repeat(1001), 'takeUp-2': 'a\u0007' }),
      [1, 2],
    );

    expect(reading).toMatchObject({
      kind: 'faulty',
      faults: [
        { field: 'answer-1', code: 'fieldNotChosen' },
        { field: 'takeUp-2', code: 'fieldWithHiddenCharacters' },
        { field: 'need-2', code: 'fieldTooLong' },
      ],
    });
  });

  it.each([
    ['a meeting that is not theirs', fields({ 'answer-9': 'yes' })],
    ['a field that is not known', fields({ 'state-1': 'cancelled' })],
    ['a field without a meeting', fields({ answer: 'yes' })],
    ['a list where a word belongs', fields({ 'answer-1': ['yes', 'no'] })],
  ])('is refused outright with %s', (_, body) => {
    expect(() => entriesIn(body, [1])).toThrow('Bad Request');
  });
});
