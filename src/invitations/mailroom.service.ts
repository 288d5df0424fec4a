import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Language } from '../kernel/in-words';
import { Settings } from '../platform/config/settings';
import { Dice } from '../platform/dice';
import { compose } from '../platform/mail/compose';
import { MailTemplates } from '../platform/mail/mail-templates';
import { Words } from '../platform/web/words';
import type { CalledMeeting } from './domain/called-meeting';
import { type CallLine, type CallMessage, isFarewell, type MeetingMessage, type Way } from './domain/call-list';
import type { Gathering } from './domain/gathering';
import { type Letter, letterPiece, type LetterParts, letterTo } from './domain/letter';
import type { Mail } from './domain/mail';
import { MailWriter, type Stamp } from './domain/mail-writer';
import type { Call } from './domain/meeting-page';
import { type NeutralCheck, neutralCheck, neutralFindings } from './domain/neutral-check';
import { neutralScope } from './domain/neutral-scope';
import type { Caller, Recipient } from './domain/recipient';
import { calledMeeting, calledMeetings, type Identities, type YearParts } from './domain/year-of-calls';
import { icalText } from './ical/ical-text';
import { LettersPdf } from './letters/letters-pdf';
import { mailFindings } from './mail.check';
import { readNeutralWords } from './neutral-words';

/** A mail as it would leave, and the message it is. */
export interface WrittenMail {
  readonly message: CallMessage;
  readonly mail: Mail;
  readonly raw: Buffer;
}

/** Why something written may not leave. `found` is for the coordinator's eyes. */
export interface Finding {
  readonly rule: string;
  readonly found: string;
  readonly about: string;
}

/** All that is written to one person. */
export interface WrittenLine {
  readonly line: CallLine;
  readonly mails: readonly WrittenMail[];
  readonly letter: Letter | null;
  readonly findings: readonly Finding[];
}

export interface Writing {
  readonly gathering: Gathering;
  readonly caller: Caller;
  readonly identities: Identities;
}

export const nothingWritten = (line: CallLine): WrittenLine => ({ line, mails: [], letter: null, findings: [] });

type MailWay = Extract<Way, { readonly by: 'email' }>;

/** Writes everything a group's people are to be told, and looks through it before anything leaves. */
@Injectable()
export class Mailroom {
  private readonly writer: MailWriter;
  private readonly neutralWords: ReturnType<typeof readNeutralWords>;
  private readonly plainTitles: readonly string[];
  private readonly paper = new LettersPdf();

  constructor(
    private readonly words: Words,
    private readonly settings: Settings,
    private readonly dice: Dice,
  ) {
    const speaking = (language: Language) => words.in(language);
    this.writer = new MailWriter(speaking, new MailTemplates(join(settings.viewsFolder, 'mail')), icalText);
    this.neutralWords = readNeutralWords(settings.suppliedFolder);
    this.plainTitles = (['sv', 'en'] as const).map((language) => speaking(language)('mail.title'));
  }

  async write(line: CallLine, writing: Writing): Promise<WrittenLine> {
    const { way, messages } = line;
    if (messages.length === 0) return nothingWritten(line);
    if (way.by === 'email') return this.mailsTo(line, way, writing);
    return way.by === 'letter' ? this.letterFor(line, way.address, writing) : nothingWritten(line);
  }

  private async mailsTo(line: CallLine, way: MailWay, writing: Writing): Promise<WrittenLine> {
    const mails = line.messages.map((message) => this.mailFor(message, { line, way, writing }));
    const check = this.checkFor({ line, way, writing }, mails);
    const findings: Finding[] = [];
    for (const written of mails) findings.push(...(await findingsIn(written, check)));
    return { line, mails, letter: null, findings };
  }

  private mailFor(message: CallMessage, { line, way, writing }: CheckParts): WrittenMail {
    const { personId, calledName, language } = line.person;
    const { address, protection } = way;
    const recipient: Recipient = { personId, calledName, language, address, protection };
    const { caller, identities, gathering } = writing;
    const common = { recipient, caller, links: { page: ownPageOf(line, writing) } };
    const stamp = { messageId: this.newMessageId(), date: gathering.parts.now };
    const replyAddress = identities.yearReplyAddress(personId);
    const mail = this.mailAbout(message, { line, way, writing }, { ...common, replyAddress, stamp });
    return { message, mail, raw: compose(mail) };
  }

  private mailAbout(message: CallMessage, { line, writing }: CheckParts, { stamp, ...common }: Common): Mail {
    if (message.meetingId !== null)
      return this.writer.meetingMail({ ...common, ...this.about(message, line, writing) }, stamp);
    if (message.kind === 'taskReminder') return this.writer.taskMail({ ...common, ...message }, stamp);
    if (message.kind === 'pattern') return this.writer.patternMail(common, stamp);
    const kind = message.kind === 'handover' ? 'handover' : 'overview';
    return this.writer.overviewMail({ ...common, kind, meetings: atLeastOne(this.meetingsFor(line, writing)) }, stamp);
  }

  /** The meeting the message is about, as it is; a cancellation speaks of it as it was told. */
  private about(
    message: MeetingMessage,
    line: CallLine,
    writing: Writing,
  ): Pick<Call, 'purpose' | 'meeting' | 'answer'> {
    const { gathering } = writing;
    const own = gathering.bookedFor(line.person).find(({ id }) => id === message.meetingId);
    if (!own) throw new Error('A message is about a booked meeting.');
    const meeting = { ...calledMeeting(own, this.yearFor(line, writing)), sequence: message.sequence };
    const answer = asksFirst(message, line) ? null : gathering.answerTo(own, line.person);
    if (message.kind === 'cancellation') return { purpose: message, meeting: { ...meeting, ...message.was }, answer };
    return { purpose: message, meeting, answer };
  }

  /** Made once for a recipient, for all the mails to them; null when it is not known what they may be told. */
  private checkFor({ line, way, writing }: CheckParts, mails: readonly WrittenMail[]): NeutralCheck | null {
    const recipient = writing.gathering.person(line.person.personId);
    if (!recipient) return null;
    const scope = neutralScope({
      gathering: writing.gathering,
      recipient,
      protection: way.protection,
      recipientAddress: way.address,
      serviceAddresses: [...mails.map(({ mail }) => mail.from.address), this.settings.mail.replyAddress],
      links: [ownPageOf(line, writing)].filter((link) => link !== ''),
      words: this.neutralWords,
    });
    return neutralCheck(scope);
  }

  private letterFor(line: CallLine, address: string, writing: Writing): WrittenLine {
    const { caller, gathering } = writing;
    const recipient = { ...line.person, address };
    const writtenOn = gathering.parts.now.dayIn(this.settings.zone);
    const { message, meetings } = this.onPaper(line, writing);
    const letter = letterTo({ recipient, caller, message, meetings, writtenOn }, this.words.in(line.person.language));
    return { line, mails: [], letter, findings: this.findingsInLetter(letter, line, writing) };
  }

  private onPaper(line: CallLine, writing: Writing): Pick<LetterParts, 'message' | 'meetings'> {
    const [message] = line.messages;
    if (!message) throw new Error('A letter says something.');
    if (message.kind === 'taskReminder') throw new Error('Nobody is written a letter about a task.');
    if (message.kind === 'pattern') return { message, meetings: [] };
    if (message.meetingId === null) return { message, meetings: this.meetingsFor(line, writing) };
    return { message: { kind: 'call', news: [] }, meetings: [this.about(message, line, writing).meeting] };
  }

  private findingsInLetter(letter: Letter, { person }: CallLine, { gathering }: Writing): readonly Finding[] {
    const recipient = gathering.person(person.personId);
    if (!recipient) return [{ rule: 'unreadable', found: '', about: letter.title }];
    const scope = neutralScope({
      gathering,
      recipient,
      protection: 'open',
      recipientAddress: '',
      serviceAddresses: [],
      links: [],
      words: this.neutralWords,
    });
    const telling = neutralFindings([letterPiece(letter)], scope);
    const unprintable = this.paper.unprintableIn(letter);
    return [
      ...telling.map(({ rule, found }) => ({ rule, found, about: letter.title })),
      ...(unprintable === '' ? [] : [{ rule: 'unprintable', found: unprintable, about: letter.title }]),
    ];
  }

  private newMessageId(): string {
    return `<${this.dice.id()}@${this.settings.mail.replyAddress.split('@')[1] ?? ''}>`;
  }

  private meetingsFor(line: CallLine, writing: Writing): readonly CalledMeeting[] {
    return calledMeetings(this.yearFor(line, writing));
  }

  private yearFor({ person }: CallLine, { gathering, identities }: Writing): YearParts {
    const { plainTitles } = this;
    return { gathering, reader: person, identities, say: this.words.in(person.language), plainTitles };
  }
}

async function findingsIn({ mail, raw }: WrittenMail, check: NeutralCheck | null): Promise<readonly Finding[]> {
  const about = mail.subject;
  if (!check) return [{ rule: 'unreadable', found: '', about }];
  return (await mailFindings(mail, raw, check)).map((finding) =>
    'found' in finding
      ? { rule: finding.rule, found: finding.found, about }
      : { rule: 'calendar', found: finding.rule, about },
  );
}

/** Empty for somebody who is told goodbye, and for a guest who is left with no meeting: they have no page any more. */
const ownPageOf = (line: CallLine, { gathering, identities }: Writing): string =>
  isFarewell(line) || isLeftWithNothing(line, gathering) ? '' : identities.page(line.person.personId);

const isLeftWithNothing = ({ person }: CallLine, gathering: Gathering): boolean =>
  person.part === 'adjunct' && gathering.aheadFor(person).length === 0;

// What they answered about another time, or before they were called off, is no answer to this.
const asksFirst = (message: MeetingMessage, { person }: CallLine): boolean =>
  message.kind === 'change' ? message.asksAgain : person.told.get(message.meetingId)?.isOff === true;

interface Common extends Pick<Call, 'recipient' | 'caller' | 'links'> {
  readonly replyAddress: string;
  readonly stamp: Stamp;
}

interface CheckParts {
  readonly line: CallLine;
  readonly way: MailWay;
  readonly writing: Writing;
}

function atLeastOne<Item>(items: readonly Item[]): readonly [Item, ...Item[]] {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error('Nobody is told of a year without meetings.');
  return [first, ...rest];
}
