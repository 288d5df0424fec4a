import { field, Form } from '../platform/web/form';

/** The sign of what was shown. */
export const seenForm = new Form({ seen: field((typed) => typed) });
