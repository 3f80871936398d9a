import { AppError } from '../../base/appError';
import { hasControl } from '../controlCharacters';
import { unescapeFormula } from '../escapeFormula';
import { limits } from '../limits';
import type { TableRow } from '../tableRow';
import type { LineFault } from '../types';
import { toSerialDate } from './formatDate';
import { compileNumberFormat, formatGeneral, type NumberDisplay } from './formatNumber';
import { addMailLinks, columnOf, rowOf, withAddress, type MailLink } from './mailLinks';
import { isTrue, readRelationships, relationshipIdOf } from './relationships';
import { readXml, type XmlVisitor } from './readXml';
import { createTextCollector, unescapeText } from './textCollector';
import type { UnpackBudget, ZipArchive } from './zipArchive';

/** The rows of a sheet that have something in them, with the numbers that Excel shows, and what is wrong with them. */
export interface SheetRows {
  readonly rows: readonly TableRow[];
  readonly faults: readonly LineFault[];
}

/** The parts that the cells of every sheet refer to. */
export interface SharedParts {
  readonly strings: readonly string[];
  /** By the number of the cell's style. */
  readonly displays: readonly NumberDisplay[];
  readonly isFrom1904: boolean;
}

type Fault = LineFault['kind'];
type Attributes = Readonly<Record<string, string>>;

/** A cell while it is read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | undefined;
  formula: string | undefined;
}

/** Last row of a sheet (Excel: specifications and limits). */
const maxRow = 1_048_576;
/** Memory of a blank cell, as characters. */
const blankSize = 4;
/** Excel keeps fifteen digits of a number; a longer one that was typed into it ends in zeros. */
const longNumber = /^-?(?:\d{16}|.*e\+)/;
const mailFormula = /^HYPERLINK\(\s*"mailto:([^"?]+)/i;
const isoDate = compileNumberFormat(14, undefined);
const isoTime = compileNumberFormat(0, 'yyyy-mm-dd hh:mm:ss');

function showNumber(raw: string, style: number, { displays, isFrom1904 }: SharedParts): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  const shown = (displays[style] ?? formatGeneral)(value, isFrom1904);
  // More digits than a number can hold are only in the file.
  return /^\d{16,}$/.test(raw) && raw.length === shown.length ? raw : shown;
}

function showDate(raw: string, style: number, { displays, isFrom1904 }: SharedParts): string {
  const serial = toSerialDate(raw, isFrom1904);
  if (serial === undefined) return raw;
  const shown = displays[style] ?? formatGeneral;
  if (shown !== formatGeneral) return shown(serial, isFrom1904);
  return (Number.isInteger(serial) ? isoDate : isoTime)(serial, isFrom1904);
}

type NoteFault = (kind: Fault, column?: number) => void;

/** Returns what a cell shows. */
function showCell(cell: OpenCell, inline: string, shared: SharedParts, noteFault: NoteFault): string {
  const { type, value, style, formula, column } = cell;
  const note = (kind: Fault): void => noteFault(kind, column);
  if (type === 'inlineStr') return inline;
  // An empty result is a text; `v` is empty in a number where a program leaves the calculation to the next one.
  if (value === undefined || (value === '' && type === 'n')) {
    if (formula !== undefined) note('formula-without-result');
    return '';
  }
  switch (type) {
    case 's': {
      const text = shared.strings[Number(value)];
      if (text === undefined) throw new AppError('file-unreadable', { cause: new Error('no such string') });
      return text;
    }
    case 'str':
      return unescapeText(value);
    case 'b':
      return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
      note('cell-error');
      return value;
    case 'd':
      return showDate(value, style, shared);
    default: {
      const shown = showNumber(value, style, shared);
      if (longNumber.test(shown)) note('long-number');
      return shown;
    }
  }
}

/** Gathers rows from the cells in their order. */
class RowGatherer {
  readonly rows: TableRow[] = [];
  readonly faults: LineFault[] = [];
  #line = 0;
  #isHidden = false;
  #cells: string[] = [];
  #nextColumn = 0;
  #characters = 0;
  readonly #noted = new Set<Fault>();

  readonly note: NoteFault = (kind, column) => {
    if (this.#noted.has(kind)) return;
    this.#refuseLongSheet();
    this.#noted.add(kind);
    this.faults.push({ line: this.#line, kind, ...(column !== undefined && { column }) });
  };

  startRow({ r: number, hidden }: Attributes): void {
    this.#setLine(number === undefined ? this.#line + 1 : Number(number), this.#line);
    this.#isHidden = isTrue(hidden);
    this.#cells = [];
    this.#nextColumn = 0;
    this.#noted.clear();
  }

  /** Gives the column of the next cell; in a row without number the first cell may say the row. */
  startCell(reference: string | undefined, isNumbered: boolean): number {
    if (!isNumbered && this.#nextColumn === 0) this.#setLine(rowOf(reference) ?? this.#line, this.#line - 1);
    const column = columnOf(reference) ?? this.#nextColumn;
    this.#nextColumn = column + 1;
    return column;
  }

  addCell(column: number, content: string): void {
    if (content === '') return;
    this.#characters += content.length;
    // A cell far to the right makes blank ones before it, which take memory too.
    if (column < limits.columns) this.#characters += blankSize * Math.max(0, column - this.#cells.length);
    // One text that many cells share may be as large as the file.
    if (this.#characters > limits.unpackedBytes) throw new AppError('file-too-large');
    if (column >= limits.columns) {
      this.note('too-many-columns');
      return;
    }
    if (content.length > limits.cellCharacters) this.note('too-long', column);
    if (hasControl(content)) this.note('control-characters', column);
    while (this.#cells.length < column) this.#cells.push('');
    this.#cells[column] = unescapeFormula(content.slice(0, limits.cellCharacters));
  }

  endRow(): void {
    if (this.#cells.length === 0) return;
    this.#refuseLongSheet();
    this.#noteEmptyRows();
    if (this.#isHidden) this.note('hidden-row');
    this.rows.push({ line: this.#line, cells: this.#cells });
  }

  #setLine(line: number, previous: number): void {
    if (!Number.isInteger(line) || line <= previous || line > maxRow)
      throw new AppError('file-unreadable', { cause: new Error('rows out of order') });
    this.#line = line;
  }

  /** Names the rows since the last one, which a file may leave out; those with a fault of their own are named already. */
  #noteEmptyRows(): void {
    const others = new Set<number>();
    const last = this.rows.at(-1)?.line ?? 0;
    for (let index = this.faults.length - 1; (this.faults[index]?.line ?? 0) > last; index -= 1)
      others.add(this.faults[index]?.line ?? 0);
    for (let line = last + 1; line < this.#line; line += 1)
      if (!others.has(line)) this.faults.push({ line, kind: 'empty' });
  }

  #refuseLongSheet(): void {
    if (this.#line > limits.lines) throw new AppError('file-too-long');
  }
}

/** Visits the cells of a sheet, and the links to addresses that follow them. */
function createSheetVisitor(shared: SharedParts, gatherer: RowGatherer, links: MailLink[]): XmlVisitor {
  const inline = createTextCollector();
  let isNumbered = false;
  let cell: OpenCell | undefined;
  let collected: string | undefined;
  return {
    open(name, attributes) {
      switch (name) {
        case 'row':
          isNumbered = attributes['r'] !== undefined;
          gatherer.startRow(attributes);
          return;
        case 'c':
          cell = {
            column: gatherer.startCell(attributes['r'], isNumbered),
            type: attributes['t'] ?? 'n',
            style: Number(attributes['s'] ?? 0),
            value: undefined,
            formula: undefined,
          };
          inline.start();
          return;
        case 'v':
        case 'f':
          collected = '';
          return;
        case 'hyperlink':
          links.push({ cell: attributes['ref'] ?? '', relationshipId: relationshipIdOf(attributes) });
          return;
        default:
          if (cell) inline.open(name);
      }
    },
    text(text) {
      if (!cell) return;
      if (collected === undefined) inline.text(text);
      else collected += text;
    },
    close(name) {
      if (!cell) {
        if (name === 'row') gatherer.endRow();
        return;
      }
      if (name === 'v') cell.value = collected;
      if (name === 'f') cell.formula = collected;
      if (name === 'v' || name === 'f') collected = undefined;
      if (name !== 'c') {
        inline.close(name);
        return;
      }
      const shown = showCell(cell, inline.take(), shared, gatherer.note);
      gatherer.addCell(cell.column, withAddress(shown, mailFormula.exec(cell.formula ?? '')?.[1]));
      cell = undefined;
    },
  };
}

/** Reads the rows of a sheet: what its cells show, and beside a name the address that it links to. */
export async function readSheet(
  archive: ZipArchive,
  part: string,
  shared: SharedParts,
  budget: UnpackBudget,
): Promise<SheetRows> {
  const gatherer = new RowGatherer();
  const links: MailLink[] = [];
  await readXml(archive.read(part, budget), createSheetVisitor(shared, gatherer, links));
  const { rows, faults } = gatherer;
  if (links.length === 0) return { rows, faults };
  const targets = new Map(
    (await readRelationships(archive, part, budget)).map(({ id, target }) => [id, target]),
  );
  return { rows: addMailLinks(rows, links, targets), faults };
}
