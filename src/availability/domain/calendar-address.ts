import { DomainError } from '../../kernel/domain-error';

const field = 'calendarAddress';
const longest = 2000;

/** The address of a calendar as its owner's program gives it: a secret, because whoever has it reads the calendar. */
export class CalendarAddress {
  private constructor(private readonly url: URL) {}

  static of(typed: string): CalendarAddress {
    // Calendar programs write `webcal:` for a calendar to be fetched; which way is the reader's choice.
    const text = typed.trim().replace(/^webcals?:/i, 'https:');
    if (text === '') throw new DomainError('fieldMissing', { field });
    if (text.length > longest) throw new DomainError('fieldTooLong', { field, max: longest });
    if (!URL.canParse(text)) throw new DomainError('notACalendarAddress', { field });
    const url = new URL(text);
    if (url.protocol !== 'https:') throw new DomainError('notACalendarAddress', { field });
    if (url.port !== '' || url.username !== '' || url.password !== '')
      throw new DomainError('calendarAddressNotPlain', { field });
    url.hash = '';
    return new CalendarAddress(url);
  }

  /** All that may be shown of it. */
  get host(): string {
    return this.url.hostname;
  }

  toString(): string {
    return this.url.href;
  }
}
