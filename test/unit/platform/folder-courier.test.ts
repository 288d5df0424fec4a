import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderCourier } from '../../../src/platform/mail/folder-courier';

const envelope = { from: 'svar@kretsen.example', to: 'maj@post.example' };
const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('the courier to a folder', () => {
  const home = mkdtempSync(join(tmpdir(), 'kretsen-mail-'));
  const folder = join(home, 'made', 'when', 'needed');
  afterAll(() => {
    rmSync(home, { recursive: true });
  });

  it('writes exactly the bytes, one file a message, and leaves nothing half-written', async () => {
    const courier = new FolderCourier(folder);
    const [one, two] = [bytes('.\r\n\xff\x00\n'), bytes('another')];

    const receipts = [await courier.deliver({ raw: one, envelope }), await courier.deliver({ raw: two, envelope })];

    expect(receipts.map(({ reply }) => readFileSync(join(folder, reply)))).toEqual([one, two]);
    expect(readdirSync(folder).sort()).toEqual(receipts.map(({ reply }) => reply).sort());
  });

  it('writes a second attempt at the same message over the first', async () => {
    const courier = new FolderCourier(folder);
    const before = readdirSync(folder).length;

    await courier.deliver({ raw: bytes('same'), envelope });
    await courier.deliver({ raw: bytes('same'), envelope });

    expect(readdirSync(folder)).toHaveLength(before + 1);
  });

  it('tells nobody’s name in the name of the file', async () => {
    const { reply } = await new FolderCourier(folder).deliver({ raw: bytes('Maj'), envelope });

    expect(reply).toMatch(/^[0-9a-f]{32}\.eml$/);
  });
});
