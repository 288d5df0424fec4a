import { createParamDecorator, ExecutionContext, UnauthorizedException } from '@nestjs/common';
import { askingOf } from '../platform/web/asking';
import { Viewer } from './domain/viewer';

/** Gives a controller the user who asks. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = askingOf(context).visitor;
  if (!(viewer instanceof Viewer)) throw new UnauthorizedException();
  return viewer;
});
