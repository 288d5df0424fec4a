import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { ownViews, registerViews } from '../../../src/platform/web/view-engine';
import { TrustedSvg } from '../../../src/platform/web/trusted-svg';
import { aShell, renderPage, renderText } from '../../support/render';

const problem = { title: 'Sidan finns inte', text: 'Vi hittar den inte.', whatToDo: 'Börja om från startsidan.' };

describe('a template', () => {
  it('fails when the model lacks a name it prints', () => {
    expect(() => renderText('{{missing}}')).toThrow('"missing" not defined');
  });

  it('fails when the list it repeats is missing', () => {
    expect(() => renderText('{{#each missing}}{{this}}{{/each}}')).toThrow('not a list');
  });

  it('passes over what it asks for with if', () => {
    expect(renderText('{{#if missing}}a{{else}}b{{/if}}')).toBe('b');
  });

  it('says a sentence with its values, escaped', () => {
    expect(renderText('{{t "error.page.reference" reference=code}}', { code: '<b>' })).toContain('&lt;b&gt;');
  });

  it('hands a part what it is given and nothing of the page around it', () => {
    expect(renderText('{{> button text="Spara"}}', { name: 'Olle', value: 'hemligt' })).not.toContain('Olle');
  });

  it('never reads what a person typed as a template', () => {
    expect(renderText('{{name}}', { name: '{{shell.csrf}}' })).toBe('{{shell.csrf}}');
  });
});

describe('a picture', () => {
  it('is printed as it was drawn', () => {
    const picture = new TrustedSvg(
      '<svg viewBox="0 0 1 1"><a href="/groups/1"><text>Maja style= onload=</text></a></svg>',
    );

    expect(renderText('{{svg picture}}', { picture })).toBe(picture.text);
  });

  it('is not printed from a bare string', () => {
    expect(() => renderText('{{svg picture}}', { picture: '<svg></svg>' })).toThrow('TrustedSvg');
  });

  it.each([
    ['script', '<svg><script>1</script></svg>'],
    ['event attribute', '<svg onload="1"></svg>'],
    ['style attribute', '<svg><g style="fill:red"></g></svg>'],
    ['style element', '<svg><style>a{}</style></svg>'],
    ['foreign content', '<svg><foreignObject></foreignObject></svg>'],
    ['link to elsewhere', '<svg><a href="https://elsewhere.example">x</a></svg>'],
    ['link to elsewhere', '<svg><a href="//elsewhere.example">x</a></svg>'],
    ['link to elsewhere', '<svg><a xlink:href="javascript:alert(1)">x</a></svg>'],
  ])('holds no %s: %s', (fault, text) => {
    expect(() => new TrustedSvg(text)).toThrow(fault);
  });

  it('is one svg element', () => {
    expect(() => new TrustedSvg('<p></p><svg></svg>')).toThrow('one <svg> element');
  });
});

describe('a page', () => {
  it('has its own title first, then the name of the product', () => {
    expect(renderPage('errors/problem', problem)).toContain('<title>Sidan finns inte – Kretsen</title>');
  });

  it('says in its title that something must be put right', () => {
    const page = renderPage('errors/problem', { ...problem, errorSummary: { title: 'Rätta', faults: [] } });

    expect(page).toContain('<title>Fel: Sidan finns inte – Kretsen</title>');
  });

  it('has no navigation and no account for people who came by a link', () => {
    const signedIn = { name: 'Karin Holm', organisation: 'Region Exempel', role: 'samordnare' };
    const nav = [{ text: 'Grupper', href: '/groups', current: false }];

    const page = renderPage('errors/problem', { ...problem, layout: 'layouts/link' }, aShell('sv', { signedIn, nav }));

    expect(page).not.toContain('Karin Holm');
    expect(page).not.toContain('<nav');
  });

  it('is the same through Express as in a test', async () => {
    const app = express();
    registerViews(nestLike(app), ownViews);
    const shell = aShell('sv');

    const sent = await new Promise<string>((resolve, reject) => {
      app.render('errors/problem', { ...problem, shell }, (fault: Error | null, html) => {
        if (fault) reject(fault);
        else resolve(html);
      });
    });

    expect(sent).toBe(renderPage('errors/problem', problem, shell));
  });
});

// Nest's application hands these four on to Express.
function nestLike(app: express.Express): NestExpressApplication {
  const handed = {
    engine: (...given: Parameters<typeof app.engine>) => app.engine(...given),
    set: (name: string, value: unknown) => app.set(name, value),
    enable: (name: string) => app.enable(name),
    setViewEngine: (name: string) => app.set('view engine', name),
    setBaseViewsDir: (folder: string) => app.set('views', join(folder)),
  };
  return handed as unknown as NestExpressApplication;
}
