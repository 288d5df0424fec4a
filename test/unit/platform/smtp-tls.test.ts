import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Receipt } from '../../../src/platform/mail/courier';
import { whenPresent } from '../../support/needs';
import { SmtpSink } from '../../support/smtp-sink';

jest.setTimeout(60_000);

const hook = join(__dirname, '../../support/typescript-hook.cjs');

// In a process of its own, since Node reads whom to trust when it starts.
const deliverOne = `
  const { SmtpCourier } = require('${join(__dirname, '../../../src/platform/mail/smtp-courier.ts')}');
  const courier = new SmtpCourier(process.argv[1]);
  const envelope = { from: 'svar@kretsen.example', to: 'maj@post.example' };
  courier.deliver({ raw: Buffer.from('Subject: hej\\r\\n\\r\\nhej\\r\\n'), envelope }).then((receipt) => {
    process.stdout.write(JSON.stringify(receipt));
    courier.close();
  });`;
const hasOpenssl = () => spawnSync('openssl', ['version']).status === 0;

/** A certificate of its own that stands for this name and no other. */
function certificateFor(name: string, folder: string): { readonly key: string; readonly cert: string } {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  const names = ['-subj', '/CN=mail', '-addext', `subjectAltName=${name}`];
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-keyout', key, '-out', cert, ...names],
  ]);
  if (made.status !== 0) throw new Error(made.stderr.toString());
  return { key, cert };
}

whenPresent('openssl', hasOpenssl, () => {
  describe('to another machine that has TLS', () => {
    let folder: string;
    let sink: SmtpSink;

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'kretsen-tls-'));
    });
    afterEach(async () => {
      await sink.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** In a process that trusts the certificate; another address of this machine, which is not a loopback one. */
    const deliverWith = async (names: string): Promise<Receipt> => {
      const { key, cert } = certificateFor(names, folder);
      sink = await SmtpSink.listening({ disabledCommands: [], key: readFileSync(key), cert: readFileSync(cert) });
      const url = `smtp://0.0.0.0:${String(sink.port)}`;
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: cert };
      const { stdout } = await promisify(execFile)('node', ['-r', hook, '-e', deliverOne, url], { env });
      return JSON.parse(stdout) as Receipt;
    };

    it('a mail is handed over when its certificate is vouched for and bears its name', async () => {
      expect((await deliverWith('IP:0.0.0.0')).kind).toBe('accepted');
      expect(sink.arrived).toHaveLength(1);
    });

    it('nothing is handed over when its certificate bears another name', async () => {
      expect(await deliverWith('DNS:other.example')).toMatchObject({ kind: 'deferred', why: 'notSecure' });
      expect(sink.arrived).toEqual([]);
    });
  });
});
