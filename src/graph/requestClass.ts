import type { GraphRequest } from './types';

/** Class of calls that wait in a queue of their own and share no batch with others. There is one object for each, so that `===` compares them. */
export interface RequestClass {
  /** A write may change data: a lost one isn't sent again, and each counts against the write quota. */
  readonly kind: 'read' | 'write';
  readonly priority: NonNullable<GraphRequest['priority']>;
}

/** All classes, in the order in which they are served. */
export const requestClasses = [
  { kind: 'read', priority: 'interactive' },
  { kind: 'write', priority: 'interactive' },
  { kind: 'read', priority: 'bulk' },
  { kind: 'write', priority: 'bulk' },
] as const satisfies readonly RequestClass[];

/** Returns the class of calls of this kind and priority. */
export function toRequestClass(kind: RequestClass['kind'], priority: RequestClass['priority']): RequestClass {
  const [interactiveRead, interactiveWrite, bulkRead, bulkWrite] = requestClasses;
  if (priority === 'bulk') return kind === 'read' ? bulkRead : bulkWrite;
  return kind === 'read' ? interactiveRead : interactiveWrite;
}
