// cspell:ignore ldif vcard
import { readKnownHeading } from './headings';
import { toTable, type ReadText, type TextRecord } from './readText';

const lineBreak = /\r\n?|\n/;
const sampleSize = 200;
const sampleCharacters = 100_000;

/** Collects the properties of one record after another. */
function createCollector() {
  const records: TextRecord[] = [];
  let values = new Map<string, string>();
  let line = 0;
  let last = '';
  const end = (): void => {
    if (values.size > 0) records.push({ line, values });
    values = new Map();
    last = '';
  };
  return {
    records,
    end,
    has: (key: string) => values.has(key),
    /** True if a value can go on. */
    isOpen: () => last !== '',
    add(at: number, key: string, value: string): void {
      if (values.size === 0) line = at;
      const before = values.get(key);
      values.set(key, before === undefined || before === '' ? value : `${before} ; ${value}`);
      last = key;
    },
    extend(value: string): void {
      values.set(last, `${values.get(last) ?? ''}${value}`);
    },
  };
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(
      Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0)),
    );
  } catch {
    return text;
  }
}

function decodeQuotedPrintable(text: string): string {
  const bytes = text.replace(/=\r?\n/g, '').replace(/=([\dA-F]{2})/gi, (_, hex: string) => `%${hex}`);
  try {
    return decodeURIComponent(bytes.replace(/%(?![\dA-F]{2})/gi, '%25'));
  } catch {
    return text;
  }
}

/** Parameters of a value in quoted-printable (vCard 2.1). */
const isPrintable = /^[^:]*QUOTED-PRINTABLE[^:]*:/i;
const cardLine = /^(?:[\w-]+\.)?([\w-]+)((?:;[^:]*)?):(.*)$/;
/** Properties of a card that name somebody. */
const cardKeys = new Set(['FN', 'N', 'EMAIL', 'UID', 'NICKNAME', 'ORG', 'TITLE']);

/** Joins the lines of values that go on: folded ones (RFC 6350, 3.2), and quoted-printable ones that end in a sign of equality. */
function unfoldCards(lines: readonly string[]): { readonly line: number; readonly text: string }[] {
  const unfolded: { line: number; text: string }[] = [];
  lines.forEach((text, index) => {
    const last = unfolded.at(-1);
    if (last && /^[ \t]/.test(text)) last.text += text.slice(1);
    else if (last && isPrintable.test(last.text) && last.text.endsWith('='))
      last.text = `${last.text.slice(0, -1)}${text}`;
    else unfolded.push({ line: index + 1, text });
  });
  return unfolded;
}

/** The name that `N` holds in parts: surname; given name; others (RFC 6350, 6.2.2). */
function joinName(parts: readonly string[]): string {
  const [surname = '', given = ''] = parts;
  return `${given.trim()} ${surname.trim()}`.trim();
}

function readCardValue(key: string, parameters: string, value: string): string {
  const decode = (text: string): string => {
    const plain = text.replace(/\\([,;\\])/g, '$1');
    return isPrintable.test(`${parameters}:`) ? decodeQuotedPrintable(plain) : plain;
  };
  return key === 'N' ? joinName(value.split(/(?<!\\);/).map(decode)) : decode(value);
}

/** Names a card by its full name, or by its parts where it has none; a card without a name stays as a row, to be looked at. */
function toCard({ line, values }: TextRecord, firstValue: string): TextRecord {
  const { N: joined = '', ...others } = Object.fromEntries(values);
  const card = { ...others, ...((others['FN'] ?? '').trim() === '' && joined !== '' && { FN: joined }) };
  const isBlank = Object.values(card).every((value) => value.trim() === '');
  return { line, values: new Map(Object.entries(isBlank ? { text: firstValue } : card)) };
}

/**
 * Reads cards (RFC 6350 and its forerunners): each is one person; private addresses stand in a column of their own. A line between
 * cards may be somebody.
 */
function readCards(lines: readonly string[]): TextRecord[] {
  const records: TextRecord[] = [];
  let card: { line: number; values: Map<string, string>; firstValue: string } | undefined;
  const end = (): void => {
    if (card) records.push(toCard(card, card.firstValue));
    card = undefined;
  };
  for (const { line, text } of unfoldCards(lines)) {
    const [, name = '', parameters = '', value = ''] = cardLine.exec(text) ?? [];
    const key = name.toUpperCase();
    if (key === 'BEGIN') {
      end();
      card = { line, values: new Map(), firstValue: '' };
    } else if (key === 'END') end();
    else if (!card) {
      if (text.trim() !== '') records.push({ line, values: new Map([['text', text.trim()]]) });
    } else if (cardKeys.has(key)) {
      const column = key === 'EMAIL' && /\bHOME\b/i.test(parameters) ? 'EMAIL HOME' : key;
      const before = card.values.get(column) ?? '';
      const read = readCardValue(key, parameters, value);
      card.values.set(column, before === '' ? read : `${before} ; ${read}`);
    } else if (card.firstValue === '' && !/^(?:VERSION|PRODID|REV|PHOTO|LOGO|KEY|SOUND)$/.test(key))
      card.firstValue = value.trim();
  }
  end();
  return records;
}

/** True if the first line that is no comment names an entry. */
function isLdif(lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trim() !== '' && !/^(?:#|version: *\d+$)/i.test(line));
  return first !== undefined && /^dn::? /i.test(first);
}

const ldifLine = /^([\w.;-]+)(::?) ?(.*)$/;

/** Reads LDIF (RFC 2849): an entry from one blank line to the next. */
function readLdif(lines: readonly string[]): TextRecord[] {
  const collector = createCollector();
  let encoded: { line: number; key: string; value: string } | undefined;
  const flush = (): void => {
    if (encoded) collector.add(encoded.line, encoded.key, decodeBase64(encoded.value));
    encoded = undefined;
  };
  lines.forEach((text, index) => {
    if (text.startsWith(' ')) {
      if (encoded) encoded.value += text.slice(1);
      else if (collector.isOpen()) collector.extend(text.slice(1));
      return;
    }
    flush();
    const [, key = '', colons = ''] = text.startsWith('#') ? [] : (ldifLine.exec(text) ?? []);
    const value = ldifLine.exec(text)?.[3] ?? '';
    if (text.trim() === '') collector.end();
    else if (colons === '::') encoded = { line: index + 1, key, value };
    else if (key !== '' && key.toLowerCase() !== 'version') collector.add(index + 1, key, value);
  });
  flush();
  collector.end();
  return collector.records;
}

/** `Name : value`, as PowerShell's Format-List writes it, and the same without the blank. */
const property = /^\s{0,8}([\p{L}][\p{L}\p{N} ._/-]{0,60}?)\s*:(?:\s+(.*)|)$/u;

function isPropertyList(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '' && !/^\s{9,}/.test(line));
  const names = filled.flatMap((line) => property.exec(line)?.[1]?.trim() ?? []);
  if (filled.length === 0 || names.length < filled.length * 0.8) return false;
  const distinct = new Set(names);
  const isRepeated = distinct.size < names.length || names.length > 1;
  return isRepeated && [...distinct].some((name) => readKnownHeading(name) !== undefined);
}

/** Reads a list of properties: a record ends where a property comes again or a blank line stands. */
function readProperties(lines: readonly string[]): TextRecord[] {
  const collector = createCollector();
  lines.forEach((text, index) => {
    if (text.trim() === '') {
      collector.end();
      return;
    }
    const [, name, value = ''] = /^\s{9,}/.test(text) ? [] : (property.exec(text) ?? []);
    if (name !== undefined) {
      const key = name.trim();
      if (collector.has(key)) collector.end();
      collector.add(index + 1, key, value.trim());
    } else if (/^\s/.test(text) && collector.isOpen())
      collector.extend(/^\s{9,}/.test(text) ? text.trim() : ` ${text.trim()}`);
    else {
      // A line of something else between the records may be somebody.
      collector.end();
      collector.add(index + 1, 'text', text.trim());
      collector.end();
    }
  });
  collector.end();
  return collector.records;
}

/** Reads a text that names each property beside its value: vCard, LDIF, PowerShell's Format-List. Undefined for another one. */
export function readRecords(text: string): ReadText | undefined {
  const start = text.slice(0, sampleCharacters).trimStart();
  const lines = start.split(lineBreak, sampleSize);
  if (/^BEGIN:VCARD\s/i.test(start)) return toTable(readCards(text.split(lineBreak)), 'vCard');
  if (isLdif(lines)) return toTable(readLdif(text.split(lineBreak)), 'LDIF');
  if (!isPropertyList(lines)) return undefined;
  return toTable(readProperties(text.split(lineBreak)), ':');
}
