import { Body, Controller, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { type Answer, goTo } from '../platform/web/answer';
import type { Asking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import { languageCookie, languageOf } from '../platform/web/prepare-request';
import { languageForm } from './access.forms';
import { Viewer } from './domain/viewer';
import { LanguageChoice } from './language-choice.service';

const oneYear = { days: 365 };

/** Changes the language the pages speak. */
@Controller('language')
@For('anyone')
export class LanguageController {
  constructor(private readonly choice: LanguageChoice) {}

  @Post(':code')
  async choose(@Param('code') code: string, @Body() body: unknown, @Req() { visitor, jar }: Asking): Promise<Answer> {
    const language = languageOf(code);
    if (language === undefined) throw new NotFoundException();
    jar.keep(languageCookie, language, oneYear);
    if (visitor.viewer instanceof Viewer) await this.choice.keep(visitor.viewer, language);
    const reading = languageForm.read(body);
    return goTo(reading.kind === 'filled' ? reading.value.back : '/');
  }
}
