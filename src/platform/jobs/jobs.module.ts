import { Module } from '@nestjs/common';
import { Jobs } from './jobs.service';

/** Where rooms put the work that goes on by itself. */
@Module({ providers: [Jobs], exports: [Jobs] })
export class JobsModule {}
