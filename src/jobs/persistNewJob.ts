import type { Engine } from './createEngine';
import type { JobPlan } from './jobs';
import type { JobsOptions } from './jobsOptions';
import type { Journal } from './journal/journal';
import { toDigest } from './state/toDigest';
import { createInitialState } from './state/createInitialState';

/**
 * Stores a plan as a job of the signed-in account; resolves with its id. Rejects with AppError `not-found` for an
 * operation that nobody bound, or as the journal does.
 */
export async function persistNewJob<Subject, Input, Code extends string>(
  { newId, owner, clock }: JobsOptions<Subject, Input, Code>,
  journal: Journal,
  engine: Engine<Subject, Input, Code>,
  { operation, subject, items, undoOf }: JobPlan<Subject, Input, Code> & { readonly undoOf?: string },
): Promise<string> {
  engine.operationOf(operation);
  const { tenantId, accountId, name } = owner();
  const id = newId();
  const header = {
    id,
    operation,
    subject,
    owner: { tenantId, accountId, name },
    plannedAt: clock.now(),
    size: items.length,
    undoOf,
  };
  const job = createInitialState(header, items);
  await journal.create({ header, items, events: [] }, toDigest(job));
  engine.add({ job, savedEvents: 0 });
  return id;
}
