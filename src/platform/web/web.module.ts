import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CsrfTokens } from './csrf-tokens.service';
import { Routes } from './routes.service';

@Module({ imports: [DiscoveryModule], providers: [CsrfTokens, Routes], exports: [CsrfTokens, Routes] })
export class WebModule {}
