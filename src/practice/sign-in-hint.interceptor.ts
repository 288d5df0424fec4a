import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { Answer } from '../platform/web/answer';
import { askingOf } from '../platform/web/asking';
import { Guide } from './guide.service';
import { waysInModel } from './practice.pages';

const signInView = 'access/sign-in';

/** Shows on the sign-in page of a practice with what one signs in; the room `access` knows nothing of it. */
@Injectable()
export class SignInHint implements NestInterceptor {
  constructor(private readonly guide: Guide) {}

  intercept(context: ExecutionContext, next: CallHandler<Answer>): Observable<Answer> {
    return next.handle().pipe(map((answer) => this.withHint(answer, context)));
  }

  private withHint(answer: Answer, context: ExecutionContext): Answer {
    const { waysIn } = this.guide;
    if (waysIn === null || answer.kind !== 'shown' || answer.view !== signInView) return answer;
    const model = { ...answer.model, waysIn: waysInModel(waysIn, askingOf(context).say) };
    return { ...answer, view: 'practice/sign-in', model };
  }
}
