import { coordinatorWord, type GroupFile } from './group-file';

/**
 * The file as it holds for another coordinator than the one it was made with. The service user's yes, the consents and
 * the calls were about somebody else: the one who takes over is asked for, and called, like anybody new.
 */
export function handedOver(file: GroupFile): GroupFile {
  const isOthers = ({ person }: { readonly person: string }): boolean => person !== coordinatorWord;
  return {
    ...file,
    group: {
      ...file.group,
      members: file.group.members.map((member) => (isOthers(member) ? member : unasked(member))),
    },
    consents: file.consents.filter(isOthers),
    meetings: file.meetings.map((meeting) => ({ ...meeting, calendar: meeting.calendar.filter(isOthers) })),
    told: file.told.filter(isOthers),
  };
}

const unasked = (member: GroupFile['group']['members'][number]): typeof member => ({
  ...member,
  approval: null,
  talkedOn: null,
});

/** Is the file's coordinator the one with this address? Letters large and small are the same in practice. */
export const isTheSame = ({ coordinator }: GroupFile, email: string): boolean =>
  coordinator?.email.toLowerCase() === email.toLowerCase();
