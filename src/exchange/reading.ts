import { FileFaulty } from './file-fault';
import { GroupFile, groupFile } from './group-file';
import { referenceFaults } from './references';

/** Reads a group's file. Throws a `FileFaulty` that tells every fault of form, or every reference that leads nowhere. */
export function readGroupFile(text: string): GroupFile {
  const parsed = groupFile.safeParse(jsonIn(text), { reportInput: true });
  if (!parsed.success) throw FileFaulty.of(parsed.error);
  const faults = referenceFaults(parsed.data);
  if (faults.length > 0) throw new FileFaulty(faults);
  return parsed.data;
}

function jsonIn(text: string): unknown {
  try {
    // A byte order mark is what some editors put first; JSON itself has none.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (fault) {
    throw new FileFaulty([`the file: is no JSON: ${fault instanceof Error ? fault.message : String(fault)}`]);
  }
}
