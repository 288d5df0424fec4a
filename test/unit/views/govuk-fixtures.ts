import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Fixtures {
  readonly fixtures: readonly { readonly name: string; readonly html: string }[];
}

const components = join(__dirname, '../../../node_modules/govuk-frontend/dist/govuk/components');

/** The HTML that govuk-frontend itself says a component has. */
export function fixtureOf(component: string, name: string): string {
  const { fixtures } = JSON.parse(readFileSync(join(components, component, 'fixtures.json'), 'utf8')) as Fixtures;
  const found = fixtures.find((fixture) => fixture.name === name);
  if (found === undefined) throw new Error(`govuk-frontend has no fixture "${name}" for ${component}.`);
  return found.html;
}

const attribute = /\s[\w-]+(?:="[^"]*")?/g;

const withSortedAttributes = (tag: string): string => {
  const attributes = tag.match(attribute) ?? [];
  return tag.replace(attribute, '').replace(/>$/, `${attributes.sort().join('')}>`);
};

/** The same markup in one writing: attributes in order, no white space that a browser would drop. */
export const flat = (html: string): string =>
  html
    .replace(/<[^/!][^>]*>/g, withSortedAttributes)
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/ ?(<[^>]+>) ?/g, '$1')
    .replace(/></g, '>\n<');
