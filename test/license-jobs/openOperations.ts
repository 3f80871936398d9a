import type { Outcome } from '../../src/base/outcome';
import type { Principal } from '../../src/base/principal';
import { createChangeLicenses } from '../../src/license-jobs/change-licenses/changeLicenses';
import type { LicenseOperation } from '../../src/license-jobs/licenseOperation';
import { createThroughGroup } from '../../src/license-jobs/through-group/throughGroup';
import type { JobHeader } from '../../src/jobs/job';
import type { PrecheckItem, JobScope } from '../../src/jobs/operation';
import type { LicenseJobInput, LicenseJobSubject } from '../../src/license-jobs/licenseJob';
import type { Change, LicensingCode, PoolRef } from '../../src/licensing/types';
import { openGraphWorld } from '../contracts/licensing/openGraphWorld';
import { group, user } from '../licensing/support/samples';

/** An item as the engine goes through with it. */
interface Walked {
  readonly input: LicenseJobInput;
  readonly before: unknown;
  readonly outcome: Outcome<LicensingCode>;
}

/** Both operations over the emulator, and a walk through them without the engine. */
export function openOperations() {
  const world = openGraphWorld();
  const timeForChanges = (count: number) => count;
  const parts = { licensing: world.adapter, directory: world.directory, timeForChanges };
  return {
    ...world,
    changeLicenses: createChangeLicenses(parts),
    throughGroup: createThroughGroup(parts),
  };
}

/** The scope of a job with this subject, for an operation. */
export function scopeOf(
  subject: Omit<LicenseJobSubject, 'products'> & { readonly pools: readonly PoolRef[] },
  more: Partial<JobHeader<LicenseJobSubject>> & {
    readonly context?: unknown;
    readonly signal?: AbortSignal;
  } = {},
): JobScope<LicenseJobSubject> {
  const { pools, ...rest } = subject;
  const { context, signal = new AbortController().signal, ...header } = more;
  const products = pools.map((pool) => ({ ...pool, name: 'Sample' }));
  return {
    header: {
      id: '0d1b3d6e-6f6a-4c8b-9d2b-6a4f1f7f0001',
      operation: 'sample',
      subject: { ...rest, products },
      owner: { tenantId: 'tenant', accountId: 'account', name: undefined },
      plannedAt: 0,
      size: 1,
      undoOf: undefined,
      ...header,
    },
    context,
    signal,
  };
}

/** An item that changes a principal of the service. */
export function inputOf(
  { kind, id }: Pick<Principal, 'kind' | 'id'>,
  change: Partial<Omit<Change, 'principal'>>,
): LicenseJobInput {
  const principal = kind === 'user' ? user(1, { id }) : group(1, { id });
  return { principal, change: { principal: { kind, id }, add: [], remove: [], ...change } };
}

/** An item that never started. */
export function fresh(input: LicenseJobInput): PrecheckItem<LicenseJobInput> {
  return { input, before: undefined, wasStarted: false };
}

/** Part of a scope for an item of one step. */
export const noSteps = { steps: [], writeStep: () => Promise.reject(new Error('a step was journaled')) };

/** Checks and runs items as the engine would. */
export async function walk(
  operation: LicenseOperation,
  inputs: readonly LicenseJobInput[],
  scope: JobScope<LicenseJobSubject>,
): Promise<readonly Walked[]> {
  const checked = (await operation.precheck?.(inputs.map(fresh), scope)) ?? [];
  return Promise.all(
    inputs.map(async (input, index) => {
      const answer = checked[index];
      if (answer?.kind === 'settled') return { input, before: undefined, outcome: answer.outcome };
      return {
        input,
        before: answer?.before,
        outcome: await operation.execute(input, { ...scope, ...noSteps }),
      };
    }),
  );
}

/** Plans and walks the undo of what was walked. */
export async function walkBack(
  operation: LicenseOperation,
  walked: readonly Walked[],
  { header, context }: JobScope<LicenseJobSubject>,
): Promise<readonly Walked[]> {
  const inputs = walked.flatMap(
    ({ input, before, outcome }) => operation.invert?.(input, before, outcome, header) ?? [],
  );
  const subject = operation.invertSubject?.(header.subject, context) ?? header.subject;
  const undo = { ...header, id: '0d1b3d6e-6f6a-4c8b-9d2b-6a4f1f7f0002', subject, undoOf: header.id };
  const scope = { header: undo, context, signal: new AbortController().signal };
  const begun = operation.prepare ? await operation.prepare(scope) : undefined;
  return walk(operation, inputs, { ...scope, context: begun });
}
