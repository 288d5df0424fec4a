import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import { Controller, Get, Post } from '@nestjs/common';
import { type Answer, goTo } from '../../src/platform/web/answer';
import { For } from '../../src/platform/web/policy';
import { type RunningAccess, startAccess } from '../support/access-app';
import { anAdministrator, goodPassword } from '../support/staff-builders';
import { Visitor } from '../support/visitor';

@Controller('fault')
@For('anyone')
class FaultController {
  @Get()
  fault(): Answer {
    throw new Error('SELECT secret FROM /srv/kretsen for eva@privat.example');
  }

  @Post()
  changed(): Answer {
    return goTo('/changed');
  }
}

@Controller('open')
class OpenController {
  @Get('page')
  page(): Answer {
    return goTo('/');
  }
}

const form = 'application/x-www-form-urlencoded';

describe('the server', () => {
  let house: RunningAccess;
  beforeAll(async () => {
    house = await startAccess({}, [FaultController]);
  });
  afterAll(() => house.stop());

  const raw = (path: string, headers: OutgoingHttpHeaders, body: string | Buffer): Promise<IncomingMessage> =>
    new Promise((answered, failed) => {
      const sent = request(house.url + path, { method: 'POST', headers }, (answer) => {
        answer.resume();
        answered(answer);
      });
      sent.once('error', failed).end(body);
    });

  it.each([
    '/sign-in',
    '/no-such-page',
    '/fault',
    '/assets/none.css',
    '/organisation',
    '/sign-in?next=a&next=b',
    '/sign-in?__proto__=a',
  ])('sends the same protecting headers with %s', async (path) => {
    const { headers } = await new Visitor(house.url).get(path);

    expect(headers.get('content-security-policy')?.split(';').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "script-src 'self'",
      "style-src 'self'",
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it.each(['/sign-in?next=a&next=b', '/sign-in?__proto__=a', '/choose-password/%ff'])(
    'refuses the address %s',
    async (path) => {
      expect((await new Visitor(house.url).get(path)).status).toBe(400);
    },
  );

  it('tells a fault by a number and keeps what happened to itself', async () => {
    const { status, text } = await new Visitor(house.url).get('/fault');

    expect(status).toBe(500);
    expect(text).toMatch(/Något gick fel hos oss/);
    expect(text).toMatch(/\b\d{8}\b/);
    expect(text).not.toMatch(/SELECT|srv|privat|at .*\.ts/);
  });

  it('takes no packed body and no other kind than a form', async () => {
    const packed = { 'content-type': form, 'content-encoding': 'gzip' };
    expect((await raw('/sign-in', packed, gzipSync('email=a'))).statusCode).toBe(415);
    expect((await raw('/sign-in', { ...packed, 'content-encoding': 'br' }, 'email=a')).statusCode).toBe(415);
    expect((await raw('/sign-in', { 'content-type': 'application/json' }, '{"email":"a"}')).statusCode).toBe(415);
    expect((await raw('/sign-in', { 'content-type': 'multipart/form-data' }, 'x')).statusCode).toBe(415);
    expect((await raw('/sign-in', {}, 'email=a')).statusCode).toBe(415);
  });

  it('takes no body over 256 KiB and no form of ten thousand fields', async () => {
    const head = { 'content-type': form };
    expect((await raw('/sign-in', head, `email=${'a'.repeat(256 * 1024)}`)).statusCode).toBe(413);
    const many = Array.from({ length: 10_000 }, (_, place) => `f${String(place)}=1`).join('&');
    expect((await raw('/sign-in', head, many)).statusCode).toBe(413);
  });

  it.each([
    ['a field nobody asked for', 'role=administrator'],
    ['a list where a word belongs', 'email=a&email=b'],
    ['the name of a prototype', '__proto__=x'],
    ['the name of a prototype in disguise', '%5f_proto__%5ba%5d=x'],
    ['the name of a constructor', 'constructor=x'],
    ['a name with brackets', 'email[$ne]=x'],
  ])('refuses %s', async (_, extra) => {
    const visitor = new Visitor(house.url);
    await visitor.get('/sign-in');
    const body = `_csrf=${visitor.token}&password=x&next=/&${extra}`;
    const cookie = [...visitor.cookies].map((pair) => pair.join('=')).join(';');

    expect((await raw('/sign-in', { 'content-type': form, cookie }, body)).statusCode).toBe(400);
  });

  it('takes a post only with the token of the same visitor', async () => {
    const [visitor, other] = [new Visitor(house.url), new Visitor(house.url)];
    await visitor.get('/sign-in');
    await other.get('/sign-in');

    expect((await visitor.post('/fault')).location).toBe('/changed');
    expect((await visitor.post('/fault', { _csrf: other.token })).status).toBe(403);
    expect((await visitor.post('/fault', { _csrf: '' })).status).toBe(403);
    expect((await visitor.post('/fault', { _csrf: [visitor.token, visitor.token] })).status).toBe(403);
    expect((await visitor.ask('/fault', { method: 'POST' })).status).toBe(403);
    expect((await new Visitor(house.url).post('/fault', { _csrf: visitor.token })).status).toBe(403);
  });

  it.each([
    [303, 'our own page', (own: string) => ({ origin: own, 'sec-fetch-site': 'same-origin' })],
    [303, 'our own page that sends no referrer', () => ({ origin: 'null', 'sec-fetch-site': 'same-origin' })],
    [403, 'a page that hides where it is', () => ({ origin: 'null' })],
    [403, 'another site', () => ({ origin: 'https://evil.example' })],
    [403, 'another port of the same machine', () => ({ origin: 'http://localhost:1' })],
    [403, 'a neighbouring host', (own: string) => ({ origin: own, 'sec-fetch-site': 'same-site' })],
    [403, 'an address typed by hand', (own: string) => ({ origin: own, 'sec-fetch-site': 'none' })],
  ])('answers %i to a post from %s', async (status, _, headersFor) => {
    const visitor = new Visitor(house.url);
    await visitor.get('/sign-in');

    expect((await visitor.post('/fault', {}, headersFor(house.url))).status).toBe(status);
  });

  it('takes a form that was opened before signing in no longer', async () => {
    await anAdministrator(house.app);
    const ada = new Visitor(house.url);
    await ada.get('/sign-in');
    const before = ada.token;
    await ada.post('/sign-in', { email: 'ada.berg@kommunen.example', password: goodPassword, next: '/' });

    expect((await ada.post('/organisation/units', { unitName: 'Norr', _csrf: before })).status).toBe(403);
  });

  it('sends a visitor to sign in and then back to the page', async () => {
    expect((await new Visitor(house.url).get('/organisation?a=b')).location).toBe(
      '/sign-in?next=%2Forganisation%3Fa%3Db',
    );
    expect((await new Visitor(house.url).post('/organisation/units', { unitName: 'x' })).location).toBe('/sign-in');
  });

  it('speaks the language the browser asks for, until another is chosen', async () => {
    const visitor = new Visitor(house.url);
    expect((await visitor.get('/sign-in', { 'accept-language': 'en-GB,sv;q=0.5' })).text).toContain('<html lang="en"');
    expect((await visitor.get('/sign-in', { 'accept-language': 'de' })).text).toContain('<html lang="sv"');
    await visitor.post('/language/en', { back: '/sign-in' });
    expect((await visitor.get('/sign-in', { 'accept-language': 'sv' })).text).toContain('<html lang="en"');
  });
});

describe('the server behind https', () => {
  let house: RunningAccess;
  beforeAll(async () => {
    house = await startAccess({ publicAddress: 'https://kretsen.example' });
  });
  afterAll(() => house.stop());

  it('binds cookies to the host and the browser to https', async () => {
    const { headers } = await new Visitor(house.url).get('/sign-in');

    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-kretsen-form=[a-z2-7]{32}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
  });
});

describe('the start', () => {
  it('fails when a route does not say who it is for', async () => {
    await expect(startAccess({}, [OpenController])).rejects.toThrow('GET /open/page');
  });
});
