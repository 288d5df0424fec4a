import { neutralCheck } from '../../../src/invitations/domain/neutral-check';
import { Mail } from '../../../src/invitations/domain/mail';
import { NeutralFinding } from '../../../src/invitations/domain/neutral-check';
import { NeutralKnowledge } from '../../../src/invitations/domain/neutral-knowledge';
import { icalText } from '../../../src/invitations/ical/ical-text';
import { mailFindings, MailFinding } from '../../../src/invitations/mail.check';
import { compose } from '../../../src/platform/mail/compose';
import { aKnowledge, aMeeting, anEvent, anInvitation, anOverview, aRecipient } from '../../support/calls';

const protectedRoute = aRecipient({ protection: 'protected' });
const protectedKnowledge = (differing: Partial<NeutralKnowledge> = {}): NeutralKnowledge =>
  aKnowledge({ protection: 'protected', toldPlace: aMeeting().place.words, ...differing });

const findings = async (mail: Mail, known = aKnowledge()): Promise<readonly MailFinding[]> =>
  mailFindings(mail, compose(mail), neutralCheck(known));

const rules = async (mail: Mail, known = aKnowledge()): Promise<string[]> => [
  ...new Set((await findings(mail, known)).map(({ rule }) => rule)),
];

const inRaw = async (raw: string, known = aKnowledge()): Promise<string[]> => {
  const found = await mailFindings(anOverview(), Buffer.from(raw.replace(/\r?\n/g, '\r\n')), neutralCheck(known));
  return [...new Set(found.map(({ rule }) => rule))];
};

const withText = (text: string): Mail => ({ ...anInvitation(), text });
const withHtml = (html: string): Mail => ({ ...anInvitation(), html });

describe('the neutral check', () => {
  it('lets our own mails through, on both routes and in both languages', async () => {
    for (const language of ['sv', 'en'] as const) {
      const open = aRecipient({ language });
      const safe = aRecipient({ language, protection: 'protected' });
      expect(await findings(anInvitation({ recipient: open }))).toEqual([]);
      expect(await findings(anOverview({ recipient: open }))).toEqual([]);
      expect(await findings(anInvitation({ recipient: safe }), protectedKnowledge())).toEqual([]);
      expect(await findings(anOverview({ recipient: safe }), protectedKnowledge())).toEqual([]);
    }
  });

  it('refuses the released agenda on an open route', async () => {
    const leaked = anInvitation({ recipient: protectedRoute });

    expect(await rules(leaked)).toEqual(['otherName', 'listedWord', 'homeAddress']);
  });

  it('keeps the secret out of the sentence, and shows it to the coordinator', async () => {
    const [finding] = (await findings(withText('Vi ses hos Fatima.'))) as NeutralFinding[];

    expect(finding).toEqual({
      rule: 'otherName',
      where: 'text/plain',
      sentence: 'The mail names somebody other than its recipient and the one who calls.',
      found: 'Fatima',
    });
  });
});

describe('names of others', () => {
  it.each([
    'Olle kommer också',
    'OLLE kommer också',
    'Vi ses i Olles trädgård',
    "It is Olle's day",
    'med Bo.',
    'Bos tur',
    'Haddad kommer',
    'Hälsa Anders',
    'O\u200blle kommer',
    'Ol\u00adle kommer',
    'Fa\u2060tima',
    'Ｏｌｌｅ',
  ])('are found in "%s"', async (text) => {
    expect(await rules(withText(text))).toEqual(['otherName']);
  });

  it.each([
    'Boka gärna tid',
    'En bok på bordet',
    'Hon heter Ekman',
    'Hej Eva! Hälsningar Maria Nyström',
    'Evas möte',
    'Andersson',
    'Lunds universitet',
  ])('are not seen in "%s"', async (text) => {
    expect(await rules(withText(text))).toEqual([]);
  });

  it('are whole words with their own letters: Åsa is not Asa', async () => {
    const known = aKnowledge({ forbiddenNames: ['Åsa'] });

    expect(await rules(withText('Asa kommer'), known)).toEqual([]);
    expect(await rules(withText('A\u030asa kommer'), known)).toEqual(['otherName']);
  });

  it('may be words of ours too: Dag and May are people only inside a sentence', async () => {
    const known = aKnowledge({ forbiddenNames: ['Dag Ring', 'May', 'Clas', 'Jan', 'Page', 'Li'] });
    const english = aRecipient({ language: 'en' });

    expect(await findings(anOverview(), known)).toEqual([]);
    expect(await findings(anInvitation(), known)).toEqual([]);
    expect(
      await findings(anOverview({ recipient: english, meetings: [aMeeting({ day: '2027-05-12' })] }), known),
    ).toEqual([]);
    expect(await rules(withText('Vi pratar med Dag om det'), known)).toEqual(['otherName']);
    expect(await rules(withText('Come and see May.'), known)).toEqual(['otherName']);
  });

  it.each([
    ['İlker', 'Hälsa İlker'],
    ['Νίκος', 'ΝΊΚΟΣ kommer'],
    ['Jose\u0301', 'JOSÉS tur'],
  ])('are found whatever their letters: %s', async (name, text) => {
    expect(await rules(withText(text), aKnowledge({ forbiddenNames: [name] }))).toEqual(['otherName']);
  });

  it('are not seen in small words of a name, such as af Klint', async () => {
    const known = aKnowledge({ forbiddenNames: ['Hilma af Klint'] });

    expect(await rules(withText('Ett af de möten'), known)).toEqual([]);
    expect(await rules(withText('Klint kommer'), known)).toEqual(['otherName']);
  });

  it('are not seen in random ids, links and tokens', async () => {
    const known = aKnowledge({ forbiddenNames: ['Ebba', 'qv7Yt2mLr0sXw4bNc8dKpA', 'k3v9w2m7q5x1'] });
    const meeting = aMeeting({ uid: '6f1b7a52-ebba-4c1e-9d0b-5c54a3a7e404' });

    expect(await findings(anInvitation({ meeting }), known)).toEqual([]);
  });

  it('may not stand in the headline of a calendar or a subject, even on a protected route', async () => {
    const meeting = aMeeting({ title: 'Olles möte' });
    const mail = anInvitation({ recipient: protectedRoute, meeting });

    expect(await rules(mail, protectedKnowledge())).toEqual(['otherName']);
    expect(await rules({ ...anInvitation(), subject: 'Möte om Olle' }, protectedKnowledge())).toEqual(['otherName']);
  });
});

describe('listed words', () => {
  it.each([
    'Psykiatrin kallar',
    'öppenpsykiatrin',
    'din DIAGNOS',
    'Kvalitetsstjärnan',
    'RESURSGRUPPEN',
    'krisplanen',
    'läkemedel',
    'your crisis plan',
    'your crisis\nplan',
    'mental health',
    'psy\u00adkiatri',
    'p\u200dsykolog',
    'kris\u2060plan',
  ])('are found in "%s"', async (text) => {
    expect(await rules(withText(text))).toEqual(['listedWord']);
  });

  it.each(['lakemedel', 'Mejlet är mitt', 'careful with that', 'en lång promenad'])(
    'are not seen in "%s"',
    async (text) => {
      expect(await rules(withText(text))).toEqual([]);
    },
  );

  it.each([
    'psy<b>kia</b>tri',
    '<p>p<span>s</span>yk</p>',
    'psy&shy;kiatri',
    '&#112;sykiatri',
    '&#x70;sykiatri',
    'l&auml;kemedel',
    '<p title="psykiatri">x</p>',
    '<!-- diagnos -->',
    '<a href="https://psykiatri.example/">x</a>',
  ])('are found in the HTML %s', async (html) => {
    expect(await rules(withHtml(html))).toEqual(['listedWord']);
  });

  it('are not made of two blocks that stand after each other', async () => {
    expect(await rules(withHtml('<td>psy</td><td>kisk</td>'))).toEqual([]);
  });

  it('are found in the domain of the service, but not in the address of the recipient', async () => {
    const recipient = aRecipient({ address: 'eva@psykiatri.example' });
    const meeting = aMeeting({ replyAddress: 'svar+abc@psykiatri.example' });
    const known = aKnowledge({ recipientAddress: recipient.address, serviceAddresses: [meeting.replyAddress] });

    expect(await rules(anInvitation({ recipient }), { ...aKnowledge(), recipientAddress: recipient.address })).toEqual(
      [],
    );
    expect(await rules(anInvitation({ meeting, recipient }), known)).toEqual(['listedWord']);
  });
});

describe('homes, addresses and hidden ways', () => {
  it('finds a home by its street, and knows it from the house next door', async () => {
    expect(await rules(withText('Vi ses på björkgatan  12.'))).toEqual(['homeAddress']);
    expect(await rules(withText('Vi ses på Åsvägen 3 B'))).toEqual(['homeAddress']);
    expect(await rules(withText('Vi ses på Åsvägen 3B'))).toEqual(['homeAddress']);
    expect(await rules(withText('Vi ses på Björkgatan 122'))).toEqual([]);
  });

  it('lets a protected mail tell the place of its meeting, and no other home', async () => {
    const elsewhere = aMeeting({ place: { words: 'Åsvägen 3 B', isPublic: false, form: 'home' } });

    expect(await rules(anInvitation({ recipient: protectedRoute }), protectedKnowledge())).toEqual([]);
    expect(await rules(anInvitation({ recipient: protectedRoute, meeting: elsewhere }), protectedKnowledge())).toEqual([
      'homeAddress',
    ]);
  });

  it('refuses the e-mail address of anybody else on every route', async () => {
    expect(await rules(withText('Skriv till nagon@post.example'))).toEqual(['otherMailAddress']);
    expect(await rules(withText('Skriv till nagon@post.example'), protectedKnowledge())).toEqual(['otherMailAddress']);
  });

  it('refuses a mail that fetches something or goes to several', async () => {
    expect(await rules(withHtml('<img src="https://moten.example/x.gif" alt="">'))).toEqual(['remoteContent']);
    expect(await inRaw('To: eva.lund@post.example\nCc: eva.lund@post.example, eva.lund@post.example\n\nHej')).toEqual([
      'onlyRecipient',
    ]);
  });
});

describe('a word is found however the mail is packed', () => {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');

  it.each([
    [
      'a base64 body',
      `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${base64('Krisplanen')}`,
    ],
    [
      'a quoted-printable body',
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nl=C3=A4ke=\nmedel',
    ],
    [
      'a latin1 body',
      'Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nl=E4kemedel',
    ],
    ['an encoded subject', `Subject: =?utf-8?B?${base64('Läkemedel')}?=\n\nHej`],
    ['a subject cut in two', 'Subject: =?utf-8?Q?l=C3=A4ke?=\n =?utf-8?Q?medel?=\n\nHej'],
    ['a sender', 'From: =?utf-8?Q?Psykiatrin?= <svar+k3v9w2m7q5x1@moten.example>\n\nHej'],
    [
      'a file name',
      'Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHej\n--b\nContent-Type: application/pdf; name=diagnos.pdf\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n',
    ],
    [
      'a file of text',
      `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHej\n--b\nContent-Type: text/plain\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n${base64('diagnos')}\n--b--\n`,
    ],
    [
      'a folded calendar line',
      'Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nDESCRIPTION:kris\n plan\nEND:VCALENDAR\n',
    ],
  ])('in %s', async (_, raw) => {
    expect(await inRaw(raw)).toEqual(['listedWord']);
  });

  it('also in a cancellation', async () => {
    const event = anEvent({ recipient: protectedRoute }).cancelled(anEvent().fields.stamp);
    const mail: Mail = { ...anInvitation(), calendar: { method: 'CANCEL', text: icalText(event) } };

    expect(await rules(mail)).toEqual(['otherName', 'listedWord', 'homeAddress']);
  });

  it('and a calendar that breaks a rule is named as well', async () => {
    const { calendar } = anInvitation();
    const text = (calendar?.text ?? '').replace('CLASS:PRIVATE', 'CLASS:PUBLIC');

    expect(await rules({ ...anInvitation(), calendar: { method: 'REQUEST', text } })).toEqual(['private']);
  });
});
