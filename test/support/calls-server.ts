import PostalMime, { type Email } from 'postal-mime';
import { openDatabase } from '../../src/platform/database/open-database';
import { freshSettings } from './app';
import { CalledGroup, CallsHouse, callTables } from './calls-house';
import { byMail, withProtectedIdentity } from './people-builders';

export interface RunningCalls {
  readonly house: CallsHouse;
  stop(): Promise<void>;
}

/** Every room behind the real server on a fresh SQLite database of its own. */
export async function startCalls(): Promise<RunningCalls> {
  const settings = await freshSettings();
  const database = await openDatabase({ address: settings.database, schemas: callTables });
  const house = await CallsHouse.on(database, settings);
  return {
    house,
    stop: async () => {
      await house.close();
      await database.close();
    },
  };
}

export const someDays = ['2027-04-14', '2027-05-12', '2027-06-16'];

/** Olle's group with somebody reached in every way, and a year that is booked. */
export async function aBookedGroup(house: CallsHouse, coordinator = 'Siv Ek'): Promise<CalledGroup> {
  const group = await CalledGroup.in(house, coordinator);
  await group.add({ calledName: 'Eva', fullName: 'Eva Öberg', ...byMail('eva@post.example') });
  await group.add({ calledName: 'Gun', fullName: 'Gun Åkesson' });
  await group.add({
    calledName: 'Per',
    fullName: 'Per Dal',
    route: 'phone',
    phone: '070-174 06 05',
    postalAddress: null,
  });
  await group.add({ calledName: 'Kim', fullName: 'Kim Holm', ...withProtectedIdentity });
  await group.book(someDays);
  return group;
}

export const arrived = (house: CallsHouse): Promise<readonly Email[]> =>
  Promise.all(house.mails().map((raw) => PostalMime.parse(raw)));

/** The own page in the mail somebody got. */
export async function linkTo(house: CallsHouse, address: string): Promise<string> {
  const mails = (await arrived(house)).filter(({ to }) => to?.[0]?.address === address);
  return /\/m\/[a-z2-7]{32}/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '';
}
