import type { INestApplicationContext } from '@nestjs/common';
import { Coordinators } from '../../src/access/coordinators.service';
import { FirstAdministrator } from '../../src/access/first-administrator.service';
import { HandedSecrets } from '../../src/access/handed-secrets.service';
import { OneTimeSecrets } from '../../src/access/one-time-secrets.service';
import { StaffRepository } from '../../src/access/staff.repository';
import { Units } from '../../src/access/units.service';
import type { Viewer } from '../../src/access/domain/viewer';
import { Database } from '../../src/platform/database/database';

export const goodPassword = 'blå cykel under bron';

/** An organisation with its administrator, made the way a new one is. */
export function anAdministrator(app: INestApplicationContext, name = 'Ada Berg'): Promise<Viewer> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@kommunen.example`;
  return app.get(Database, { strict: false }).transaction(async () => {
    const secret = await app.get(OneTimeSecrets, { strict: false }).make('first-administrator', null);
    const founding = { organisation: `${name}s kommun`, name, email, language: 'sv' } as const;
    await app.get(FirstAdministrator, { strict: false }).begin({ ...founding, secret, password: goodPassword });
    return viewerOf(app, email);
  });
}

/** A coordinator of the administrator's organisation, who has chosen a password. */
export function aCoordinator(app: INestApplicationContext, administrator: Viewer, name = 'Siv Ek'): Promise<Viewer> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@kommunen.example`;
  return app.get(Database, { strict: false }).transaction(async () => {
    const { id: unitId } = await app.get(Units, { strict: false }).add(administrator, 'Mottagning Norr');
    const given = { name, email, workPhone: '070-174 06 35', unitId };
    const { secret } = await app.get(Coordinators, { strict: false }).add(administrator, given);
    await app.get(HandedSecrets, { strict: false }).choose(secret, goodPassword);
    return viewerOf(app, email);
  });
}

async function viewerOf(app: INestApplicationContext, email: string): Promise<Viewer> {
  const user = await app.get(StaffRepository, { strict: false }).byEmail(email);
  if (user === null) throw new Error(`Nobody is called ${email}.`);
  return user.viewer();
}
