import { CanActivate, ExecutionContext, Injectable, NotFoundException } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import { type Asking, askingOf } from '../platform/web/asking';
import { LinkKeeper } from '../platform/web/link-keeper';
import { type Policy, policyKey } from '../platform/web/policy';
import { type Role, Viewer } from './domain/viewer';

type StaffPolicy = Extract<Policy, 'staff' | Role>;

/** Lets in whom the route is for. To a user in another role it is as if the route did not exist. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const policy = this.reflector.getAllAndOverride<Policy>(policyKey, places);
    switch (policy) {
      case 'anyone':
        return true;
      case 'link':
      case 'link-and-code':
        // A later room keeps the links; it stands somewhere in the program, not in this module.
        return this.modules.get(LinkKeeper, { strict: false }).admit(askingOf(context), policy);
      case 'staff':
      case 'coordinator':
      case 'administrator':
        return admitStaff(askingOf(context), policy);
    }
  }
}

function admitStaff(asking: Asking, policy: StaffPolicy): boolean {
  const { viewer } = asking.visitor;
  if (!(viewer instanceof Viewer)) return sendToSignIn(asking);
  if (policy !== 'staff' && policy !== viewer.role) throw new NotFoundException();
  return true;
}

/** A page that was asked for is shown after signing in; what was posted is not kept. */
function sendToSignIn(asking: Asking): false {
  const next = asking.method === 'POST' ? '' : `?next=${encodeURIComponent(asking.originalUrl)}`;
  asking.res?.redirect(303, `/sign-in${next}`);
  return false;
}
