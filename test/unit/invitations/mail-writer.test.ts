import { aCall, aMeeting, anInvitation, anOverview, aRecipient, aStamp, aWriter, links } from '../../support/calls';

const protectedRoute = aRecipient({ protection: 'protected' });
const everything = ({ text, html, calendar }: ReturnType<typeof anInvitation>): string =>
  [text, html, calendar?.text.replace(/\r\n /g, '') ?? ''].join('\n');

describe('a call on an open route', () => {
  const mail = anInvitation();

  it('has a subject that tells the day and the time and nothing else', () => {
    expect(mail.subject).toBe('Kallelse till möte 14 april kl. 13.00');
  });

  it('comes from the coordination of meetings, at the address of this meeting and person', () => {
    expect(mail.from).toEqual({ name: 'Mötessamordning', address: aMeeting().replyAddress });
    expect(mail.envelope).toEqual({ from: aMeeting().replyAddress, to: aRecipient().address });
  });

  it('tells which meeting of how many, when in words, how long and whom to call', () => {
    expect(mail.text).toContain('Möte 4 av 7\nonsdag 14 april 2027 klockan 13.00–14.00, vecka 15\nLängd: 1 timme');
    expect(mail.text).toContain('Ring Maria:\n070-174 06 05');
    expect(mail.html).toContain('href="tel:0701740605"');
  });

  it('gives the neutral titles of the agenda only', () => {
    expect(mail.text).toContain('1. Välkommen\n2. Hur det går\n3. Nytt sedan sist\n4. Nästa möte');
    expect(everything(mail)).not.toMatch(/kvalitet|läkaren|vem leder|Anders|bättre sedan sist|15 minuter/);
  });

  it('says of the place only that it is as agreed', () => {
    expect(mail.text).toContain('Plats: enligt överenskommelse');
    expect(mail.calendar?.text).toContain('\r\nLOCATION:enligt överenskommelse\r\n');
    expect(everything(mail)).not.toMatch(/Olle|Björkgatan|Hemma/);
  });

  it('tells a place that is marked public', () => {
    const place = { words: 'Biblioteket, Stora torget', isPublic: true, form: 'office' } as const;

    expect(anInvitation({ meeting: aMeeting({ place }) }).text).toContain('Plats: Biblioteket, Stora torget');
  });

  it('never tells a home, whatever it is marked as', () => {
    const place = { words: 'Hemma hos Olle', isPublic: true, form: 'home' } as const;

    expect(everything(anInvitation({ meeting: aMeeting({ place }) }))).not.toContain('Hemma');
  });

  it('tells the first name of the one who calls, not the whole', () => {
    expect(everything(mail)).not.toContain('Nyström');
  });

  it('has the personal link in text, HTML and calendar', () => {
    const pages = [mail.text, mail.html, mail.calendar?.text.replace(/\r\n /g, '') ?? ''];

    expect(pages.filter((page) => page.includes(links.page))).toHaveLength(3);
  });
});

describe('a call on a protected route', () => {
  const mail = anInvitation({ recipient: protectedRoute });

  it('gives the released agenda, who leads each item, its minutes and its line', () => {
    expect(mail.text).toContain('2. Läget på kvalitetsstjärnan (15 minuter, leds av Maria Nyström)');
    expect(mail.text).toContain('\n   Vad har blivit bättre sedan sist?\n');
  });

  it('tells the place', () => {
    expect(mail.text).toContain('Plats: Hemma hos Olle, Björkgatan 12, Ekeby');
    expect(mail.calendar?.text).toContain('LOCATION:Hemma hos Olle\\, Björkgatan 12\\, Ekeby');
  });

  it('has the same subject and calendar headline as on an open route', () => {
    expect(mail.subject).toBe(anInvitation().subject);
    expect(mail.calendar?.text).toContain('\r\nSUMMARY:Möte\r\n');
  });

  it('uses the name that the service user chose for the meeting', () => {
    const named = anInvitation({ recipient: protectedRoute, meeting: aMeeting({ title: 'Tisdagsfika' }) });

    expect(named.calendar?.text).toContain('\r\nSUMMARY:Tisdagsfika\r\n');
    expect(named.subject).not.toContain('Tisdagsfika');
    expect(named.text).toContain('Mötets namn: Tisdagsfika');
  });
});

describe('the overview of a year', () => {
  const mail = anOverview();

  it('counts the meetings in its subject', () => {
    expect(mail.subject).toBe('7 möten bokade med dig');
    expect(anOverview({ meetings: [aMeeting()] }).subject).toBe('Ett möte bokat med dig');
  });

  it('has one row for each meeting, with a heading of its own', () => {
    expect(mail.html.match(/scope="row"/g)).toHaveLength(7);
    expect(mail.text).toContain('Möte 7 av 7\nonsdag 17 november 2027, 13.00–14.00 (vecka 46)');
  });

  it('asks people to save the sender, and carries no calendar', () => {
    expect(mail.text).toContain('Spara avsändaren bland dina kontakter.');
    expect(mail.calendar).toBeUndefined();
  });

  it('tells the places one by one where they differ', () => {
    const office = { words: 'Stora torget 1', isPublic: true, form: 'office' } as const;
    const meetings = [aMeeting(), aMeeting({ place: office })] as const;

    const { text } = anOverview({ meetings: [...meetings] });

    expect(text.match(/Plats: .*/g)).toEqual(['Plats: enligt överenskommelse', 'Plats: Stora torget 1']);
  });
});

describe('every mail', () => {
  it('speaks the language of its recipient', () => {
    const recipient = aRecipient({ language: 'en' });

    expect(anInvitation({ recipient }).subject).toBe('Invitation to a meeting on 14 April at 13:00');
    expect(anInvitation({ recipient }).html).toContain('<html lang="en">');
    expect(anOverview({ recipient }).subject).toBe('7 meetings booked with you');
  });

  it('says which clock the times follow', () => {
    expect(anInvitation().text).toContain('Alla tider gäller svensk tid.');
    expect(anInvitation({ meeting: aMeeting({ zone: 'Europe/Helsinki' }) }).text).toContain('Europe/Helsinki');
  });

  it('says lengths in words', () => {
    const lasting = (minutes: number): string =>
      anInvitation({ meeting: aMeeting({ span: { ...aMeeting().span, minutes } }) }).text;

    expect(lasting(90)).toContain('Längd: 1 timme och 30 minuter');
    expect(lasting(45)).toContain('Längd: 45 minuter');
    expect(lasting(120)).toContain('Längd: 2 timmar');
  });

  it.each(['b@x.example,evil@e.example', 'Eva <eva@post.example>', 'eva@post.example\r\nBcc: b@x.example', 'eva'])(
    'refuses the address %j',
    (address) => {
      expect(() => anInvitation({ recipient: aRecipient({ address }) })).toThrow('notOneAddress');
    },
  );

  it('leaves out the line about privacy when no page tells of it', () => {
    const call = aCall({ links: { page: links.page } });

    expect(aWriter().meetingMail(call, aStamp()).text).not.toContain('uppgifter:');
  });
});
