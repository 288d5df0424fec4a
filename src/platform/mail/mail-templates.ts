import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';

type Template = Handlebars.TemplateDelegate;

interface MailTemplate {
  readonly subject: Template;
  readonly text: Template;
  readonly html: Template;
}

/**
 * The mail templates of a folder, `<message>/{subject,text,html}.hbs` with shared parts in `partials/`.
 * Strict: a string that the page lacks stops the mail. What people typed is only ever a value, never a template.
 */
export class MailTemplates {
  private readonly engine = Handlebars.create();
  private readonly templates: ReadonlyMap<string, MailTemplate>;

  constructor(folder: string) {
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const file of readdirSync(join(folder, 'partials')))
      this.engine.registerPartial(basename(file, '.hbs'), readFileSync(join(folder, 'partials', file), 'utf8'));
    this.templates = new Map(
      names.filter(({ name }) => name !== 'partials').map(({ name }) => [name, this.load(join(folder, name))]),
    );
  }

  render(message: string, page: object): { subject: string; text: string; html: string } {
    const template = this.templates.get(message);
    if (!template) throw new Error(`there is no mail template "${message}"`);
    return { subject: template.subject(page).trim(), text: template.text(page), html: template.html(page) };
  }

  private load(folder: string): MailTemplate {
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    const plain = { strict: true, noEscape: true } as const;
    return {
      subject: this.engine.compile(read('subject.hbs'), plain),
      text: this.engine.compile(read('text.hbs'), plain),
      html: this.engine.compile(read('html.hbs'), { strict: true }),
    };
  }
}
