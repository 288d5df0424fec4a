import PDFDocument from 'pdfkit';
import type { Language } from '../../kernel/in-words';
import type { Instant } from '../../kernel/instant';
import type { Letter } from '../domain/letter';
import { LetterSheet } from './letter-sheet';
import { Typefaces } from './typefaces';

export interface Batch {
  /** In the order the pages are wanted. */
  readonly letters: readonly Letter[];
  readonly title: string;
  readonly language: Language;
  readonly madeAt: Instant;
}

/** A batch of letters as one tagged PDF, each letter beginning on a page of its own. */
export class LettersPdf {
  private readonly typefaces = new Typefaces();

  /** The signs of a letter that cannot be printed; empty when it can. */
  unprintableIn(letter: Letter): string {
    const { address, greeting, news, place, signature } = letter;
    return this.typefaces.unprintable([...address, greeting, ...news, place, signature].join(' '));
  }

  async print({ letters, title, language, madeAt }: Batch): Promise<Buffer> {
    const pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      tagged: true,
      lang: language,
      displayTitle: true,
      info: { Title: title, CreationDate: madeAt.toDate(), ModDate: madeAt.toDate() },
    });
    const bytes = collected(pdf);
    for (const { font, path } of this.typefaces.files()) pdf.registerFont(font, path);
    for (const letter of letters) new LetterSheet(pdf, this.typefaces, letter).draw();
    pdf.end();
    return bytes;
  }
}

const collected = (pdf: PDFKit.PDFDocument): Promise<Buffer> =>
  new Promise((done, failed) => {
    const pieces: Buffer[] = [];
    pdf.on('data', (piece: Buffer) => pieces.push(piece));
    pdf.on('end', () => {
      done(Buffer.concat(pieces));
    });
    pdf.on('error', failed);
  });
