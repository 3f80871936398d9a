import type { Priority } from './priority';

/** A queue of its own: calls of different lanes share no batch. There is one object for each, so that they compare. */
export interface Lane {
  /** What is not a read may change something, and is neither repeated nor free. */
  readonly kind: 'read' | 'write';
  readonly priority: Priority;
}

/** All lanes, whoever goes first first. */
export const lanes = [
  { kind: 'read', priority: 'interactive' },
  { kind: 'write', priority: 'interactive' },
  { kind: 'read', priority: 'bulk' },
  { kind: 'write', priority: 'bulk' },
] as const satisfies readonly Lane[];

/** The lane of calls of this kind and priority. */
export function laneOf(kind: Lane['kind'], priority: Priority): Lane {
  const [peopleRead, peopleWrite, bulkRead, bulkWrite] = lanes;
  if (priority === 'bulk') return kind === 'read' ? bulkRead : bulkWrite;
  return kind === 'read' ? peopleRead : peopleWrite;
}
