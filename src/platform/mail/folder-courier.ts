import { createHash } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Courier } from './courier';
import type { Consignment, Receipt } from './courier';

/** Writes each message as an .eml file: the built-in mailbox of a start without a mail server. */
export class FolderCourier extends Courier {
  constructor(private readonly folder: string) {
    super();
  }

  async deliver({ raw }: Consignment): Promise<Receipt> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const name = nameOf(raw);
    const unfinished = join(this.folder, `${name}.part`);
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(raw);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, join(this.folder, name));
    return { kind: 'written', reply: name };
  }
}

// Named after its bytes: a second attempt at the same message writes the same file again, and not another.
const nameOf = (raw: Buffer): string => `${createHash('sha256').update(raw).digest('hex').slice(0, 32)}.eml`;
