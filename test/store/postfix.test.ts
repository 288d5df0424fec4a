import { rmSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Delivery } from '../../src/outbox/domain/delivery';
import { Outbox } from '../../src/outbox/outbox.service';
import { Database } from '../../src/platform/database/database';
import { Words } from '../../src/platform/web/words';
import { Narrator } from '../../src/practice/narrator';
import { buildPractice, type PracticeProgram } from '../../src/practice/practice-house';
import { Practice } from '../../src/practice/practice.service';
import { freshSettings, home } from '../support/app';
import { whenPresent } from '../support/needs';
import { type Delivered, hasPostfix, Postfix } from '../support/postfix';

jest.setTimeout(120_000);

/** A mail as the outbox keeps it. */
interface Kept {
  readonly delivery: Delivery;
  readonly raw: Buffer;
}

const say = new Words(join(home, 'data', 'words')).in('sv');

// Postfix gives each mail a name, says it in its answer, and writes it above the mail.
const nameInReply = ({ progress }: Delivery): string =>
  /^250 2\.0\.0 Ok: queued as (\w+)$/.exec(progress.reply)?.[1] ?? progress.reply;
const nameAbove = ({ trace }: Delivered): string => /\bid (\w+)/.exec(trace.get('Received') ?? '')?.[1] ?? '';

whenPresent('Postfix (started as root)', hasPostfix, () => {
  describe('Olle’s year, sent through Postfix', () => {
    let postfix: Postfix | undefined;
    let program: PracticeProgram | undefined;
    let folder: string | undefined;
    let kept: readonly Kept[];
    let mailbox: readonly Delivered[];

    beforeAll(async () => {
      postfix = await Postfix.start();
      const settings = await freshSettings({
        mail: { replyAddress: 'svar@kretsen.example', smtpUrl: postfix.url, lease: 120 },
      });
      folder = settings.dataFolder;
      program = await buildPractice(settings);
      kept = await practised(program);
      mailbox = await postfix.delivered();
    });

    afterAll(async () => {
      await program?.close();
      await postfix?.stop();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    });

    const inMailbox = ({ delivery }: Kept): Delivered => {
      const [mail, ...others] = mailbox.filter((each) => nameAbove(each) === nameInReply(delivery));
      if (!mail || others.length > 0)
        throw new Error(`Delivered ${String(others.length)} times: ${delivery.message.id}`);
      return mail;
    };

    it('is taken at the first attempt, overviews and calls, and each answer is kept', () => {
      expect(new Set(kept.map(({ delivery }) => delivery.message.kind))).toEqual(new Set(['overview', 'invitation']));
      expect(kept.map(({ delivery: { state, progress } }) => [state, progress.attempts, progress.reply])).toEqual(
        kept.map(() => ['sent', 1, expect.stringMatching(/^250 2\.0\.0 Ok: queued as \w+$/) as string]),
      );
    });

    it('arrives as many times as the outbox says that it was sent', () => {
      const names = kept.map(({ delivery }) => nameInReply(delivery));
      expect(mailbox.map(nameAbove).sort()).toEqual(names.sort());
      expect(new Set(names).size).toBe(kept.length);
    });

    it('has one recipient each, on the envelope and in the mail', async () => {
      for (const mail of kept) {
        const { trace, rest } = inMailbox(mail);
        const { recipient, envelopeFrom } = mail.delivery.message;
        const { to, cc, bcc } = await PostalMime.parse(rest);

        expect(Object.fromEntries(trace)).toEqual({
          'Return-Path': `<${envelopeFrom}>`,
          'X-Original-To': recipient,
          'Delivered-To': recipient,
          // Written only when a mail has a single recipient.
          Received: expect.stringContaining(` for <${recipient}>; `) as string,
        });
        expect([to?.map(({ address }) => address), cc, bcc]).toEqual([[recipient], undefined, undefined]);
      }
    });

    it('keeps every byte but the line ends, which are a file’s', () => {
      for (const mail of kept)
        expect(inMailbox(mail).rest.toString('latin1')).toBe(mail.raw.toString('latin1').replaceAll('\r\n', '\n'));
    });
  });
});

/** Olle's whole story up to the mails that have left, and those mails. */
async function practised({ app }: PracticeProgram): Promise<readonly Kept[]> {
  const outbox = app.get(Outbox, { strict: false });
  const { viewer, group } = await app.get(Practice, { strict: false }).run(say, new Narrator(say, () => undefined));
  return app.get(Database, { strict: false }).transaction(async () => {
    const kept: Kept[] = [];
    for (const delivery of await outbox.ofGroup(viewer, group.id))
      if (delivery.message.channel === 'email')
        kept.push({ delivery, raw: await outbox.bytes(viewer, delivery.message.id) });
    return kept;
  });
}
