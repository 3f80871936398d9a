import * as v from 'valibot';
import { isGuid } from '../base/ids';
import type { Graph } from '../graph/types';
import { soft } from '../graph/wire/soft';
import { quoted } from './quoted';
import type { AuditActor, AuditedLicense, LicenseAudit, LicenseAudits } from './types';

/** Entries a page, and pages that are read: reports allow five requests in ten seconds (Graph: throttling limits). */
const pageSize = 500;
const maxPages = 2;

const text = soft(v.nullable(v.string()));
const actorWire = soft(
  v.nullable(v.object({ id: text, displayName: text, userPrincipalName: text, appId: text })),
);
const propertyWire = v.object({ displayName: text, oldValue: text, newValue: text });
const targetWire = v.object({
  id: text,
  type: text,
  displayName: text,
  modifiedProperties: soft(v.nullable(v.array(propertyWire))),
});
const auditWire = v.object({
  id: v.string(),
  activityDateTime: v.string(),
  activityDisplayName: v.string(),
  correlationId: text,
  result: text,
  resultReason: text,
  initiatedBy: soft(v.nullable(v.object({ user: actorWire, app: actorWire }))),
  targetResources: soft(v.nullable(v.array(targetWire))),
});
type AuditWire = v.InferOutput<typeof auditWire>;

/** Activities that concern licenses (Entra: audit activity reference), in lower case: pages spell them in several ways. */
const kinds: ReadonlyMap<string, LicenseAudit['kind']> = new Map([
  ['change user license', 'licenses'],
  ['set group license', 'licenses'],
  ['add member to group', 'joined-group'],
  ['remove member from group', 'left-group'],
]);

/**
 * Reads what the audit log has about the licenses of a person or a group, newest first; see `Directory`. One query for all
 * activities: names of activities can't be alternatives in a filter, and the log allows few requests (Graph: list directoryAudits).
 */
export async function readLicenseAudits(
  graph: Graph,
  id: string,
  signal?: AbortSignal,
): Promise<LicenseAudits> {
  if (!isGuid(id)) return { audits: [], isPartial: false };
  const query = {
    filter: `targetResources/any(t:t/id eq ${quoted(id.toLowerCase())})`,
    orderBy: 'activityDateTime desc',
    top: pageSize,
  };
  const scopes = ['AuditLog.Read.All'] as const;
  let page = await graph.firstPage(
    { path: '/auditLogs/directoryAudits', query, scopes, isOptional: true, signal },
    auditWire,
  );
  const entries = [...page.items];
  for (let pages = 1; page.next && pages < maxPages; pages += 1) {
    page = await graph.nextPage(page.next, auditWire, signal);
    entries.push(...page.items);
  }
  return { audits: toLicenseAudits(entries, id.toLowerCase()), isPartial: page.next !== undefined };
}

/**
 * Joins the entries of one action. Observed: `Change user license` may come without saying what changed, and `Update user` of
 * the same correlation says it; one of them alone counts as well.
 */
function toLicenseAudits(entries: readonly AuditWire[], id: string): readonly LicenseAudit[] {
  const licensesOf = new Map<string, readonly AuditedLicense[]>();
  for (const entry of entries) {
    const licenses = changedLicenses(entry, id);
    if (licenses) licensesOf.set(entry.correlationId ?? entry.id, licenses);
  }
  const given = new Set<string>();
  return entries.flatMap((entry) => {
    const kind = kindOf(entry, id);
    if (!kind) return [];
    const action = `${kind} ${entry.correlationId ?? entry.id}`;
    // An action may have several groups; its licenses are given once.
    if (kind === 'licenses' && given.has(action)) return [];
    given.add(action);
    const groups = (entry.targetResources ?? []).filter((target) => target.type === 'Group' && target.id);
    const [group] = kind === 'licenses' ? [] : groups;
    return [
      {
        ...{ kind, id: entry.id, at: entry.activityDateTime, by: actorOf(entry) },
        licenses: kind === 'licenses' ? licensesOf.get(entry.correlationId ?? entry.id) : undefined,
        groupId: group?.id?.toLowerCase(),
        failure: entry.result === 'failure' ? (entry.resultReason ?? '') : undefined,
      },
    ];
  });
}

function kindOf(entry: AuditWire, id: string): LicenseAudit['kind'] | undefined {
  const kind = kinds.get(entry.activityDisplayName.toLowerCase());
  return kind ?? (changedLicenses(entry, id) ? 'licenses' : undefined);
}

function actorOf({ initiatedBy }: AuditWire): AuditActor | undefined {
  const { user, app } = initiatedBy ?? {};
  const userName = user?.displayName || user?.userPrincipalName;
  if (user && (user.id || userName))
    return { kind: 'user', id: user.id?.toLowerCase(), name: userName || undefined };
  return app?.displayName ? { kind: 'app', id: undefined, name: app.displayName } : undefined;
}

/** Compares the licenses before and after, which the log writes as texts; undefined where the entry doesn't have them. */
function changedLicenses({ targetResources }: AuditWire, id: string): readonly AuditedLicense[] | undefined {
  const property = (targetResources ?? [])
    .filter((target) => target.id?.toLowerCase() === id)
    .flatMap((target) => target.modifiedProperties ?? [])
    .find(({ displayName }) => displayName?.toLowerCase() === 'assignedlicense');
  if (!property) return undefined;
  const [before, after] = [readLicenses(property.oldValue), readLicenses(property.newValue)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((skuId): readonly AuditedLicense[] => {
    if (!before.has(skuId)) return [{ skuId, change: 'added' }];
    if (!after.has(skuId)) return [{ skuId, change: 'removed' }];
    return before.get(skuId) === after.get(skuId) ? [] : [{ skuId, change: 'apps' }];
  });
}

/** Observed: a text in brackets a license, with `SkuId` and `DisabledPlans`. Returns the plans that are off by SKU id. */
function readLicenses(value: string | null | undefined): ReadonlyMap<string, string> {
  const found = (value ?? '').matchAll(
    /SkuId["=:\s]+([0-9a-f-]{36})(?:["\s,]+DisabledPlans["=:\s]+\[([^\]]*)\])?/gi,
  );
  return new Map([...found].map(([, skuId = '', plans = '']) => [skuId.toLowerCase(), plans]));
}
