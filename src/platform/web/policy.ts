import { SetMetadata } from '@nestjs/common';

/**
 * Who a route is for. `anyone` needs nothing; `link` a personal link; `link-and-code` also its code;
 * `coordinator` and `administrator` a signed-in user in that role; `staff` either of the two.
 */
export type Policy = 'anyone' | 'link' | 'link-and-code' | 'staff' | 'coordinator' | 'administrator';

export const policyKey = 'kretsen:policy';

/** Every route says who it is for, on itself or on its controller; the program does not start otherwise. */
export const For = (policy: Policy): ClassDecorator & MethodDecorator => SetMetadata(policyKey, policy);
