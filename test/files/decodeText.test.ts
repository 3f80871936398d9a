// cspell:ignore Петрова Иванов Иван Анна
import type { AppError } from '../../src/base/appError';
import { decodeText } from '../../src/files/decodeText';

const line = 'Åsa Öberg;asa@contoso.com\r\n';

/** UTF-16 in the order of bytes asked for. */
function utf16(text: string, isBigEndian: boolean, hasMark: boolean): Uint8Array {
  const bytes = Buffer.from(hasMark ? `\uFEFF${text}` : text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

test.each([
  ['UTF-8', Buffer.from(line), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${line}`), 'utf-8'],
  ['UTF-16 little end first with a mark', utf16(line, false, true), 'utf-16le'],
  ['UTF-16 big end first with a mark', utf16(line, true, true), 'utf-16be'],
  ['UTF-16 little end first without a mark', utf16(line, false, false), 'utf-16le'],
  ['UTF-16 big end first without a mark', utf16(line, true, false), 'utf-16be'],
  ['windows-1252', Buffer.from(line, 'latin1'), 'windows-1252'],
])('%s is read, and its mark is no part of the text', (_name, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ text: line, encoding });
});

test('Cyrillic names beside addresses are UTF-16 also without a mark', () => {
  const text = 'Анна Петрова\tanna@contoso.com\r\nИван Иванов\tivan@contoso.com\r\n';
  expect(decodeText(utf16(text, false, false)).text).toBe(text);
});

test('one wrong byte does not turn UTF-8 into another encoding', () => {
  const bytes = Buffer.concat([Buffer.from(line.repeat(3)), Buffer.from([0xe9])]);
  expect(decodeText(bytes)).toEqual({ text: `${line.repeat(3)}\uFFFD`, encoding: 'utf-8' });
});

test('a person can name the encoding', () => {
  expect(decodeText(Buffer.from(line, 'latin1'), 'utf-8').encoding).toBe('utf-8');
});

test('an empty file is an empty text', () => {
  expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
});

test('a stray NUL does not keep a file from being read', () => {
  const text = 'anna@contoso.com\nbo\0@contoso.com\n';
  expect(decodeText(Buffer.from(text)).text).toBe(text);
});

test('a program is no text', () => {
  const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 32);
  expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: 'file-unreadable' }) as AppError);
});
