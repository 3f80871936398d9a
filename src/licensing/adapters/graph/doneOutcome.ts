import type { Outcome } from '../../../base/outcome';
import type { Change } from '../../types';

/** The outcome of a change that was made; Entra applies a group's to its members afterwards. */
export function doneOutcome({ principal }: Change): Extract<Outcome<never>, { kind: 'done' }> {
  return principal.kind === 'group' ? { kind: 'done', pending: true } : { kind: 'done' };
}
