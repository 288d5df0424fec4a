import { readFileSync } from 'node:fs';
import { CoordinatorByEmail } from '../access/coordinator-by-email.service';
import { BringingIn } from './bringing-in.service';
import { inTransaction, needed, optionsFrom, Refusal, run, say } from './command-line';
import { readGroupFile } from './reading';

// npm run --silent import -- --file group.json --coordinator co.ordinator@municipality.example
run(process, async () => {
  const options = optionsFrom(['file', 'coordinator']);
  const file = needed(options.file, '--file is missing: name the file that the group is in.');
  const email = needed(options.coordinator, '--coordinator is missing: give the e-mail address they sign in with.');
  const read = readGroupFile(textIn(file));
  const group = await inTransaction(async (house) => {
    const viewer = await house.get(CoordinatorByEmail, { strict: false }).find(email);
    return house.get(BringingIn, { strict: false }).bringIn(viewer, read);
  });
  const counts = { people: group.members.length, meetings: read.meetings.length };
  process.stdout.write(`${say('exchange.broughtIn', { group: group.name, ...counts })}\n`);
});

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    throw new Refusal(`${file} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
