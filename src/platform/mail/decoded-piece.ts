/** One readable piece of a mail after every transfer encoding is undone. */
export interface DecodedPiece {
  readonly kind: 'header' | 'text' | 'html' | 'calendar' | 'other';
  /** The header's name or the part's media type. */
  readonly name: string;
  readonly text: string;
}

const kindOf: Readonly<Record<string, DecodedPiece['kind']>> = {
  'text/calendar': 'calendar',
  'application/ics': 'calendar',
  'text/html': 'html',
  'text/plain': 'text',
};

export const partPiece = (mediaType: string, text: string): DecodedPiece => ({
  kind: kindOf[mediaType] ?? 'other',
  name: mediaType,
  text,
});
