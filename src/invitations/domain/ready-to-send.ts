import type { CallLine } from './call-list';

/** Something that must be done before anything may be sent; the words are `send.lack.<rule>`. */
export interface NotReady {
  readonly rule: 'groupForming' | 'notSeen' | 'notApproved' | 'nothingBooked' | 'noCaller';
  readonly names: readonly string[];
}

export interface Readiness {
  readonly isForming: boolean;
  readonly meetingsAhead: number;
  readonly hasCaller: boolean;
  /** False when the viewer is assigned to the group but not to somebody in it. */
  readonly everybodyIsSeen: boolean;
  readonly lines: readonly CallLine[];
}

type Rule = (given: Readiness) => readonly NotReady[];

const groupIsMade: Rule = ({ isForming }) => (isForming ? [{ rule: 'groupForming', names: [] }] : []);

// A year that was called off altogether is still to be told of.
const yearIsBooked: Rule = ({ meetingsAhead, lines }) =>
  meetingsAhead === 0 && lines.every(({ messages }) => messages.length === 0)
    ? [{ rule: 'nothingBooked', names: [] }]
    : [];

// An adjunct who is invited to no item is not called, and holds up nobody.
const isCalled = ({ way }: CallLine): boolean => way.by !== 'none' || !way.why.includes('adjunct');

const everybodyIsApproved: Rule = ({ lines }) => {
  const names = lines
    .filter((line) => isCalled(line) && line.person.standing.member && !line.person.standing.approved)
    .map(({ person }) => person.calledName);
  return names.length === 0 ? [] : [{ rule: 'notApproved', names }];
};

const somebodyAnswersThePhone: Rule = ({ hasCaller }) => (hasCaller ? [] : [{ rule: 'noCaller', names: [] }]);

// Names that the viewer does not know could not be kept out of the mails either.
const everybodyIsSeenByTheViewer: Rule = ({ everybodyIsSeen }) =>
  everybodyIsSeen ? [] : [{ rule: 'notSeen', names: [] }];

const rules: readonly Rule[] = [
  groupIsMade,
  everybodyIsSeenByTheViewer,
  everybodyIsApproved,
  yearIsBooked,
  somebodyAnswersThePhone,
];

/** What the method requires before a call; empty when the year may be sent. */
export const notReady = (given: Readiness): readonly NotReady[] => rules.flatMap((rule) => rule(given));
