import type { FilterNode } from '../../odata/filterTree';

/** A time with the fractions that the log writes, whatever its zone: such texts compare as the times do. */
export function fullTime(time: string | number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? String(time) : date.toISOString().replace(/Z$/, '0000Z');
}

/** The filter with its times written as the log writes them. */
export function withFullDates(node: FilterNode): FilterNode {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { ...node, left: withFullDates(node.left), right: withFullDates(node.right) };
    case 'not':
      return { ...node, operand: withFullDates(node.operand) };
    case 'compare':
      return node.value.type === 'date'
        ? { ...node, value: { type: 'date', value: fullTime(node.value.value) } }
        : node;
    case 'in':
    case 'call':
    case 'any':
      return node;
  }
}
