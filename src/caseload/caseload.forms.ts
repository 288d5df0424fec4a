import { Form, ticks, wholeNumber } from '../platform/web/form';

const groups = () => ticks((typed) => typed);

export const runForm = new Form({ groups: groups(), seconds: wholeNumber('seconds') });

export const acceptForm = new Form({ groups: groups() });
