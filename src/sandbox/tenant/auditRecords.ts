import type { AuditFinding, AuditRow } from './auditRow';
import type { StoredRecord, TenantStore } from './tenantStore';

const kind = 'audit';

/** Entries that were written together, with what they share written once. */
interface StoredAudits extends Pick<AuditRow, 'at' | 'actor' | 'correlationId'> {
  /** Place of the first; the others follow. */
  readonly place: number;
  readonly findings: readonly AuditFinding[];
}

/** Entries of one scope as one record: a large group makes very many. */
export function auditRecords(entries: readonly AuditRow[]): StoredRecord[] {
  const [first] = entries;
  if (!first) return [];
  const { at, actor, correlationId, place } = first;
  const findings = entries.map(({ activity, targets, properties, failure }) => ({
    ...{ activity, targets, properties },
    ...(failure !== undefined && { failure }),
  }));
  const value: StoredAudits = { at, actor, correlationId, place, findings };
  return [{ kind, id: `${correlationId}_${place}`, value }];
}

/** Every stored entry, oldest first. */
export function readAuditRecords(store: TenantStore): AuditRow[] {
  return store.readRecords(kind).flatMap(({ value }) => {
    const { findings, place, ...shared } = value as StoredAudits;
    return findings.map((finding, offset) => ({ ...finding, ...shared, place: place + offset }));
  });
}
