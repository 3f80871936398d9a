/** A piece of a date format: letters of one kind, `AM/PM`, or `.0` after seconds; `elapsed` counts past a day or hour. */
export interface DateToken {
  readonly kind: 'date' | 'elapsed';
  readonly text: string;
}

type Piece = DateToken | { readonly kind: 'literal'; readonly text: string };

const dayInMs = 86_400_000;
/** Last day that Excel knows, 9999-12-31. */
const maxSerial = 2_958_465;
/** Days between the two dates from which workbooks count. */
const daysTo1904 = 1462;
/** The day 1900-02-29, which Excel has and the calendar does not. */
const noDay = 60;

const nameOf = (date: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options }).format(date);
const pad = (value: number, text: string): string => String(value).padStart(Math.min(2, text.length), '0');

/** True if a piece of a number format is one of a date. */
export function isDateToken(text: string): boolean {
  return /^(y+|m+|d+|h+|s+|am\/pm|a\/p|\.0+)$/i.test(text);
}

function formatDay(date: Date, text: string): string {
  const [letter] = text;
  if (letter === 'y') {
    const year = String(date.getUTCFullYear());
    return text.length > 2 ? year : year.slice(-2);
  }
  if (letter === 'm') {
    if (text.length < 3) return pad(date.getUTCMonth() + 1, text);
    return nameOf(date, { month: ({ 3: 'short', 5: 'narrow' } as const)[text.length] ?? 'long' });
  }
  if (text.length < 3) return pad(date.getUTCDate(), text);
  return nameOf(date, { weekday: text.length === 3 ? 'short' : 'long' });
}

/** True if letters `m` are minutes: they stand after hours or before seconds. */
function isMinutes(pieces: readonly Piece[], at: number): boolean {
  const isTime = (piece: Piece): boolean => piece.kind !== 'literal';
  const before = pieces.slice(0, at).findLast(isTime);
  const after = pieces.slice(at + 1).find(isTime);
  return before?.text.startsWith('h') === true || after?.text.startsWith('s') === true;
}

function formatPiece(pieces: readonly Piece[], at: number, date: Date, serial: number): string {
  const piece = pieces[at];
  if (!piece || piece.kind === 'literal') return piece?.text ?? '';
  const { kind, text } = piece;
  if (kind === 'elapsed') {
    const inADay = { h: 24, m: 1440, s: 86_400 }[text[0] ?? 'h'] ?? 24;
    return String(Math.floor(serial * inADay + 1e-6)).padStart(text.length, '0');
  }
  const hours = date.getUTCHours();
  const isTwelve = pieces.some((each) => each.text.startsWith('a') && each.kind === 'date');
  switch (text[0]) {
    case 'h':
      return pad(isTwelve ? hours % 12 || 12 : hours, text);
    case 's':
      return pad(date.getUTCSeconds(), text);
    case 'a': {
      const half = hours < 12 ? 'AM' : 'PM';
      return text === 'a/p' ? half.charAt(0) : half;
    }
    case '.':
      return `.${String(date.getUTCMilliseconds())
        .padStart(3, '0')
        .padEnd(text.length, '0')
        .slice(0, text.length - 1)}`;
    case 'm':
      return isMinutes(pieces, at) ? pad(date.getUTCMinutes(), text) : formatDay(date, text);
    default:
      return formatDay(date, text);
  }
}

/**
 * Shows a date that is counted in days. Names of months and days are English: a file does not say in which language they
 * were shown. Undefined for a number that is no date.
 */
export function formatSerialDate(
  pieces: readonly Piece[],
  value: number,
  isFrom1904: boolean,
): string | undefined {
  const serial = isFrom1904 ? value + daysTo1904 : value;
  if (serial < 0 || serial >= maxSerial + 1) return undefined;
  const hasFractions = pieces.some(({ kind, text }) => kind === 'date' && text.startsWith('.'));
  const unitInMs = hasFractions ? 1 : 1000;
  // Days before the one that does not exist are counted from one day later.
  const days = serial < noDay ? serial + 1 : serial;
  const sinceStart = Math.round((days * dayInMs) / unitInMs) * unitInMs;
  const date = new Date(Date.UTC(1899, 11, 30) + sinceStart);
  return pieces.map((_, at) => formatPiece(pieces, at, date, value)).join('');
}

/** The days that a date such as `2026-03-01T12:00:00` is counted as; undefined for a text that is none. */
export function toSerialDate(text: string, isFrom1904: boolean): number | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?/.exec(text)?.[0];
  if (iso === undefined) return undefined;
  const time = Date.parse(iso.includes('T') ? `${iso}Z` : iso);
  if (Number.isNaN(time)) return undefined;
  const days = (time - Date.UTC(1899, 11, 30)) / dayInMs;
  if (isFrom1904) return days - daysTo1904;
  return days > noDay ? days : days - 1;
}
