// cspell:ignore Łódź Đðßæ
const special: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ı: 'i',
  þ: 'th',
};

/** Writes Latin letters without their marks: `Łódź` becomes `Lodz`. Other scripts stay as they are. */
export function asciiFold(text: string): string {
  return text
    .replace(/[łŁøØđĐðßæÆœŒıþ]/g, (letter) => special[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}
