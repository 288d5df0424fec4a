import { type Answer, show } from '../platform/web/answer';
import { qrSvg } from '../platform/web/qr-picture';
import { TrustedSvg } from '../platform/web/trusted-svg';
import type { Say } from '../platform/web/words';
import type { KeyHolder } from './key-holders.service';
import type { HandedKeys } from './own-page-keys.service';

/** Who has a code to their own pages, and a button to make one. */
export const holdersPage = (holders: readonly KeyHolder[], groupId: string, say: Say): Answer =>
  show('invitations/own-page', {
    title: say('ownPage.title'),
    back: { text: say('send.back'), href: `/groups/${groupId}` },
    holders: holders.map((holder) => ({
      id: `holder-${holder.personId}`,
      name: nameOf(holder, say),
      part: say(`groups.part.${holder.part}`),
      state: stateOf(holder, say),
      action: holder.link === null ? null : `${pageOf(groupId)}/${holder.personId}`,
    })),
  });

function stateOf({ link }: KeyHolder, say: Say) {
  if (link === null) return { text: say('ownPage.nothing'), shape: 'open' };
  return link.codeHash === null
    ? { text: say('ownPage.noCode'), shape: 'open' }
    : { text: say('ownPage.hasCode'), shape: 'done' };
}

/** The code, to be said or handed over on paper. */
export const handedPage = ({ holder, code, address }: HandedKeys, groupId: string, say: Say): Answer =>
  show('invitations/code', {
    title: say('ownPage.handOver', { name: nameOf(holder, say) }),
    back: { text: say('ownPage.back'), href: pageOf(groupId) },
    handed: {
      rows: [
        { key: say('ownPage.code'), value: inGroups(code) },
        ...(address === null ? [] : [{ key: say('ownPage.address'), value: address }]),
      ],
    },
    // For paper: a phone's camera finds the page, and the code is still asked for.
    picture: address === null ? null : new TrustedSvg(qrSvg(address, say('ownPage.picture'))),
  });

const pageOf = (groupId: string): string => `/groups/${groupId}/own-page`;

const nameOf = ({ name }: KeyHolder, say: Say): string => (name === '' ? say('groups.member.unseen') : name);

/** "1234 5678": easier to say and to write down. */
const inGroups = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
