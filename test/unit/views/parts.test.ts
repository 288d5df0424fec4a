import type { Shell } from '../../../src/platform/web/view-engine';
import { aShell, renderPart } from '../../support/render';
import { fixtureOf, flat } from './govuk-fixtures';

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];
const insurance = 'National insurance number';
const insuranceHint =
  'It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.';
const inANumber = 'Enter a National Insurance number in the correct format';
const months = {
  caption: 'Caption 1: Months and rates',
  head: [
    { text: 'Month you apply' },
    { text: 'Rate for bicycles', numeric: true },
    { text: 'Rate for vehicles', numeric: true },
  ],
  rows: [
    ['January', '£85', '£95'],
    ['February', '£75', '£55'],
    ['March', '£165', '£125'],
  ].map(([header, ...rates]) => ({ header, cells: rates.map((text) => ({ text, numeric: true })) })),
};

interface Case {
  readonly part: string;
  readonly component: string;
  readonly fixture?: string;
  readonly values: object;
}

const same: readonly Case[] = [
  { part: 'button', component: 'button', values: { text: 'Save and continue' } },
  {
    part: 'button',
    component: 'button',
    fixture: 'secondary',
    values: { text: 'Secondary button', name: 'secondary', kind: 'secondary' },
  },
  {
    part: 'button',
    component: 'button',
    fixture: 'warning',
    values: { text: 'Warning button', name: 'Warning', kind: 'warning' },
  },
  { part: 'button', component: 'button', fixture: 'value', values: { text: 'Submit', value: 'start' } },
  {
    part: 'field',
    component: 'input',
    values: { id: 'test-name', name: 'test-name', label: 'National Insurance number' },
  },
  {
    part: 'field',
    component: 'input',
    fixture: 'with error and hint',
    values: { id: 'with-error-hint', name: 'with-error-hint', label: insurance, hint: insuranceHint, error: inANumber },
  },
  {
    part: 'field',
    component: 'input',
    fixture: 'with width-10 class',
    values: { id: 'input-width-10', name: 'test-width-10', label: insurance, hint: insuranceHint, width: '10' },
  },
  {
    part: 'field',
    component: 'input',
    fixture: 'value',
    values: { id: 'with-value', name: 'with-value', label: 'With value', value: 'QQ 12 34 56 C' },
  },
  {
    part: 'field',
    component: 'input',
    fixture: 'custom type',
    values: { id: 'with-custom-type', name: 'with-custom-type', label: 'With custom type', type: 'number' },
  },
  {
    part: 'field',
    component: 'input',
    fixture: 'inputmode',
    values: { id: 'with-inputmode', name: 'with-inputmode', label: 'With inputmode', inputmode: 'decimal' },
  },
  {
    part: 'field',
    component: 'input',
    fixture: 'with autocomplete attribute',
    values: {
      id: 'input-with-autocomplete-attribute',
      name: 'postcode',
      label: 'Postcode',
      autocomplete: 'postal-code',
    },
  },
  {
    part: 'field',
    component: 'input',
    fixture: 'with spellcheck disabled',
    values: {
      id: 'input-with-spellcheck-disabled',
      name: 'spellcheck',
      label: 'Spellcheck is disabled',
      spellcheck: 'false',
    },
  },
  {
    part: 'text-area',
    component: 'textarea',
    fixture: 'with hint and error message',
    values: {
      id: 'with-hint-error',
      name: 'with-hint-error',
      label: 'With hint and error',
      hint: 'Hint',
      error: 'Error message',
    },
  },
  {
    part: 'text-area',
    component: 'textarea',
    fixture: 'with custom rows',
    values: { id: 'full-address', name: 'address', label: 'Full address', rows: 8 },
  },
  {
    part: 'text-area',
    component: 'textarea',
    fixture: 'with default value',
    values: {
      id: 'full-address',
      name: 'address',
      label: 'Full address',
      value: '221B Baker Street\nLondon\nNW1 6XE\n',
    },
  },
  {
    part: 'choices',
    component: 'radios',
    fixture: 'inline',
    values: {
      id: 'example',
      name: 'example',
      inline: true,
      legend: 'Have you changed your name?',
      hint: 'This includes changing your last name or spelling your name differently.',
      items: [yesNo[0], { ...yesNo[1], checked: true }],
    },
  },
  {
    part: 'choices',
    component: 'radios',
    fixture: 'with hint and error message',
    values: {
      id: 'example-error-message-hint',
      name: 'example-error-message-hint',
      legend: 'Have you changed your name?',
      hint: 'This includes changing your last name or spelling your name differently.',
      error: 'Please select an option',
      items: yesNo,
    },
  },
  {
    part: 'ticks',
    component: 'checkboxes',
    fixture: 'with error message',
    values: {
      id: 'waste',
      name: 'waste',
      legend: 'Which types of waste do you transport regularly?',
      error: 'Please select an option',
      items: [
        { value: 'animal', text: 'Waste from animal carcasses' },
        { value: 'mines', text: 'Waste from mines or quarries' },
        { value: 'farm', text: 'Farm or agricultural waste' },
      ].map((item) => ({ ...item, hint: 'Nullam id dolor id nibh ultricies vehicula ut id elit.' })),
    },
  },
  {
    part: 'select',
    component: 'select',
    fixture: 'with hint text and error message',
    values: {
      id: 'select-2',
      name: 'select-2',
      label: 'Label text goes here',
      hint: 'Hint text goes here',
      error: 'Error message goes here',
      items: [1, 2, 3].map((value) => ({ value, text: `GOV.UK frontend option ${String(value)}` })),
    },
  },
  {
    part: 'error-summary',
    component: 'error-summary',
    fixture: 'mixed with and without links',
    values: {
      title: 'There is a problem',
      faults: [
        { text: 'Invalid username or password' },
        { text: 'Agree to the terms of service to log in', href: '#example-error-1' },
      ],
    },
  },
  {
    part: 'summary-list',
    component: 'summary-list',
    fixture: 'single action with anchor',
    values: {
      rows: [{ key: 'Name', value: 'Firstname Lastname', action: { text: 'First action', href: '#' } }],
    },
  },
  {
    part: 'details',
    component: 'details',
    values: {
      summary: 'Help with nationality',
      text: 'We need to know your nationality so we can work out which elections you’re entitled to vote in. If you can’t provide your nationality, you’ll have to send copies of identity documents through the post.',
    },
  },
  {
    part: 'inset',
    component: 'inset-text',
    values: {
      text: 'It can take up to 8 weeks to register a lasting power of attorney if there are no mistakes in the application.',
    },
  },
  {
    part: 'warning',
    component: 'warning-text',
    values: { text: 'You can be fined up to £5,000 if you don’t register.' },
  },
  { part: 'back-link', component: 'back-link', values: { text: 'Back', href: '#' } },
];

/** Where we leave govuk-frontend, told as what their HTML would become. */
const ours: readonly (Case & { readonly because: string; readonly change: (html: string) => string })[] = [
  {
    part: 'link-button',
    component: 'button',
    fixture: 'link',
    because: 'a link that looks like a button is still announced as a link',
    values: { text: 'Link button', href: '/' },
    change: (html) => html.replace(' role="button"', '').replace(' data-module="govuk-button"', ''),
  },
  {
    part: 'notice',
    component: 'notification-banner',
    because: 'the section element is a region already',
    values: { title: 'Important', text: 'This publication was withdrawn on 7 March 2014.' },
    change: (html) =>
      html
        .replace('<div', '<section')
        .replace(' role="region"', '')
        .replace(/<\/div>\s*$/, '</section>'),
  },
  {
    part: 'table',
    component: 'table',
    fixture: 'with head and caption',
    because: 'on narrow screens each cell stands under its own heading',
    values: months,
    change: (html) => {
      const labels = ['Rate for bicycles', 'Rate for vehicles'];
      let cell = 0;
      return html
        .replace('"govuk-table"', '"govuk-table stacks"')
        .replace(/<td /g, () => `<td data-label="${labels[cell++ % labels.length] ?? ''}" `);
    },
  },
];

const englishShell = aShell('en');

describe('a part', () => {
  it.each(same)(
    '$part has the HTML of govuk-frontend: $component, $fixture',
    ({ part, component, fixture, values }) => {
      expect(flat(renderPart(part, values, englishShell))).toBe(flat(fixtureOf(component, fixture ?? 'default')));
    },
  );

  it.each(ours)('$part leaves govuk-frontend because $because', ({ part, component, fixture, values, change }) => {
    expect(flat(renderPart(part, values, englishShell))).toBe(flat(change(fixtureOf(component, fixture ?? 'default'))));
  });

  it('shows a state as a shape and a word', () => {
    const shown = renderPart('tag', { text: 'Skickad', shape: 'done' });

    expect(shown).toContain('<svg class="shape"');
    expect(shown).toContain('Skickad');
  });

  it('refuses a state that has no shape', () => {
    expect(() => renderPart('tag', { text: 'Skickad', shape: 'green' })).toThrow('shapes/green');
  });

  it('tells which step is the current one in more than colour', () => {
    const shown = renderPart('steps', {
      label: 'Ny grupp',
      items: [
        { text: 'Vem', href: '/1', state: 'done' },
        { text: 'Nätverk', state: 'current' },
        { text: 'Datum', state: 'later' },
      ],
    });

    expect(shown).toContain('<span aria-current="step">Nätverk</span>');
    expect(shown).toMatch(/Vem<\/a><span class="govuk-visually-hidden"> – klart<\/span>/);
  });

  it('links a task to its hint and its state', () => {
    const shown = renderPart('task-list', {
      items: [{ text: 'Ring Maja', href: '/maja', hint: 'Har inte svarat', status: { text: 'Väntar', shape: 'open' } }],
    });

    expect(shown).toContain('aria-describedby="task-list-1-hint task-list-1-status"');
    expect(shown).toContain('id="task-list-1-hint"');
    expect(shown).toContain('id="task-list-1-status"');
  });

  it('gives a form its token, and refuses to draw the form without one', () => {
    const withoutToken = Object.fromEntries(
      Object.entries(aShell('sv')).filter(([name]) => name !== 'csrf'),
    ) as unknown as Shell;

    expect(renderPart('csrf')).toBe('<input type="hidden" name="_csrf" value="a-token">\n');
    expect(() => renderPart('csrf', {}, withoutToken)).toThrow('csrf');
  });

  it('keeps the lines of a text area as they were typed', () => {
    const shown = renderPart('text-area', { id: 'a', name: 'a', label: 'A', value: 'En rad\n  en rad till' });

    expect(shown).toContain('>En rad\n  en rad till</textarea>');
  });
});
