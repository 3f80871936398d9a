import * as v from 'valibot';
import { AppError } from '../../../base/appError';
import type { Clock } from '../../../base/clock';
import { isGuid } from '../../../base/ids';
import type { Outcome } from '../../../base/outcome';
import type { Random } from '../../../base/random';
import type { Graph } from '../../../graph/types';
import type { Change, LicensingCode } from '../../types';
import { doneOutcome, settleChange } from './settleChange';
import { toLicensingCode } from './toLicensingCode';

/** What a change is made with. */
export interface ChangeTools {
  readonly graph: Graph;
  readonly clock: Clock;
  readonly random: Random;
}

const mostRetries = 4;
const firstDelayInMs = 500;

/**
 * Makes one change with one call (Graph: assignLicense). Another change under way is waited out, up to four times,
 * a little longer each time. `signal` stops before sending and while waiting; what has been sent is waited for.
 */
export async function applyChange(
  { graph, clock, random }: ChangeTools,
  change: Change,
  signal?: AbortSignal,
): Promise<Outcome<LicensingCode>> {
  if (change.add.length === 0 && change.remove.length === 0) return { kind: 'skipped', reason: 'already-so' };
  if (!isGuid(change.principal.id)) return { kind: 'failed', reason: 'principal-not-found' };
  for (let retries = 0; ; retries += 1) {
    if (signal?.aborted) return { kind: 'cancelled' };
    const error = await sendChange(graph, change);
    if (!error) return doneOutcome(change);
    const code = toLicensingCode(error);
    if (!code) throw error;
    if (code !== 'concurrent-change' || retries === mostRetries)
      return settleChange(graph, change, error, code);
    const delayInMs = firstDelayInMs * 2 ** retries * (0.5 + random());
    await waitQuietly(clock, Math.max(delayInMs, error.retryAfterInMs ?? 0), signal);
  }
}

/** Resolves with the failure; what the answer holds beside its status is not needed. */
async function sendChange(graph: Graph, { principal, add, remove }: Change): Promise<AppError | undefined> {
  const folder = principal.kind === 'user' ? 'users' : 'groups';
  // Both arrays are mandatory, also when empty.
  const body = {
    addLicenses: add.map(({ skuId, disabledPlanIds }) => ({ skuId, disabledPlans: disabledPlanIds })),
    removeLicenses: remove,
  };
  try {
    await graph.send(
      {
        method: 'POST',
        path: `/${folder}/${principal.id}/assignLicense`,
        body,
        scopes: ['LicenseAssignment.ReadWrite.All'],
      },
      v.unknown(),
    );
    return undefined;
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
}

async function waitQuietly(clock: Clock, delayInMs: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await clock.wait(delayInMs, signal);
  } catch (thrown) {
    if (!signal?.aborted) throw thrown;
  }
}
