import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CsrfTokens } from './csrf-tokens.service';
import { Routes } from './routes.service';
import { SignsOfLifeController } from './signs-of-life.controller';

@Module({
  imports: [DiscoveryModule],
  controllers: [SignsOfLifeController],
  providers: [CsrfTokens, Routes],
  exports: [CsrfTokens, Routes],
})
export class WebModule {}
