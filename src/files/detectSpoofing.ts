import type { Suspicion } from './types';

const plain = /^[\x20-\x7e]*$/;
/** Marks that turn the direction in which text is shown (Unicode: bidirectional algorithm). */
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
/** Characters that take no room on the screen: controls, formats, what Unicode lets a font ignore, and the empty Braille cell. */
const invisible = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Scripts whose letters can be taken for one another's (Unicode: security mechanisms). */
const lookAlikeScripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Lisu}/u,
];

function isMixed(text: string): boolean {
  return lookAlikeScripts.filter((script) => script.test(text)).length > 1;
}

/**
 * Detects a text that may not be what it seems: marks of direction, invisible characters, or scripts that are mixed
 * within one word; in an address, also over all of it, and letters in a full-width or decorated form.
 * The text is flagged and never changed.
 */
export function detectSpoofing(text: string): Suspicion | undefined {
  if (plain.test(text)) return undefined;
  if (directionMarks.test(text)) return 'direction-marks';
  if (invisible.test(text)) return 'invisible-characters';
  const isAddress = text.includes('@');
  if (isAddress && text.normalize('NFKC') !== text.normalize('NFC')) return 'mixed-scripts';
  const words = isAddress ? [text] : text.split(/[^\p{L}\p{M}]+/u);
  return words.some(isMixed) ? 'mixed-scripts' : undefined;
}
