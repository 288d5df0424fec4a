import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Where a sealed text stands; it opens nowhere else. */
export interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

const version = 's1';
const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** A sealed text that was changed, cut, moved from where it stood, or sealed with another key. */
export class SealBroken extends Error {}

/** Seals free text about people: AES-256-GCM, bound to table, row and column. */
export class Seal {
  constructor(
    private readonly key: Buffer,
    private readonly keyId: string,
  ) {
    if (key.length !== 32) throw new Error('A data key has 32 bytes.');
  }

  close(plain: string, place: Place): string {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, this.key, iv, { authTagLength: tagBytes }).setAAD(this.bindingOf(place));
    const sealed = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return [version, this.keyId, sealed.toString('base64')].join(':');
  }

  open(sealed: string, place: Place): string {
    const [given, keyId, body = ''] = sealed.split(':');
    if (given !== version || keyId !== this.keyId) throw new SealBroken(`Sealed with another key (${String(keyId)}).`);
    const bytes = Buffer.from(body, 'base64');
    if (bytes.length < ivBytes + tagBytes) throw new SealBroken('The sealed text has been cut.');
    try {
      return this.opened(bytes, place);
    } catch {
      throw new SealBroken('The sealed text has been changed, or moved from where it stood.');
    }
  }

  private opened(bytes: Buffer, place: Place): string {
    // The length is given because a shorter tag would be accepted, and be easier to forge.
    const opening = createDecipheriv(algorithm, this.key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
      .setAAD(this.bindingOf(place))
      .setAuthTag(bytes.subarray(bytes.length - tagBytes));
    const plain = opening.update(bytes.subarray(ivBytes, bytes.length - tagBytes));
    return Buffer.concat([plain, opening.final()]).toString('utf8');
  }

  private bindingOf({ table, row, column }: Place): Buffer {
    return Buffer.from(JSON.stringify([version, this.keyId, table, row, column]), 'utf8');
  }
}

type TextColumn<Row> = { [Key in keyof Row]: Row[Key] extends string | null ? Key : never }[keyof Row] & string;

/** Says which columns of a table are sealed, and makes the copies that go in and come out. */
export class SealedTable<Row extends { readonly id: string }> {
  constructor(
    private readonly table: string,
    private readonly columns: readonly TextColumn<Row>[],
  ) {}

  close(row: Row, seal: Seal): Row {
    return this.turned(row, (plain, place) => seal.close(plain, place));
  }

  open(row: Row, seal: Seal): Row {
    return this.turned(row, (sealed, place) => seal.open(sealed, place));
  }

  private turned(row: Row, turn: (text: string, place: Place) => string): Row {
    const copy = Object.assign(Object.create(Object.getPrototypeOf(row) as object) as Row, row);
    for (const column of this.columns) {
      const text: unknown = row[column];
      if (typeof text !== 'string') continue;
      Object.assign(copy, { [column]: turn(text, { table: this.table, row: row.id, column }) });
    }
    return copy;
  }
}
