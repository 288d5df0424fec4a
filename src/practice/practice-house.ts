import { type DynamicModule, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from '../app.module';
import type { Settings } from '../platform/config/settings';
import type { Ground } from '../platform/platform.module';
import { build } from '../start';
import { PracticeModule } from './practice.module';

/** The whole house with one room more. */
@Module({})
class PracticeHouse {
  static on(ground: Ground): DynamicModule {
    return { module: PracticeHouse, imports: [AppModule.on(ground), PracticeModule] };
  }
}

export interface PracticeProgram {
  readonly app: NestExpressApplication;
  close(): Promise<void>;
}

/** Builds the program of a practice; it does not listen yet. */
export async function buildPractice(settings: Settings): Promise<PracticeProgram> {
  const app = await build(settings, (ground) => PracticeHouse.on(ground));
  return { app, close: () => app.close() };
}
