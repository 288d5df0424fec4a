import { CanActivate, Injectable, NotFoundException } from '@nestjs/common';
import { Settings } from '../platform/config/settings';

/** Where addresses of calendars are not allowed it is as if their routes did not exist. */
@Injectable()
export class CalendarAddressesGuard implements CanActivate {
  constructor(private readonly settings: Settings) {}

  canActivate(): boolean {
    if (!this.settings.calendarAddresses) throw new NotFoundException();
    return true;
  }
}
