import { icalText } from '../../../src/invitations/ical/ical-text';
import { Instant } from '../../../src/kernel/instant';
import { compose } from '../../../src/platform/mail/compose';
import { anEvent, anInvitation, anOverview, aRecipient } from '../../support/calls';
import { expectGolden } from '../../support/golden';

const routes = (['open', 'protected'] as const).flatMap((protection) =>
  (['sv', 'en'] as const).map((language) => ({ protection, language })),
);

describe.each(routes)('a mail on a route that is $protection, in $language', ({ protection, language }) => {
  const recipient = aRecipient({ protection, language });

  it('is the same invitation, byte for byte', async () => {
    expectGolden(`invitation-${protection}-${language}.eml`, await compose(anInvitation({ recipient })));
  });

  it('is the same overview, byte for byte', async () => {
    expectGolden(`overview-${protection}-${language}.eml`, await compose(anOverview({ recipient })));
  });

  it('has the same cancellation, byte for byte', () => {
    const cancelled = anEvent({ recipient }).cancelled(Instant.of('2027-01-11T09:00:00Z'));

    expectGolden(`cancellation-${protection}-${language}.ics`, Buffer.from(icalText(cancelled)));
  });
});
