/**
 * True if each wanted word resembles the beginning of a word of the name: one letter may be wrong, missing or added.
 */
export function resemblesName(wanted: readonly string[], words: readonly string[]): boolean {
  return wanted.every((word) => words.some((candidate) => resembles(word, candidate)));
}

function resembles(word: string, candidate: string): boolean {
  if (candidate.startsWith(word)) return true;
  // Short words resemble too much.
  if (word.length < 4) return false;
  return [-1, 0, 1].some((more) => isOneAway(word, candidate.slice(0, word.length + more)));
}

function isOneAway(left: string, right: string): boolean {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const [restLeft, restRight] = [left.slice(start), right.slice(start)];
  return (
    restLeft.slice(1) === restRight.slice(1) ||
    restLeft.slice(1) === restRight ||
    restLeft === restRight.slice(1)
  );
}
