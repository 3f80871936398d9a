import type { Priority } from './priority';

/** A queue of its own: calls of different lanes share no batch. There is one object for each, so that they compare. */
export interface RequestClass {
  /** What is not a read may change something, and is neither repeated nor free. */
  readonly kind: 'read' | 'write';
  readonly priority: Priority;
}

/** All lanes, whoever goes first first. */
export const requestClasses = [
  { kind: 'read', priority: 'interactive' },
  { kind: 'write', priority: 'interactive' },
  { kind: 'read', priority: 'bulk' },
  { kind: 'write', priority: 'bulk' },
] as const satisfies readonly RequestClass[];

/** The lane of calls of this kind and priority. */
export function toRequestClass(kind: RequestClass['kind'], priority: Priority): RequestClass {
  const [interactiveRead, interactiveWrite, bulkRead, bulkWrite] = requestClasses;
  if (priority === 'bulk') return kind === 'read' ? bulkRead : bulkWrite;
  return kind === 'read' ? interactiveRead : interactiveWrite;
}
