/** Gathers the text of a string item: of `t`, alone or in runs `r`, without the pronunciation in `rPh`. */
interface TextCollector {
  start(): void;
  open(name: string): void;
  readonly text: (text: string) => void;
  close(name: string): void;
  take(): string;
}

/** Characters that XML can't hold are written as `_x000D_`, and `_` before such a text as `_x005F_` (Office Open XML, part 1, 22.9.2.19). */
const escapedCharacter = /_x([\da-f]{4})_/gi;

/** Replaces the escapes of a string. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(escapedCharacter, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Makes what gathers one string after another. */
export function createTextCollector(): TextCollector {
  let gathered = '';
  let isInText = false;
  let isPronunciation = false;
  return {
    start() {
      gathered = '';
      isInText = isPronunciation = false;
    },
    open(name) {
      if (name === 'rPh') isPronunciation = true;
      if (name === 't') isInText = true;
    },
    text(text) {
      if (isInText && !isPronunciation) gathered += text;
    },
    close(name) {
      if (name === 'rPh') isPronunciation = false;
      if (name === 't') isInText = false;
    },
    take: () => unescapeText(gathered),
  };
}
