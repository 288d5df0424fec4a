import { DomainError } from '../kernel/domain-error';
import { field, Form } from '../platform/web/form';

/** Eight digits; people write them in groups. */
function agendaCode(typed: string): string {
  const code = typed.replace(/[\s-]/g, '');
  if (!/^\d{8}$/.test(code)) throw new DomainError('agendaCodeShape', { field: 'agendaCode' });
  return code;
}

export const codeForm = new Form({ agendaCode: field(agendaCode) });
