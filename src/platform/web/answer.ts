/** What a route answers with: a page, another address to go to, or a file. */
export type Answer = Shown | Gone | Download;

export interface Shown {
  readonly kind: 'shown';
  readonly view: string;
  readonly model: PageModel;
  readonly status: number;
  readonly layout: Layout;
}

export interface Gone {
  readonly kind: 'gone';
  readonly url: string;
}

export interface Download {
  readonly kind: 'download';
  readonly body: Buffer | string;
  readonly type: string;
  /** Given when the browser is to keep the file; without it the browser shows it. */
  readonly fileName?: string;
  /** Changes when the file does; whoever has this one already is told so and sent nothing. */
  readonly version?: string;
}

/** `page` for staff, `link` for people without an account. */
type Layout = 'page' | 'link';

/** Finished strings only; templates repeat and choose. */
export interface PageModel {
  readonly title: string;
  readonly [name: string]: unknown;
}

interface Showing {
  readonly status?: number;
  readonly layout?: Layout;
}

export const show = (view: string, model: PageModel, { status = 200, layout = 'page' }: Showing = {}): Shown => ({
  kind: 'shown',
  view,
  model,
  status,
  layout,
});

/** A post ends here: 303, so that loading the next page again sends nothing twice. */
export const goTo = (url: string): Gone => ({ kind: 'gone', url });

export const download = (file: Omit<Download, 'kind'>): Download => ({ kind: 'download', ...file });
