import type { Span } from '../../src/kernel/in-words';

/** `2027-01-18T10:00`, as the caseload file writes it. */
export const spanText = ({ day, start }: Span): string => `${day.iso}T${start.toString()}`;
