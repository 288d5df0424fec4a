import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module';
import { ExchangeModule } from '../../src/exchange/exchange.module';
import { Following } from '../../src/invitations/follow.service';
import type { Database } from '../../src/platform/database/database';
import { Words } from '../../src/platform/web/words';
import type { Viewer } from '../../src/access/domain/viewer';
import { Founding } from '../../src/practice/founding.service';
import { Narrator } from '../../src/practice/narrator';
import { PracticeModule } from '../../src/practice/practice.module';
import { Practice, type Practised } from '../../src/practice/practice.service';
import { freshSettings, home } from './app';

@Module({})
class PractisedHouse {}

const say = new Words(join(home, 'data', 'words')).in('sv');

/** All rooms on an open database, with keys and a mail folder of their own, and Olle's story to be told in them. */
export class HouseOn {
  private constructor(
    readonly context: INestApplicationContext,
    readonly database: Database,
    readonly folder: string,
  ) {}

  static async open(database: Database): Promise<HouseOn> {
    const folder = mkdtempSync(join(tmpdir(), 'kretsen-house-'));
    const keys = { data: randomBytes(32), dataKeyId: 'k1', links: randomBytes(32) };
    const { dataFolder, ...settings } = await freshSettings({ keys });
    rmSync(dataFolder, { recursive: true, force: true });
    const ground = { settings: { ...settings, dataFolder: folder }, database };
    const house = { module: PractisedHouse, imports: [AppModule.on(ground), PracticeModule, ExchangeModule] };
    return new HouseOn(await NestFactory.createApplicationContext(house, { logger: false }), database, folder);
  }

  get<Service>(service: abstract new (...given: never[]) => Service): Service {
    return this.context.get<Service>(service, { strict: false });
  }

  do<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.database.transaction(work);
  }

  /** Olle's whole story; letters are posted and calls made unless something is to be left undone. */
  async practise(): Promise<Practised> {
    const practised = await this.get(Practice).run(say, new Narrator(say, () => undefined));
    const { viewer, group } = practised;
    const following = this.get(Following);
    await this.do(() => following.posted(viewer, group.id));
    const { deliveries } = await this.do(() => following.of(viewer, group.id));
    const byPhone = deliveries.filter(({ message }) => message.channel === 'phone');
    for (const { message } of byPhone) await this.do(() => following.told(viewer, group.id, message.personId));
    return practised;
  }

  /** An organisation with its coordinator, and nothing else. */
  async foundOnly(): Promise<Viewer> {
    const founding = this.get(Founding);
    const administrator = await this.do(() => founding.administrator('sv'));
    return (await this.do(() => founding.coordinator(administrator))).viewer;
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
