import * as v from 'valibot';
import { toAppError } from '../base/appError';
import type { Clock } from '../base/clock';
import type { Scope } from '../base/scope';
import type { Send } from '../http/types';
import { askGraph, type Question, type Reply } from './askGraph';
import { hasNextPage, rowsOf, toAllotmentShape, toSkuShape } from './readShapes';
import type { AllotmentShape, Findings, FindingState, PermissionState, TenantReport } from './tenantReport';

/** Dependencies of the check. */
interface TenantCheckParts {
  /** Origin of Microsoft Graph without a version. */
  readonly graphUrl: string;
  /** Puts one request on the wire, with a token and a time limit. */
  readonly send: Send;
  /** Resolves where the permission was agreed to; rejects with AppError, `consent-needed` where it was not. Asks no person. */
  readonly findPermission: (scope: Scope) => Promise<unknown>;
  /** Template ids of the signed-in person's roles. */
  readonly roles: () => readonly string[];
  readonly appVersion: string;
  readonly clock: Pick<Clock, 'now'>;
}

/** Permissions that the check looks for: those with which more of the tenant can be seen, and those that changes of licenses need. */
const permissions: readonly Scope[] = [
  'User.Read.All',
  'GroupMember.Read.All',
  'LicenseAssignment.Read.All',
  'Directory.Read.All',
  'LicenseAssignment.ReadWrite.All',
  'User.ReadWrite.All',
  'Group.ReadWrite.All',
];

const allotments = '/admin/cloudLicensing/allotments';

/** Questions about the directory. */
const directoryQuestions = {
  skus: { path: '/subscribedSkus' },
  subscriptions: { path: '/directory/subscriptions?$top=1' },
  people: { path: '/users?$select=id&$top=1&$count=true', isEventual: true },
  groups: { path: '/groups?$select=id&$top=1&$count=true', isEventual: true },
  audits: { path: '/auditLogs/directoryAudits?$top=1' },
  signIns: { path: '/users?$select=id,signInActivity&$top=1' },
} as const satisfies Readonly<Record<string, Question>>;

/** Questions about cloud licensing. */
const cloudQuestions = {
  allotments: { path: allotments },
  waiting: { path: `${allotments}?$select=id&$top=1&$expand=waitingMembers($select=id)` },
  assignments: { path: '/admin/cloudLicensing/assignments?$top=1&$expand=assignedTo($select=id)' },
  errors: { path: '/admin/cloudLicensing/assignmentErrors?$top=1' },
  ownRights: { path: '/me/cloudLicensing/usageRights' },
  ownAssignments: { path: '/me/cloudLicensing/assignments' },
  olderRights: { path: '/me/usageRights' },
} as const satisfies Readonly<Record<string, Question>>;

/**
 * Finds out what this tenant has and how its services answer, with at most 15 reads in three batches; nothing is changed and
 * no person is asked. Rejects with AppError for failures of the session or the connection.
 */
export async function checkTenant(parts: TenantCheckParts, signal?: AbortSignal): Promise<TenantReport> {
  const now = parts.clock.now();
  const [directory, cloud, found] = await Promise.all([
    askAll(parts, 'v1.0', directoryQuestions, signal),
    askAll(parts, 'beta', cloudQuestions, signal),
    findPermissions(parts),
  ]);
  const rows = rowsOf(cloud.allotments.body);
  const first = await askAboutFirst(parts, rows ?? [], signal);
  const shapes = rows?.map((row) => toAllotmentShape(row, now));
  return {
    format: 'isv-licenses-tenant-report',
    version: 1,
    madeOn: new Date(now).toISOString().slice(0, 10),
    appVersion: parts.appVersion,
    graph: parts.graphUrl,
    permissions: found,
    roles: parts.roles(),
    answers: [...Object.values(directory), ...Object.values(cloud), ...first].map(({ answer }) => answer),
    people: countOf(directory.people),
    groups: countOf(directory.groups),
    skus: rowsOf(directory.skus.body)?.map(toSkuShape),
    allotments: shapes,
    hasMoreAllotments: hasNextPage(cloud.allotments.body),
    findings: toFindings(shapes, cloud, first, hasNextPage(cloud.allotments.body)),
  };
}

async function askAll<Name extends string>(
  parts: TenantCheckParts,
  version: 'v1.0' | 'beta',
  questions: Readonly<Record<Name, Question>>,
  signal: AbortSignal | undefined,
): Promise<Readonly<Record<Name, Reply>>> {
  const names = Object.keys(questions) as Name[];
  const replies = await askGraph(
    parts,
    version,
    names.map((name) => questions[name]),
    signal,
  );
  return Object.fromEntries(names.map((name, index) => [name, replies[index]])) as Record<Name, Reply>;
}

/** Reads the first allotment by itself, and more of its assignments than a page has by default. */
async function askAboutFirst(
  parts: TenantCheckParts,
  rows: readonly unknown[],
  signal: AbortSignal | undefined,
): Promise<readonly Reply[]> {
  const ids = rows.flatMap((row) => (v.is(v.object({ id: v.string() }), row) ? [row] : []));
  const [first] = ids.toSorted((one, other) => consumedOf(other) - consumedOf(one));
  if (!first) return [];
  const path = `${allotments}/${encodeURIComponent(first.id)}`;
  return askGraph(parts, 'beta', [{ path }, { path: `${path}/assignments?$top=999&$select=id` }], signal);
}

function consumedOf(row: unknown): number {
  return toAllotmentShape(row, 0).consumed;
}

async function findPermissions({
  findPermission,
}: TenantCheckParts): Promise<Readonly<Record<string, PermissionState>>> {
  const states = permissions.map(async (scope): Promise<readonly [string, PermissionState]> => {
    try {
      await findPermission(scope);
      return [scope, 'given'];
    } catch (thrown) {
      return [scope, toAppError(thrown).code === 'consent-needed' ? 'missing' : 'unknown'];
    }
  });
  return Object.fromEntries(await Promise.all(states));
}

function countOf({ body }: Reply): number | undefined {
  const counted = v.safeParse(v.looseObject({ '@odata.count': v.number() }), body);
  return counted.success ? counted.output['@odata.count'] : undefined;
}

function toFindings(
  shapes: readonly AllotmentShape[] | undefined,
  cloud: Readonly<Record<keyof typeof cloudQuestions, Reply>>,
  [single, page]: readonly Reply[],
  hasMore: boolean,
): Findings {
  const some = (test: (shape: AllotmentShape) => boolean): FindingState => {
    if (shapes?.some(test)) return 'yes';
    // What isn't on the first page may be on the next.
    return shapes === undefined || shapes.length === 0 || hasMore ? 'unknown' : 'no';
  };
  const names = shapes?.map(productNameOf) ?? [];
  const pageSize = rowsOf(page?.body)?.length;
  const isMore = hasNextPage(page?.body);
  return {
    wrapsSingles: single?.body === undefined ? 'unknown' : stateOf(v.is(wrappedWire, single.body)),
    // A page of up to 100 rows without a next one says nothing.
    largePages: pageSize === undefined || (pageSize <= 100 && !isMore) ? 'unknown' : stateOf(pageSize > 100),
    expandsWaiting: answered(cloud.waiting, 'waitingMembers'),
    expandsAssignedTo: answered(cloud.assignments, 'assignedTo'),
    hasProductsWithoutSku: some(({ skuId }) => skuId === undefined),
    hasCatalogIds: some(({ catalogId }) => catalogId !== undefined),
    hasSeveralPools: some((shape) => names.filter((name) => name === productNameOf(shape)).length > 1),
    usageRightsHaveCatalogIds: answered(cloud.olderRights, 'catalogId'),
  };
}

/** Name by which allotments are of one product. */
function productNameOf({ skuId, catalogId, plans }: AllotmentShape): string {
  return (
    skuId ??
    catalogId ??
    plans
      .map(({ id }) => id)
      .toSorted()
      .join(' ')
  );
}

const wrappedWire = v.object({ value: v.looseObject({}) });

/** True if the first row has the property; unknown without a row. */
function answered({ body }: Reply, property: string): FindingState {
  const [row] = rowsOf(body) ?? [];
  return row === undefined ? 'unknown' : stateOf(typeof row === 'object' && row !== null && property in row);
}

function stateOf(isSo: boolean): FindingState {
  return isSo ? 'yes' : 'no';
}
