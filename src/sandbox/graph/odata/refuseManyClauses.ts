import { unsupportedQuery } from '../graphRefusal';
import type { FilterNode } from './filterTree';

const maxClauses = 15;

/**
 * Refuses a filter with more alternatives than the directory takes (Graph: query parameters, 15 expressions by default).
 * Observed: the sentence. Inferred: that each value of `in` counts as one.
 */
export function refuseManyClauses(node: FilterNode): void {
  if (node.kind === 'and') {
    refuseManyClauses(node.left);
    refuseManyClauses(node.right);
  } else if (node.kind === 'not') refuseManyClauses(node.operand);
  const count = alternatives(node);
  if (count > maxClauses)
    throw unsupportedQuery(
      `Too many child clauses specified in search filter expression containing 'OR' operators: ${count}. Max allowed: ${maxClauses}.`,
    );
}

function alternatives(node: FilterNode): number {
  if (node.kind === 'or') return alternatives(node.left) + alternatives(node.right);
  return node.kind === 'in' ? node.values.length : 1;
}
