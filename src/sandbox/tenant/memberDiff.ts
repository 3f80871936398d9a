/** Members who joined and left between two states of a group. */
interface MemberDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const noDiff: MemberDiff = { added: [], removed: [] };

/** Cached differences: several readers need the one of the same change. */
const knownDiffs = new WeakMap<
  readonly string[],
  { readonly before: readonly string[]; readonly diff: MemberDiff }
>();

/** Compares two lists of member ids, which are never changed in place. */
export function memberDiff(before: readonly string[], after: readonly string[]): MemberDiff {
  if (before === after) return noDiff;
  const known = knownDiffs.get(after);
  if (known?.before === before) return known.diff;
  const diff = findDiff(before, after);
  knownDiffs.set(after, { before, diff });
  return diff;
}

/** Cheap where the lists share most of their order, as after an addition or a removal. */
function findDiff(before: readonly string[], after: readonly string[]): MemberDiff {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let fromEnd = 0;
  while (fromEnd < shorter - start && before.at(-1 - fromEnd) === after.at(-1 - fromEnd)) fromEnd += 1;
  const left = before.slice(start, before.length - fromEnd);
  const right = after.slice(start, after.length - fromEnd);
  const [had, has] = [new Set(left), new Set(right)];
  return { added: right.filter((id) => !had.has(id)), removed: left.filter((id) => !has.has(id)) };
}
