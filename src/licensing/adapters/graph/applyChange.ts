import * as v from 'valibot';
import { AppError } from '../../../base/appError';
import type { Clock } from '../../../base/clock';
import { isGuid } from '../../../base/ids';
import type { Outcome } from '../../../base/outcome';
import type { Random } from '../../../base/random';
import type { Graph } from '../../../graph/types';
import type { Change, LicensingCode } from '../../types';
import { doneOutcome, settleLost, settleRefused } from './settleChange';
import { toLicensingCode } from './toLicensingCode';

/** What a change is made with. */
export interface ChangeTools {
  readonly graph: Graph;
  readonly clock: Clock;
  readonly random: Random;
}

/** The principal or nothing; a success that carries an error, or is no JSON, says nothing of what became of the change. */
const acceptedWire = v.optional(v.object({ error: v.optional(v.never()) }));

/**
 * Makes one change with one call (Graph: assignLicense). `signal` stops before sending and while waiting for another
 * change; what has been sent is waited for. Where the answer was lost, and the principal does not show the change when
 * read back, it is sent once more: the reading may be older than the change, and a second time changes nothing more.
 */
export async function applyChange(
  tools: ChangeTools,
  change: Change,
  signal?: AbortSignal,
): Promise<Outcome<LicensingCode>> {
  if (change.add.length === 0 && change.remove.length === 0) return { kind: 'skipped', reason: 'already-so' };
  if (!isGuid(change.principal.id)) return { kind: 'failed', reason: 'principal-not-found' };
  if (signal?.aborted) return { kind: 'cancelled' };
  const first = await tryChange(tools, change, signal);
  if (first.kind !== 'lost') return endOf(tools.graph, change, first);

  const found = await settleLost(tools.graph, change, first.error);
  if (found.kind === 'done' || found.reason !== 'outcome-unknown') return found;
  const second = await tryChange(tools, change);
  if (second.kind === 'lost') return settleLost(tools.graph, change, second.error);
  // What was to be removed is gone by now, so the first sending did its work.
  if (second.kind === 'refused' && second.code === 'already-so') return doneOutcome(change);
  return endOf(tools.graph, change, second);
}

function endOf(
  graph: Graph,
  change: Change,
  attempt: Exclude<Attempt, { kind: 'lost' }>,
): Promise<Outcome<LicensingCode>> | Outcome<LicensingCode> {
  if (attempt.kind === 'refused') return settleRefused(graph, change, attempt.error, attempt.code);
  return attempt.kind === 'accepted' ? doneOutcome(change) : { kind: 'cancelled' };
}

/** How one sending ended, another change under way having been waited out. */
type Attempt =
  | { readonly kind: 'accepted' | 'cancelled' }
  | { readonly kind: 'refused'; readonly error: AppError; readonly code: LicensingCode }
  | { readonly kind: 'lost'; readonly error: AppError };

const mostRetries = 4;
const firstDelayInMs = 500;

async function tryChange(
  { graph, clock, random }: ChangeTools,
  change: Change,
  signal?: AbortSignal,
): Promise<Attempt> {
  for (let retries = 0; ; retries += 1) {
    const error = await sendChange(graph, change);
    if (!error) return { kind: 'accepted' };
    if (isLost(error)) return { kind: 'lost', error };
    const code = toLicensingCode(error);
    if (!code) throw error;
    if (code !== 'concurrent-change' || retries === mostRetries) return { kind: 'refused', error, code };
    const delayInMs = firstDelayInMs * 2 ** retries * (0.5 + random());
    await waitQuietly(clock, Math.max(delayInMs, error.retryAfterInMs ?? 0), signal);
    if (signal?.aborted) return { kind: 'cancelled' };
  }
}

/** The service may have acted although no answer came, or none that can be read; with `Retry-After` it refused (RFC 9110). */
function isLost({ code, retryAfterInMs }: AppError): boolean {
  if (code === 'service-unavailable') return retryAfterInMs === undefined;
  return ['offline', 'timed-out', 'unexpected-answer'].includes(code);
}

/** Resolves with the failure; of a success only what would make it none is read. */
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
      acceptedWire,
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
