import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HttpsOutgoing, type OutgoingRules, strictRules } from '../../../src/platform/outgoing/https-outgoing';
import { isPublicAddress } from '../../../src/platform/outgoing/public-address';
import { whenPresent } from '../../support/needs';

describe('an address is public', () => {
  it.each(['8.8.8.8', '130.243.1.1', '172.15.255.255', '172.32.0.0', '100.63.255.255', '2a00:801:f0::1', '2600::1'])(
    'when it is of the open net: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine by another number', '127.255.255.254'],
    ['no machine', '0.0.0.0'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ["the operator's", '100.64.0.1'],
    ["the operator's", '100.127.255.255'],
    ["link-local, and a cloud's secrets", '169.254.169.254'],
    ['for protocols', '192.0.0.8'],
    ['for documentation', '192.0.2.1'],
    ['for documentation', '198.51.100.7'],
    ['for documentation', '203.0.113.9'],
    ['for benchmarks', '198.19.255.255'],
    ['a relay', '192.88.99.1'],
    ['multicast', '224.0.0.251'],
    ['reserved', '250.1.2.3'],
    ['for all', '255.255.255.255'],
    ['this machine', '::1'],
    ['no machine', '::'],
    ['this machine in disguise', '::ffff:127.0.0.1'],
    ['this machine in disguise', '::ffff:7f00:1'],
    ['a public one in disguise', '::ffff:8.8.8.8'],
    ['this machine in an older disguise', '::127.0.0.1'],
    ['translated (NAT64)', '64:ff9b::10.0.0.1'],
    ['translated (NAT64)', '64:ff9b:1::1'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['private', 'fd12:3456::1'],
    ['private', 'fc00::1'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['for documentation', '2001:db8::1'],
    ['for documentation', '3fff::1'],
    ['a tunnel (Teredo)', '2001:0:4136:e378::1'],
    ['a tunnel (6to4)', '2002:7f00:1::1'],
    ['discarded', '100::1'],
    ['a name', 'localhost'],
    ['nothing', ''],
  ])('but not when it is %s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

const hasOpenssl = () => spawnSync('openssl', ['version']).status === 0;

whenPresent('openssl', hasOpenssl, () => {
  describe('what people gave the address of', () => {
    let folder: string;
    let server: Server;
    let asked: IncomingMessage[];
    let answer: RequestListener;
    let ca: string;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'kretsen-outgoing-'));
      const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
      const names = ['-subj', '/CN=calendar', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
      const kind = [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
      ];
      spawnSync('openssl', [...kind, '-keyout', key, '-out', cert, ...names]);
      ca = readFileSync(cert, 'utf8');
      server = createServer({ key: readFileSync(key), cert: ca }, (request, response) => {
        asked.push(request);
        answer(request, response);
      });
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    });
    beforeEach(() => {
      asked = [];
      answer = (_, response) => response.end('BEGIN:VCALENDAR');
    });

    /** By the rules of the program, but to this machine, and by this machine's certificate. */
    const fetching = (changes: Partial<OutgoingRules> = {}, address = 'https://localhost/secret/basic.ics?x=1') => {
      const { port } = server.address() as AddressInfo;
      return new HttpsOutgoing({ ...strictRules, isPublic: () => true, port, ca, ...changes }).fetch(address);
    };

    it('is fetched, and nothing is told of who asks', async () => {
      expect(await fetching()).toEqual({ kind: 'fetched', body: Buffer.from('BEGIN:VCALENDAR') });
      expect(asked.map(({ url, method }) => [method, url])).toEqual([['GET', '/secret/basic.ics?x=1']]);
      expect(Object.keys(asked[0]!.headers).sort()).toEqual([
        ...['accept', 'accept-encoding', 'connection', 'host', 'user-agent'],
      ]);
      expect(asked[0]!.headers['accept-encoding']).toBe('identity');
    });

    it.each([
      ['without encryption', 'http://localhost/a.ics'],
      ['at a port', 'https://localhost:8443/a.ics'],
      ['with a name and password', 'https://siv:hemligt@localhost/a.ics'],
      ['in a file', 'file:///etc/passwd'],
      ['nowhere', 'localhost'],
    ])('is not asked for when it lies %s', async (_, address) => {
      expect(await fetching({}, address)).toEqual({ kind: 'failed', why: 'notAllowed' });
      expect(asked).toEqual([]);
    });

    it.each(['localhost', '127.0.0.1', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]'])(
      'is never asked for on this machine: %s',
      async (host) => {
        const { isPublic } = strictRules;

        expect(await fetching({ isPublic }, `https://${host}/a.ics`)).toEqual({ kind: 'failed', why: 'notPublic' });
        expect(asked).toEqual([]);
      },
    );

    it('is not fetched from where it is said to have moved', async () => {
      answer = (_, response) => response.writeHead(302, { location: 'https://localhost/other' }).end();

      expect(await fetching()).toEqual({ kind: 'failed', why: 'redirected' });
      expect(asked).toHaveLength(1);
    });

    it.each<[string, (response: ServerResponse) => unknown]>([
      ['is not there', (response) => response.writeHead(404).end()],
      ['comes packed', (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a'))],
    ])('is refused when it %s', async (_, write) => {
      answer = (_request, response) => write(response);

      expect(await fetching()).toEqual({ kind: 'failed', why: 'refused' });
    });

    it('is given up when it is larger than 1 MiB, whatever it says of its size', async () => {
      answer = (_, response) => response.end(Buffer.alloc(1024 * 1024));
      expect(await fetching()).toMatchObject({ kind: 'fetched' });

      answer = (_, response) => {
        response.write(Buffer.alloc(1024 * 1024));
        response.end('x');
      };
      expect(await fetching()).toEqual({ kind: 'failed', why: 'tooLarge' });
    });

    it.each<[string, (response: ServerResponse) => unknown]>([
      ['nothing comes', () => undefined],
      ['a byte comes now and then', (response) => setInterval(() => response.write('x'), 50).unref()],
    ])('is given up when its time is over and %s', async (_, write) => {
      answer = (_request, response) => write(response);
      const begun = performance.now();

      expect(await fetching({ longest: 300 })).toEqual({ kind: 'failed', why: 'tooSlow' });
      expect(performance.now() - begun).toBeLessThan(3000);
    });

    it('is not fetched from a machine that nobody vouches for', async () => {
      const { port } = server.address() as AddressInfo;
      const strangers = new HttpsOutgoing({ ...strictRules, isPublic: () => true, port });

      expect(await strangers.fetch('https://localhost/a.ics')).toEqual({ kind: 'failed', why: 'notSecure' });
      expect(asked).toEqual([]);
    });

    it('is told to be out of reach when nobody answers there', async () => {
      const failed = { kind: 'failed', why: 'unreachable' };

      expect(await fetching({ port: 1 })).toEqual(failed);
      expect(await fetching({}, 'https://nobody.invalid/a.ics')).toEqual(failed);
    });
  });
});
