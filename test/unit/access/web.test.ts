import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import express from 'express';
import { cutSlowBodies } from '../../../src/platform/web/body-rules';
import { ownPathOr } from '../../../src/platform/web/own-path';

describe('a path to go back to', () => {
  it.each(['/', '/groups', '/groups/1?a=b&c=%20#d'])('may be %s', (path) => {
    expect(ownPathOr(path)).toBe(path);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    '/a b',
    '/a\r\nb',
    `/${'a'.repeat(2001)}`,
    undefined,
    ['/a'],
  ])('is the start page instead of %p', (path) => {
    expect(ownPathOr(path)).toBe('/');
  });
});

describe('a body that keeps coming too slowly', () => {
  let server: Server;
  beforeAll((done) => {
    const app = express().use(cutSlowBodies(300), express.urlencoded(), (request, response) => {
      response.end(JSON.stringify(request.body));
    });
    server = createServer(app).listen(0, '127.0.0.1', done);
  });
  afterAll((done) => {
    server.close(done);
  });

  const drip = (every: number): Promise<string> =>
    new Promise((closed) => {
      const { port } = server.address() as AddressInfo;
      const socket = connect(port, '127.0.0.1');
      let answer = '';
      socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n');
      socket.write('Connection: close\r\nContent-Length: 8\r\n\r\n');
      const letters = 'name=abc'.match(/./g) ?? [];
      const timer = setInterval(() => socket.write(letters.shift() ?? ''), every);
      socket.on('data', (data) => (answer += data.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(timer);
        closed(answer);
      });
    });

  it('is cut off', async () => {
    expect(await drip(200)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is not cut off when it comes in time', async () => {
    expect(await drip(5)).toContain('{"name":"abc"}');
  });
});
