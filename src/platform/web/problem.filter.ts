import { ArgumentsHost, Catch, ExceptionFilter, HttpException } from '@nestjs/common';
import type { Response } from 'express';
import { Log } from '../log';
import { DomainError } from '../../kernel/domain-error';
import { render } from './answer.interceptor';
import { show } from './answer';
import type { Asking } from './asking';
import { sentenceOf } from './form';

/** Answers everything that went wrong in plain words; what happened inside goes to the log under a reference. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  async catch(fault: unknown, host: ArgumentsHost): Promise<void> {
    const asking = host.switchToHttp().getRequest<Asking>();
    const response = host.switchToHttp().getResponse<Response>();
    const status = statusOf(fault);
    if (status >= 500) this.log.error({ reference: asking.reference, fault: nameOf(fault) }, 'a request failed');
    if (response.headersSent) return;
    response.send(await render(problemPage(fault, status, asking), asking, response));
  }
}

function statusOf(fault: unknown): number {
  if (fault instanceof DomainError) return fault.code === 'notFound' ? 404 : 422;
  if (fault instanceof HttpException) return fault.getStatus();
  // Express' own body reader tells the status this way.
  const told: unknown = typeof fault === 'object' && fault !== null && 'status' in fault ? fault.status : 500;
  return typeof told === 'number' && told >= 400 && told < 500 ? told : 500;
}

const known = new Set([400, 401, 403, 404, 413, 415, 422, 429]);

function problemPage(fault: unknown, status: number, { say, reference }: Asking) {
  const kind = known.has(status) ? String(status) : '500';
  const text = fault instanceof DomainError && status === 422 ? sentenceOf(fault, say) : say(`problem.${kind}.text`);
  const title = say(`problem.${kind}.title`);
  return show('errors/problem', { title, text, whatToDo: say(`problem.${kind}.whatToDo`), reference }, { status });
}

// The stack names code, never people; messages may quote what was typed and stay out of the log.
function nameOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  return [fault.name, ...(fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))].join('\n');
}
