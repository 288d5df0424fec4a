import { Controller, Get, Header, NotFoundException, Param, Req } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { type Answer, download } from '../platform/web/answer';
import type { Asking } from '../platform/web/asking';
import { For } from '../platform/web/policy';
import { Mailbox, type MailInBox } from './mailbox.service';
import { mailboxPage, mailPage } from './practice.pages';

// A mail brings its own styles; sealed off like this it can fetch, run and be framed by nothing.
const mailPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/** The built-in mailbox of a practice. Everybody in it is invented, so everybody may look. */
@Controller('practice/mail')
@For('anyone')
export class MailboxController {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly settings: Settings,
  ) {}

  @Get()
  async all(@Req() { say, language }: Asking): Promise<Answer> {
    return mailboxPage(await this.mailbox.all(), { say, language, zone: this.settings.zone });
  }

  @Get(':id')
  async one(@Param('id') id: string, @Req() { say, language }: Asking): Promise<Answer> {
    return mailPage(await this.found(id), { say, language, zone: this.settings.zone });
  }

  @Get(':id/html')
  @Header('Content-Security-Policy', mailPolicy)
  async html(@Param('id') id: string): Promise<Answer> {
    const { html } = await this.found(id);
    return download({ body: html, type: 'text/html' });
  }

  @Get(':id/file')
  async file(@Param('id') id: string): Promise<Answer> {
    const mail = await this.found(id);
    return download({ body: this.mailbox.bytes(mail.id), type: 'message/rfc822', fileName: `${mail.id}.eml` });
  }

  private async found(id: string): Promise<MailInBox> {
    const mail = await this.mailbox.find(id);
    if (!mail) throw new NotFoundException();
    return mail;
  }
}
