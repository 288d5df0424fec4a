import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, Observable } from 'rxjs';
import { Database } from '../database/database';
import { ownTransactionsKey } from './own-transactions';

/** One request is one transaction: all that a post does holds, or none of it. */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (this.reflector.get(ownTransactionsKey, context.getHandler()) === true) return next.handle();
    return from(this.database.transaction(() => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
