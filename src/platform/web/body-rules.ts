import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { Request, RequestHandler } from 'express';

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * Takes forms only, and nothing packed: a small packed body can unfold into a very large one. A form with a file is left
 * unread until it is known who asks; FileGuard refuses it on every route that takes none.
 */
export const refuseOtherBodies: RequestHandler = (request, _, next) => {
  const isForm = request.is(['application/x-www-form-urlencoded', 'multipart/form-data']) !== false;
  if (request.headers['content-encoding'] !== undefined || (hasBody(request) && !isForm))
    throw new UnsupportedMediaTypeException();
  next();
};

const prototype = '__proto__';

/** A name twice in the address would reach a reader of one text as a list. */
export const refuseUnfitNames: RequestHandler = (request, _, next) => {
  const isUnfit = ([name, value]: [string, unknown]): boolean => name === prototype || typeof value !== 'string';
  if (Object.entries(request.query).some(isUnfit)) throw new BadRequestException();
  next();
};

/** Looks at a form before it is taken apart: the reader of forms leaves this name out without a word. */
export function refusePrototype(_request: unknown, _response: unknown, body: Buffer): void {
  const names = [...new URLSearchParams(body.toString('utf8')).keys()];
  if (names.some((name) => name.includes(prototype))) throw new BadRequestException();
}

/** Cuts a body that is still coming after so long. Node itself looks at its own limit only every half minute. */
export const cutSlowBodies =
  (milliseconds: number): RequestHandler =>
  (request, response, next) => {
    const timer = setTimeout(() => {
      if (response.headersSent) return;
      response.status(408).set('Connection', 'close');
      response.end(() => request.destroy());
    }, milliseconds);
    for (const over of ['end', 'close'])
      request.once(over, () => {
        clearTimeout(timer);
      });
    next();
  };
