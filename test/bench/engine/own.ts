import type { Clock } from '../../../src/base/clock';
import type { UserPrincipal } from '../../../src/base/principal';
import type { LicenseJobs } from '../../../src/ui/services';
import { isIdle } from '../../faults/waitFor';
import { planAssign, planCloudAssign } from '../../faults/environment/people';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import type { Contender, Result, Reported } from './contest';

/** Milliseconds after which the time left is read. */
const readAfterInMs = 10_000;

/** Gives the license with this app's jobs, from the click to the end of the report. */
export async function runOwn(
  jobs: LicenseJobs,
  people: readonly UserPrincipal[],
  {
    clock,
    tenant,
    contender,
  }: { readonly clock: Clock; readonly tenant: Tenant; readonly contender: Contender },
): Promise<{ readonly reported: Reported; readonly timeLeft: Result['timeLeft'] }> {
  const plan = contender === 'own' ? planAssign(people) : planCloudAssign(people, tenant);
  const jobId = await jobs.plan(plan);
  const startedAt = clock.monotonic();
  await jobs.start(jobId);
  const view = await jobs.open(jobId);
  let saidInMs: number | undefined;
  const enough = new AbortController();
  const ask = clock.wait(readAfterInMs, enough.signal).then(
    () => {
      saidInMs = view.throughput().timeLeftInMs;
    },
    () => undefined,
  );
  await new Promise<void>((resolve) => {
    const look = (): void => (isIdle(view.state()) ? resolve() : undefined);
    view.subscribe(look);
    look();
  });
  const trulyInMs = clock.monotonic() - startedAt - readAfterInMs;
  enough.abort();
  await ask;
  const reported = new Map<string, boolean>();
  for (const { key, outcome } of view.state().items) {
    const isAlreadySo = outcome?.kind === 'skipped' && outcome.reason === 'no-change';
    reported.set(key, outcome?.kind === 'done' || isAlreadySo);
  }
  return { reported, timeLeft: saidInMs === undefined ? undefined : { saidInMs, trulyInMs } };
}
