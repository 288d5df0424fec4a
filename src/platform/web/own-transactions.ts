import { SetMetadata } from '@nestjs/common';

export const ownTransactionsKey = 'kretsen:own-transactions';

/**
 * For a route that works long between its queries: it opens its own short transactions, and nobody else waits.
 * The rule for every other route is one request, one transaction.
 */
export const OwnTransactions = (): MethodDecorator => SetMetadata(ownTransactionsKey, true);
