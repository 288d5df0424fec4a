import type { Letter, LetterRow } from '../domain/letter';
import type { Typefaces, Weight } from './typefaces';

type Structure = ReturnType<PDFKit.PDFDocument['struct']>;

interface Style {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

const ink = '#20302d';
const quiet = '#55615e';
const pine = '#0f4c47';
const rule = '#c9d3ce';

const body: Style = { size: 12.5, weight: 400, colour: ink };
const strong: Style = { ...body, weight: 600 };
const small: Style = { size: 10.5, weight: 400, colour: quiet };
const heading: Style = { size: 25, weight: 600, colour: pine };

const left = mm(25);
const textWidth = mm(160);
const bottom = mm(272);

// A sheet of A4 folded once lies loose in a C5 envelope (229 × 162 mm): 19 mm sideways, 13 mm up and down.
// The right-hand window is taken as 105 × 35 mm, 15 mm from the right edge and 44 mm from the top; makers
// differ by a few millimetres. What shows however the sheet lies is then 109–195 mm from the sheet's left
// edge and 44–65 mm from its top: the address stands within that, and nothing else in the 90–210 × 30–80 mm
// that may show at all.
const address: Box = { x: mm(112), y: mm(46), width: mm(82) };
const addressLine = mm(4.6);

const dayColumn = mm(78);
const hoursColumn = mm(38);
const rowHeight = mm(8.4);

/** Draws one letter: address where the window is, the year's dates, and whom to call. */
export class LetterSheet {
  private readonly root: Structure;
  private y = 0;

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly typefaces: Typefaces,
    private readonly letter: Letter,
  ) {
    this.root = pdf.struct('Document', { lang: letter.language });
    pdf.addStructure(this.root);
  }

  draw(): void {
    const { letter } = this;
    this.newPage();
    this.foldMark();
    this.head(letter);
    this.opening(letter);
    this.table(letter);
    this.closing(letter);
    this.root.end();
  }

  private newPage(): void {
    this.pdf.addPage();
    this.y = mm(25);
  }

  private foldMark(): void {
    this.decoration(() => {
      this.pdf.moveTo(mm(4), mm(148.5)).lineTo(mm(9), mm(148.5)).lineWidth(0.6).stroke(rule);
    });
  }

  private head({ address: lines, date }: Letter): void {
    const size = { ...body, size: 11.5 };
    this.tagged(this.root, 'P', () => {
      lines.forEach((line, index) => {
        this.text(line, size, { ...address, y: address.y + index * addressLine });
      });
    });
    this.tagged(this.root, 'P', () => {
      this.text(date, small, { x: left, y: address.y, width: mm(60) });
    });
  }

  private opening({ title, greeting, intro, news, now }: Letter): void {
    this.y = mm(94);
    this.flowing('H1', title, heading, mm(5));
    this.flowing('P', greeting, strong, mm(1.5));
    this.flowing('P', intro, body, news.length > 0 ? mm(2) : mm(6));
    news.forEach((line, index) => {
      this.flowing('P', line, strong, index < news.length - 1 ? mm(1) : mm(6));
    });
    if (now !== '') this.flowing('P', now, body, mm(3));
  }

  private table({ headings, rows }: Letter): void {
    if (rows.length === 0) return;
    const table = this.pdf.struct('Table');
    this.root.add(table);
    this.row(table, headings, { cell: 'TH', style: { ...small, weight: 600 } });
    this.line(pine, 1.4);
    for (const row of rows) {
      if (this.y + rowHeight > bottom) this.newPage();
      this.row(table, row, { cell: 'TD', style: body });
      this.line(rule, 0.6);
    }
    table.end();
    this.y += mm(6);
  }

  private row(table: Structure, { day, hours, length }: LetterRow, { cell, style }: RowLook): void {
    const tr = this.pdf.struct('TR');
    table.add(tr);
    const y = this.y + mm(1.9);
    const first = cell === 'TH' ? style : strong;
    this.tagged(tr, 'TH', () => {
      this.text(day, first, { x: left, y, width: dayColumn });
    });
    this.tagged(tr, cell, () => {
      this.text(hours, style, { x: left + dayColumn, y, width: hoursColumn });
    });
    const last = { x: left + dayColumn + hoursColumn, y, width: textWidth - dayColumn - hoursColumn };
    this.tagged(tr, cell, () => {
      this.text(length, style, last);
    });
    tr.end();
    this.y += rowHeight;
  }

  private closing({ place, clock, callLead, phone, goodbye, signature }: Letter): void {
    // The phone number and the name belong together on one page.
    if (this.y + mm(52) > mm(287)) this.newPage();
    const whereAndWhose = `${place} ${clock}`.trim();
    if (whereAndWhose !== '') this.flowing('P', whereAndWhose, body, mm(5));
    this.flowing('P', callLead, body, mm(0.5));
    this.flowing('P', phone, { ...strong, size: 17, colour: pine }, mm(7));
    this.flowing('P', goodbye, body, mm(0.5));
    this.flowing('P', signature, strong, 0);
  }

  private flowing(tag: string, text: string, style: Style, after: number): void {
    this.tagged(this.root, tag, () => {
      this.text(text, style, { x: left, y: this.y, width: textWidth });
    });
    this.y = this.pdf.y + after;
  }

  private tagged(parent: Structure, tag: string, drawing: () => void): void {
    parent.add(this.pdf.struct(tag, {}, drawing));
  }

  private text(text: string, { size, weight, colour }: Style, { x, y, width }: Box): void {
    this.pdf.fontSize(size).fillColor(colour);
    const runs = this.typefaces.runs(text, weight);
    runs.forEach((run, index) => {
      const more = { width, lineGap: size * 0.12, continued: index < runs.length - 1 };
      this.pdf.font(run.font);
      if (index === 0) this.pdf.text(run.text, x, y, more);
      else this.pdf.text(run.text, more);
    });
  }

  private line(colour: string, width: number): void {
    this.decoration(() => {
      this.pdf
        .moveTo(left, this.y)
        .lineTo(left + textWidth, this.y)
        .lineWidth(width)
        .stroke(colour);
    });
  }

  // Nothing to read aloud (PDF/UA: everything is either tagged or an artifact).
  private decoration(drawing: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    drawing();
    this.pdf.endMarkedContent();
  }
}

interface RowLook {
  readonly cell: 'TH' | 'TD';
  readonly style: Style;
}
