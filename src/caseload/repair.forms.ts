import { Form, optionalField } from '../platform/web/form';

const named = () => optionalField((typed) => typed.trim());

/** Which clashes; in the address of the page. */
export const repairWishForm = new Form({ meeting: named(), group: named(), person: named() });

export const repairForm = new Form({ ...repairWishForm.shape, seen: optionalField((typed) => typed) });
