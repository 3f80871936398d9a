import { isGuid } from '../base/ids';
import type { Outcome } from '../base/outcome';
import { acceptedWire } from './groups/acceptedWire';
import { refusedOutcome } from './groups/classifyFailure';
import type { GroupDependencies } from './groups/groupDependencies';
import { sendUntilSettled } from './groups/sendUntilSettled';
import type { LicenseSource, MembershipCode } from './types';

/**
 * Has a service evaluate every source of a person's licenses again (Graph v1.0: reprocessLicenseAssignment; beta: reprocessAssignments,
 * which answers without a body). Neither takes less than User.ReadWrite.All. After a lost answer it is sent again, since a second time changes
 * nothing more. Rejects with AppError for what concerns the session, and `cancelled`.
 */
export async function reprocessLicenses(
  dependencies: GroupDependencies,
  userId: string,
  source: LicenseSource,
  signal?: AbortSignal,
): Promise<Outcome<MembershipCode>> {
  if (!isGuid(userId)) return { kind: 'failed', reason: 'principal-not-found' };
  const request = {
    method: 'POST',
    scopes: ['User.ReadWrite.All'],
    priority: 'bulk',
    signal,
  } as const;
  const send = (): Promise<unknown> =>
    source === 'directory'
      ? dependencies.graph.send(
          { ...request, path: `/users/${userId}/reprocessLicenseAssignment` },
          acceptedWire,
        )
      : dependencies.graph.send(
          {
            ...request,
            version: 'beta',
            path: `/users/${userId}/cloudLicensing/assignments/reprocessAssignments`,
          },
          acceptedWire,
        );
  // No reading shows that a person was evaluated.
  const ending = await sendUntilSettled(dependencies, { signal, send, holds: () => Promise.resolve(false) });
  if (ending.kind === 'settled') return ending.outcome;
  const { code, requestId } = ending.error;
  if (code === 'not-found') return { kind: 'failed', reason: 'principal-not-found', requestId };
  return refusedOutcome(ending.error);
}
