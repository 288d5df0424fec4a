import { createTransport } from 'nodemailer';
import type { ComposableMail } from '../compose';

/** The mail library by itself, as fast as it goes: one pool that composes and sends, and remembers nothing. */
export async function sendThroughRawPool(url: string, mails: readonly ComposableMail[]): Promise<void> {
  const { hostname, port } = new URL(url);
  const pool = createTransport({
    ...{ pool: true, host: hostname, port: Number(port), ignoreTLS: true },
    maxMessages: Number.POSITIVE_INFINITY,
  });
  await Promise.all(
    mails.map(({ calendar, date, ...mail }) =>
      pool.sendMail({
        ...mail,
        date: date.toDate(),
        ...(calendar === undefined
          ? {}
          : { icalEvent: { filename: 'mote.ics', method: calendar.method, content: calendar.text } }),
      }),
    ),
  );
  pool.close();
}
