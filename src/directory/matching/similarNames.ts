// cspell:ignore obrien astrom łøđðħıßæœþ Åström äöüøå Müller
/** Characters without a width that programs leave in copied text; those that join letters (U+200C, U+200D) have a meaning. */
const zeroWidth = /[\u200B\u2060\uFEFF\u00AD]/g;
const hasUnusualSpace = /[^\S ]| {2}|^ | $|[\u200B\u2060\uFEFF\u00AD]/;

/** Folds white space, so that names that differ in it alone become the same. */
export function foldSpace(text: string): string {
  return hasUnusualSpace.test(text) ? text.replace(zeroWidth, '').replace(/\s+/g, ' ').trim() : text;
}

/** Letters that Unicode does not take apart into a plain letter and a mark, as they are written without it. */
const undivided: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const isAscii = /^[\x20-\x7e]*$/;
/** Marks above and below letters, and the vowel signs of Arabic and Hebrew; in other scripts a mark makes another sound. */
const marks = /[\u0300-\u036f\u064b-\u0652\u0591-\u05c7]/g;

/**
 * Returns the words of a name in lower case without marks, and with one letter for `ue` and the like: `O'Brien-Åström, Jürgen`
 * gives obrien, astrom and jurgen.
 */
export function wordsOf(name: string): string[] {
  return plainWordsOf(name).map(shorten);
}

function plainWordsOf(name: string): string[] {
  const small = name.toLowerCase().replace(/['’ʼ`´\p{Cf}]/gu, '');
  const plain = isAscii.test(small)
    ? small
    : small
        .replace(/[łøđðħıßæœþ]/g, (letter) => undivided[letter] ?? letter)
        .normalize('NFKD')
        .replace(marks, '');
  return plain.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
}

/** Writes `ue` for `ü` and the like as one letter: it is how a keyboard without them writes such names. */
function shorten(text: string): string {
  return text.replace(/([aou])e/g, '$1').replaceAll('aa', 'a');
}

/**
 * A key that names share which differ in nothing but marks, capitals, punctuation and the order of their words, and in how
 * letters with marks are written without them. Undefined for a text without letters and digits.
 */
export function similarKey(name: string): string | undefined {
  const words = wordsOf(name);
  return words.length === 0 ? undefined : words.sort().join(' ');
}

/**
 * A key of a single word by which words that begin with it are found. Undefined for several words, for a single character, and for
 * digits alone, which begin too many account names.
 */
export function wordKey(name: string): string | undefined {
  const [word = '', ...others] = wordsOf(name);
  return others.length > 0 || word.length < 2 || !/\p{L}/u.test(word) ? undefined : word;
}

/**
 * A key of a word of several parts, such as Anna-Karin, by which names that have these parts in this order are found. Undefined for
 * other texts.
 */
export function compoundKey(name: string): string | undefined {
  const parts = wordsOf(name);
  return parts.length < 2 || /[\s,;]/.test(foldSpace(name)) ? undefined : parts.join(' ');
}

const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/**
 * Texts to search the directory for, to find those whose names are similar: without marks, since its index is compared without
 * them (observed: `startswith(surname,'mu')` finds Müller), and with `ue` for `ü` and the reverse. Empty for a single word,
 * which is part of too many names.
 */
export function similarSearches(name: string): readonly string[] {
  return plainWordsOf(name).length < 2 ? [] : spellingsOf(name);
}

/** Texts to search the directory for, to find names that begin with a single word; empty where `wordKey` is undefined. */
export function beginningSearches(name: string): readonly string[] {
  return wordKey(name) === undefined ? [] : spellingsOf(name);
}

function spellingsOf(name: string): readonly string[] {
  const plain = plainWordsOf(name).join(' ');
  const long = plainWordsOf(
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöüøå]/g, (letter) => spelledOut[letter] ?? letter),
  );
  return [...new Set([plain, shorten(plain), long.join(' ')])];
}
