/** The longest name between quotes, or address between brackets, in characters; one that is longer ends at no closing mark. */
const longestEnclosed = 320;

const closings: Readonly<Record<string, string>> = { '"': '"', '<': '>' };

/**
 * Splits a line at `;`, `,` and tabs that stand outside of quotes and angle brackets; empty pieces are left out. A quote or
 * bracket that nothing closes is a character like any other, and costs no second look at the rest of the line.
 */
export function splitAtSeparators(line: string): string[] {
  const pieces: string[] = [];
  const findClosing = createFinder(line);
  let start = 0;
  const end = (at: number): void => {
    if (at > start) pieces.push(line.slice(start, at));
    start = at + 1;
  };
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    const closing = closings[character];
    if (closing !== undefined) at = findClosing(closing, at) ?? at;
    else if (character === ';' || character === ',' || character === '\t') end(at);
  }
  end(line.length);
  return pieces;
}

/** Finds the next mark after a place, for places that ascend; undefined where it is too far away. */
function createFinder(line: string): (mark: string, after: number) => number | undefined {
  const next = new Map<string, number>();
  return (mark, after) => {
    let found = next.get(mark) ?? -1;
    if (found <= after) {
      const index = line.indexOf(mark, after + 1);
      found = index < 0 ? Infinity : index;
      next.set(mark, found);
    }
    return found - after - 1 <= longestEnclosed ? found : undefined;
  };
}
