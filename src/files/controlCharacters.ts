// Tabs and line breaks are left out: they are what tables are made of. U+FFFD stands for bytes that say nothing.
const control = /[^\P{Cc}\t\n\r]|\uFFFD/u;
const allControls = new RegExp(control, 'gu');

/** Whether there is a character, such as NUL, that no keyboard types. */
export function hasControl(text: string): boolean {
  return control.test(text);
}

/** How many such characters there are. */
export function countControls(text: string): number {
  let count = 0;
  allControls.lastIndex = 0;
  while (allControls.test(text)) count += 1;
  return count;
}
