import { CallHandler, ExecutionContext, Injectable, NestInterceptor, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { mergeMap, Observable } from 'rxjs';
import type { Answer, Download, Shown } from './answer';
import { Asking, askingOf } from './asking';
import { shellFor } from './shell';

/** Turns what a route answers into what the browser gets, after its transaction has held. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<Answer>): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(mergeMap((answer) => this.send(answer, askingOf(context), response)));
  }

  private async send(answer: Answer, asking: Asking, response: Response): Promise<string | StreamableFile> {
    switch (answer.kind) {
      case 'shown':
        return render(answer, asking, response);
      case 'gone':
        response.status(303).location(answer.url);
        return '';
      case 'download':
        return hand(answer, response);
    }
  }
}

export function render(shown: Shown, asking: Asking, response: Response): Promise<string> {
  response.status(shown.status).type('html');
  const model = { ...shown.model, shell: shellFor(asking, shown.model.title), layout: `layouts/${shown.layout}` };
  return new Promise((resolve, reject) => {
    response.render(shown.view, model, (fault: Error | null, html?: string) => {
      if (fault) reject(fault);
      else resolve(html ?? '');
    });
  });
}

function hand({ body, type, fileName, version }: Download, response: Response): string | StreamableFile {
  response.status(200).type(type);
  if (fileName !== undefined) response.attachment(fileName).type(type);
  // RFC 9110 §8.8.3: weak, because two files of one version may differ in when they were made.
  if (version !== undefined) response.set('ETag', `W/"${version}"`);
  // Nest would write a Buffer as JSON.
  return typeof body === 'string' ? body : new StreamableFile(body);
}
