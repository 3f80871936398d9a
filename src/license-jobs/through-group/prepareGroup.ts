import { AppError } from '../../base/appError';
import type { Outcome } from '../../base/outcome';
import type { GroupPrincipal } from '../../base/principal';
import type { Directory } from '../../directory/types';
import type { JobHeader } from '../../jobs/job';
import type { JobScope, RightsCheck } from '../../jobs/operation';
import { predictOutcome } from '../../licensing/changes/predictOutcome';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { groupUnsuitability } from '../../licensing/policy/groupUnsuitability';
import type { Change, LicensingCode } from '../../licensing/types';
import type { SuspendedPoolCheck } from '../createSuspendedPoolCheck';
import type { LicenseJobSubject } from '../licenseJob';
import type { GroupContext } from './groupContext';

/** Dependencies of the preparation. */
interface GroupDependencies {
  readonly licensing: LicensingAdapter;
  readonly directory: Pick<Directory, 'match' | 'ensureGroup'>;
  readonly readSuspendedPools: SuspendedPoolCheck;
  readonly rights: RightsCheck<LicenseJobSubject, LicensingCode>;
}

/**
 * Finds or creates the group of a job and licenses it, unless it gives the products already: its apps stay as they are. A
 * second call finds the group of the first one. A failure that only another group or product would fix is kept as `refused`;
 * rejects with AppError for the rest: `service-unavailable` for a failure that may pass, `not-found` for an unknown group.
 */
export async function prepareGroup(
  { licensing, directory, readSuspendedPools, rights }: GroupDependencies,
  scope: JobScope<LicenseJobSubject>,
): Promise<GroupContext> {
  const { header, signal } = scope;
  const { subject } = header;
  // An undo needs neither the group's data nor its license, and readings may not show the group yet.
  if (subject.isUndo && subject.group?.id)
    return { groupId: subject.group.id, isMade: false, carriedBefore: false };
  const group = await findGroup(directory, header, signal);
  const context = { groupId: group.id, isMade: subject.group?.id === undefined, carriedBefore: false };
  if (subject.isUndo) return context;
  if (groupUnsuitability(group)) return { ...context, refused: 'group-not-licensable' };
  const pools = subject.products.map(({ pool }) => pool);
  const suspended = await readSuspendedPools(header.id, pools);
  if (suspended.size > 0) return { ...context, refused: 'product-suspended' };

  const change = licenseOf(group, subject);
  const products = change.add.map(({ product }) => product);
  const [holding] = await licensing.readHoldings([change.principal], { products, signal });
  const prediction = predictOutcome('assign', change, holding?.seats ?? []);
  if (prediction.kind === 'settled') return { ...context, carriedBefore: true };
  const outcome = await licensing.apply(prediction.change, { signal, isBulk: true });
  if (rights.isRefusal(outcome)) await rights.read(scope);
  return { ...context, ...refusalOf(outcome) };
}

async function findGroup(
  directory: GroupDependencies['directory'],
  { id, undoOf, subject }: JobHeader<LicenseJobSubject>,
  signal: AbortSignal,
): Promise<GroupPrincipal> {
  const { group, products } = subject;
  if (!group) throw new AppError('internal', { cause: new Error('the job names no group') });
  if (group.id !== undefined) {
    const [match] = await directory.match([{ text: group.id, kind: 'object-id' }], { signal });
    if (match?.kind === 'matched' && match.principal.kind === 'group') return match.principal;
    throw new AppError('not-found');
  }
  const description = `ISV Licenses: ${products.map(({ name }) => name).join(', ')}`;
  // A job that undoes another one looks for the group of that one.
  const mailNickname = `isv-licenses-${undoOf ?? id}`;
  return directory.ensureGroup({ name: group.name, mailNickname, description }, signal);
}

function licenseOf({ kind, id }: GroupPrincipal, subject: LicenseJobSubject): Change {
  const disabledPlanIds = subject.disabledPlanIds ?? [];
  const add = subject.products.map(({ product, pool }) => ({ product, pool, disabledPlanIds }));
  return { principal: { kind, id }, add, remove: [] };
}

/** Reasons of the group or the product itself, which a later try does not fix. */
const lasting: readonly LicensingCode[] = [
  'group-not-licensable',
  'assignee-not-supported',
  'only-buyer-assigns',
  'product-not-owned',
  'missing-plans',
  'conflicting-plans',
  'refused',
  'forbidden',
];

function refusalOf(
  outcome: Outcome<LicensingCode>,
): Pick<GroupContext, 'refused' | 'refusedMessage'> | undefined {
  if (outcome.kind !== 'failed') return undefined;
  const { reason, serviceMessage } = outcome;
  if (lasting.includes(reason))
    return { refused: reason, ...(serviceMessage && { refusedMessage: serviceMessage }) };
  // A group that is seconds old may not be known everywhere yet, so a 404 passes as well (Graph: error responses).
  throw new AppError('service-unavailable', { requestId: outcome.requestId });
}
