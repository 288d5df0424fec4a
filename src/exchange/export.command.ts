import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DomainError } from '../kernel/domain-error';
import { type GroupId, idOf } from '../kernel/identifiers';
import { inTransaction, needed, optionsFrom, Refusal, run, say } from './command-line';
import { TakingOut } from './taking-out.service';

// npm run --silent export -- --group ID [--file group.json]     Without --file the group is printed.
run(process, async () => {
  const { group, file } = optionsFrom(['group', 'file']);
  const id = groupIdIn(needed(group, '--group is missing: name the group by its id, the last part of its address.'));
  const taken = await inTransaction((house) => house.get(TakingOut, { strict: false }).takeOut(id));
  const text = `${JSON.stringify(taken, null, 2)}\n`;
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  write(file, text);
  process.stdout.write(`${say('exchange.takenOut', { group: taken.group.name, file })}\n`);
});

function groupIdIn(text: string): GroupId {
  try {
    return idOf(text);
  } catch {
    throw new DomainError('noSuchGroup', { id: text });
  }
}

/** The file is whole or not there at all, and only its owner may read it. */
function write(file: string, text: string): void {
  const draft = `${file}.${String(process.pid)}.draft`;
  try {
    writeFileSync(draft, text, { mode: 0o600 });
    chmodSync(draft, 0o600);
    renameSync(draft, file);
  } catch (fault) {
    rmSync(draft, { force: true });
    throw new Refusal(`${file} cannot be written: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
