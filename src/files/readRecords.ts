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
  let hasBegun = false;
  const end = (): void => {
    if (values.size > 0) records.push({ line, values });
    values = new Map();
    last = '';
  };
  return {
    records,
    end,
    has: (key: string) => values.has(key),
    /** Begins a record above its first property. */
    begin(at: number): void {
      this.end();
      line = at;
      hasBegun = true;
    },
    /** True if a value can go on. */
    isOpen: () => last !== '',
    add(at: number, key: string, value: string): void {
      if (values.size === 0 && !hasBegun) line = at;
      hasBegun = false;
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

const cardLine = /^(?:[\w-]+\.)?([\w-]+)((?:;[^:]*)?):(.*)$/;
/** Properties of a card that name somebody. */
const cardKeys = new Set(['FN', 'EMAIL', 'UID', 'NICKNAME', 'ORG', 'TITLE']);

/** Reads cards (RFC 6350 and its forerunners): each is one person; private addresses stand in a column of their own. */
function readCards(lines: readonly string[]): TextRecord[] {
  const collector = createCollector();
  lines.forEach((text, index) => {
    const isFolded = /^[ \t]/.test(text);
    if (isFolded && collector.isOpen()) collector.extend(text.slice(1));
    const [, name = '', parameters = '', value = ''] = (isFolded ? undefined : cardLine.exec(text)) ?? [];
    const key = name.toUpperCase();
    if (key === 'BEGIN') collector.begin(index + 1);
    else if (key === 'END') collector.end();
    else if (cardKeys.has(key)) {
      const isPrivate = key === 'EMAIL' && /\bHOME\b/i.test(parameters);
      const isPrintable = /QUOTED-PRINTABLE/i.test(parameters);
      const plain = value.replace(/\\([,;\\])/g, '$1');
      collector.add(
        index + 1,
        isPrivate ? 'EMAIL HOME' : key,
        isPrintable ? decodeQuotedPrintable(plain) : plain,
      );
    }
  });
  collector.end();
  return collector.records;
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
