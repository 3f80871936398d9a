// Tabs and line breaks are left out: they are what tables are made of. U+FFFD stands for bytes that say nothing.
const control = /[^\P{Cc}\t\n\r]|\uFFFD/u;
const allControls = new RegExp(control, 'gu');

/** True if a text has a character, such as NUL, that no keyboard types. */
export function hasControl(text: string): boolean {
  return control.test(text);
}

/** Counts such characters. */
export function countControls(text: string): number {
  let count = 0;
  allControls.lastIndex = 0;
  while (allControls.test(text)) count += 1;
  return count;
}
