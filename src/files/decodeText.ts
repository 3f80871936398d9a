import { AppError } from '../base/appError';
import { countControls } from './controlCharacters';

/** Text of a file. */
interface DecodedText {
  readonly text: string;
  /** Name of the encoding as `TextDecoder` knows it. */
  readonly encoding: string;
}

const sampleSize = 4096;

/** UTF-16 without a mark: Latin letters, digits and separators leave every other byte zero. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, sampleSize);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const [few, many] = [sample.length / 200, sample.length / 20];
  if (odd > many && even <= few) return 'utf-16le';
  return even > many && odd <= few ? 'utf-16be' : undefined;
}

function encodingOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return guessUtf16(bytes);
}

/**
 * True if bytes are UTF-8, perhaps with a few wrong ones: in another encoding, letters beyond ASCII hardly ever happen to be
 * well-formed sequences, and so wrong ones outnumber them.
 */
function isMostlyUtf8(text: string): boolean {
  const wrong = text.match(/\uFFFD/g)?.length ?? 0;
  if (wrong === 0) return true;
  const wellFormed = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0;
  return wellFormed > wrong;
}

function decodeIn(bytes: Uint8Array, encoding: string): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function decodeAsWritten(bytes: Uint8Array): DecodedText {
  const known = encodingOf(bytes);
  if (known !== undefined) return decodeIn(bytes, known);
  const utf8 = decodeIn(bytes, 'utf-8');
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark || isMostlyUtf8(utf8.text) ? utf8 : decodeIn(bytes, 'windows-1252');
}

function isNoText(text: string): boolean {
  const controls = countControls(text);
  // A stray NUL is a fault of its line; a picture or program has one in every few characters.
  return controls > 8 && controls > text.length / 20;
}

/**
 * Decodes a file: UTF-8, UTF-16 with a byte order mark or without, else windows-1252, which Excel saves in the west; or in
 * `encoding`, where a person knows better. The mark is no part of the text. Throws AppError `file-unreadable` for what is no text.
 */
export function decodeText(bytes: Uint8Array, encoding?: string): DecodedText {
  const decoded = encoding === undefined ? decodeAsWritten(bytes) : decodeIn(bytes, encoding);
  if (isNoText(decoded.text)) throw new AppError('file-unreadable');
  return decoded;
}
