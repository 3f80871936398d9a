import type { JobEvent } from '../../../src/jobs/journal/journal';
import type { Exchange } from '../environment/exchange';
import { isWrite } from '../environment/exchange';
import type { LicenseRecord } from './checkJournal';

/** Events that became durable, by job; times are milliseconds of the virtual clock. */
export interface DurableEvents {
  readonly jobId: string;
  readonly at: number;
  readonly events: readonly JobEvent<string>[];
}

/** No change of a person leaves before its intent is in the journal; for worlds in which one job alone sends changes. */
export function checkIntents(
  { header, items }: LicenseRecord,
  durable: readonly DurableEvents[],
  exchanges: readonly Exchange[],
): string[] {
  const intendedAt = new Map<string, number>();
  for (const { jobId, at, events } of durable) {
    if (jobId !== header.id) continue;
    for (const event of events) {
      if (event.kind !== 'intended') continue;
      for (const [index] of event.items) {
        const id = items[index]?.input.principal.id ?? '';
        intendedAt.set(id, Math.min(at, intendedAt.get(id) ?? Infinity));
      }
    }
  }
  return exchanges.flatMap(({ departedAt, calls }) =>
    calls.filter(isWrite).flatMap(({ path }) => {
      const id = /^\/users\/([^/]+)\/assignLicense$/.exec(path)?.[1];
      if (id === undefined || (intendedAt.get(id) ?? Infinity) <= departedAt) return [];
      return [`a change of ${id} left at ${departedAt} and was intended at ${intendedAt.get(id)}`];
    }),
  );
}
