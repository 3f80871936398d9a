import { formatSerialDate, isDateToken, type DateToken } from './formatDate';

/** Shows the number of a cell; `isFrom1904` tells from which date a workbook counts its days. */
export type NumberDisplay = (value: number, isFrom1904: boolean) => string;

/** A piece of a number format. */
type Token =
  | { readonly kind: 'literal'; readonly text: string }
  /** `0` shows a zero where there is no digit, `#` nothing, `?` a space. */
  | { readonly kind: 'digit'; readonly text: string }
  | { readonly kind: 'point' | 'percent' | 'comma' | 'slash' | 'exponent' | 'general' }
  | DateToken;

/** Formats that files name by number alone (Office Open XML, part 1, 18.8.30). Those that follow the system's language are ISO dates. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '0',
  4: '0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '0',
  38: '0',
  39: '0.00',
  40: '0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};
/** Dates in the languages of East Asia. */
const isEastAsianDate = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** One token after another: quoted, escaped, in brackets, spaces of a width and fillers, dates, and single characters. */
const tokenPattern =
  /"([^"]*)"?|\\(.)|\[([^\]]*)\]|_.|\*.|AM\/PM|A\/P|General|E[+-]|y+|m+|d+|h+|s+|(?<=s)\.0+|[^]/giu;
const maxDecimals = 20;

/** A number without format: whole numbers in full, where Excel changes to an exponent after eleven digits. */
export function formatGeneral(value: number): string {
  // Excel keeps fifteen digits; what follows is the error of binary fractions.
  return value === 0 ? '0' : String(Number(value.toPrecision(15)));
}

/** The digits before and after the decimal point, rounded. */
function toDigits(value: number, places: number): [whole: string, decimals: string] {
  const general = formatGeneral(value);
  // From here on no number has decimals, and `toFixed` shows digits that Excel does not have.
  if (value >= 1e15) return [general, '0'.repeat(places)];
  const [whole = '', decimals = ''] = Number(general).toFixed(places).split('.');
  return [whole, decimals];
}

/** Reads brackets: a currency, an elapsed time, or a condition, which is given back as undefined; colors mean nothing. */
function readBrackets(content: string): Token | undefined {
  if (/^[<>=]/.test(content)) return undefined;
  if (/^(h+|m+|s+)$/i.test(content)) return { kind: 'elapsed', text: content.toLowerCase() };
  return { kind: 'literal', text: /^\$([^-]*)/.exec(content)?.[1] ?? '' };
}

function readToken([whole, quoted, escaped, brackets]: RegExpMatchArray): Token | undefined {
  if (brackets !== undefined) return readBrackets(brackets);
  const text = quoted ?? escaped;
  if (text !== undefined) return { kind: 'literal', text };
  if (/^[_*]./u.test(whole)) return { kind: 'literal', text: '' };
  if (/^[0#?]$/.test(whole)) return { kind: 'digit', text: whole };
  if (/^general$/i.test(whole) || whole === '@') return { kind: 'general' };
  if (whole === '.') return { kind: 'point' };
  if (whole === '%') return { kind: 'percent' };
  if (whole === ',') return { kind: 'comma' };
  if (whole === '/') return { kind: 'slash' };
  if (/^E[+-]$/i.test(whole)) return { kind: 'exponent' };
  return isDateToken(whole) ? { kind: 'date', text: whole.toLowerCase() } : { kind: 'literal', text: whole };
}

/** The sections of a format: for positive numbers, negative ones, and zero. */
function splitSections(code: string): Token[][] | undefined {
  const sections: Token[][] = [[]];
  for (const match of code.matchAll(tokenPattern)) {
    if (match[0] === ';') {
      sections.push([]);
      continue;
    }
    const token = readToken(match);
    if (!token) return undefined;
    sections.at(-1)?.push(token);
  }
  return sections;
}

/** Puts the digits of the whole part into their places from the right; the first place takes all that are left. */
function fillWhole(tokens: readonly Token[], whole: string): string {
  let rest = whole === '0' ? '' : whole;
  const first = tokens.findIndex(({ kind }) => kind === 'digit');
  let shown = '';
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token?.kind === 'literal') shown = token.text + shown;
    if (token?.kind === 'percent') shown = `%${shown}`;
    if (token?.kind !== 'digit') continue;
    const taken = index === first ? rest : rest.slice(-1);
    rest = rest.slice(0, rest.length - taken.length);
    const filler = { '0': '0', '?': ' ' }[token.text] ?? '';
    shown = (taken || filler) + shown;
  }
  return shown;
}

function fillDecimals(tokens: readonly Token[], digits: string): string {
  let index = 0;
  const significant = digits.replace(/0+$/, '').length;
  return tokens
    .map((token) => {
      if (token.kind === 'literal') return token.text;
      if (token.kind === 'percent') return '%';
      if (token.kind !== 'digit') return '';
      const digit = digits[index] ?? '';
      index += 1;
      if (index <= significant || token.text === '0') return digit;
      return token.text === '?' ? ' ' : '';
    })
    .join('');
}

/** Thousands are neither grouped nor left out: what is read are identifiers, which a comma would separate. */
function formatDigits(section: readonly Token[], value: number): string {
  const point = section.findIndex(({ kind }) => kind === 'point');
  const whole = point < 0 ? section : section.slice(0, point);
  const decimals = point < 0 ? [] : section.slice(point + 1);
  const places = Math.min(maxDecimals, decimals.filter(({ kind }) => kind === 'digit').length);
  const scaled = section.some(({ kind }) => kind === 'percent') ? value * 100 : value;
  const [wholeDigits, decimalDigits] = toDigits(scaled, places);
  const shownDecimals = fillDecimals(decimals, decimalDigits);
  return fillWhole(whole, wholeDigits) + (point < 0 ? '' : '.') + shownDecimals;
}

function formatSection(section: readonly Token[], value: number, isFrom1904: boolean): string {
  const dateTokens = section.filter((token): token is DateToken => isDatePart(token));
  if (dateTokens.length > 0) {
    const parts = section.map((token): DateToken | { kind: 'literal'; text: string } =>
      token.kind === 'literal' || isDatePart(token) ? token : { kind: 'literal', text: symbolOf(token) },
    );
    return formatSerialDate(parts, value, isFrom1904) ?? formatGeneral(value);
  }
  if (section.some(({ kind }) => kind === 'slash' || kind === 'exponent')) return formatGeneral(value);
  if (section.some(({ kind }) => kind === 'digit')) return formatDigits(section, value);
  const shown = section
    .map((token) =>
      token.kind === 'general' ? formatGeneral(value) : token.kind === 'literal' ? token.text : '',
    )
    .join('');
  // A format that hides numbers would lose the line.
  return shown || formatGeneral(value);
}

function isDatePart(token: Token): token is DateToken {
  return token.kind === 'date' || token.kind === 'elapsed';
}

function symbolOf(token: Exclude<Token, DateToken>): string {
  if ('text' in token) return token.text;
  return { point: '.', percent: '%', comma: ',', slash: '/', exponent: '', general: '' }[token.kind];
}

/**
 * Prepares the display of numbers of one format, by its code or, where it has none, by its number. Conditions, fractions
 * and exponents are left out: the number is shown in full then, as an identifier needs it.
 */
export function compileNumberFormat(id: number, code: string | undefined): NumberDisplay {
  const known = code ?? builtIn[id] ?? (isEastAsianDate(id) ? 'yyyy-mm-dd' : undefined);
  const sections = known === undefined ? undefined : splitSections(known);
  if (!sections) return formatGeneral;
  return (value, isFrom1904) => {
    const [positive = [], negative, zero = positive] = sections;
    if (value < 0 && negative && negative.length > 0) return formatSection(negative, -value, isFrom1904);
    if (value < 0) return `-${formatSection(positive, -value, isFrom1904)}`;
    return formatSection(value === 0 ? zero : positive, value, isFrom1904);
  };
}
