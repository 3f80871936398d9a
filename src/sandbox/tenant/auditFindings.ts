import type { AuditActivity, AuditActor, AuditedProperty, AuditFinding, AuditTarget } from './auditRow';
import { memberDiff } from './memberDiff';
import { findExclusivePlans, findMissingPlans } from './planRules';
import type { GroupRow, SkuRow, UserRow } from './rows';

/** State before a change, and the names of SKUs. */
interface BeforeChange {
  /** Users by their places in the table, deleted or not. */
  readonly users: readonly UserRow[];
  /** As `users`. */
  readonly groups: readonly GroupRow[];
  user(id: string): UserRow | undefined;
  group(id: string): GroupRow | undefined;
  sku(skuId: string): SkuRow | undefined;
}

/**
 * Returns the audit findings of a change by comparing rows with those they replace. For users whom the service changes
 * for a group, only the change itself is logged: the group's own entries have the details.
 */
export function auditFindings(
  { users = [], groups = [] }: { readonly users?: readonly UserRow[]; readonly groups?: readonly GroupRow[] },
  before: BeforeChange,
  actor: AuditActor,
): AuditFinding[] {
  const isService = actor.kind === 'app';
  return [
    ...groups.flatMap((group) => groupFindings(group, before.groups[group.index], before, users)),
    ...users.flatMap((user) => userFindings(user, before.users[user.index], before, isService)),
  ];
}

/** Kept for filters on the target, and shown as the log shows it. */
function userTarget({ id, displayName, userPrincipalName }: UserRow): AuditTarget {
  return { type: 'User', id, displayName, userPrincipalName };
}

/** As {@link userTarget}, of a group. */
function groupTarget({ id, displayName, groupTypes }: GroupRow): AuditTarget {
  return { type: 'Group', id, displayName, isUnified: groupTypes.includes('Unified') };
}

/**
 * Observed: a license that is assigned again is logged too, without an effect. Inferred: the entry `Update user`
 * beside it has the change of the licenses.
 */
function userFindings(
  user: UserRow,
  old: UserRow | undefined,
  before: BeforeChange,
  isService: boolean,
): AuditFinding[] {
  const entry = (activity: AuditActivity, properties: readonly AuditedProperty[] = []): AuditFinding => ({
    activity,
    targets: [userTarget(user)],
    properties,
  });
  if (!old) return [entry('Add user')];
  if (user.isPurged) return [entry('Hard Delete user')];
  if (user.deletedDateTime !== undefined) return [entry('Delete user')];
  if (old.deletedDateTime !== undefined) return [entry('Restore user')];
  const isRelicensed =
    user.licenses.length !== old.licenses.length ||
    user.licenses.some((source, place) => source !== old.licenses[place]);
  if (isService) {
    if (!isRelicensed) return [];
    const failure = describeFailure(user, old, (skuId) => before.sku(skuId));
    return [{ ...entry('Change user license'), ...(failure !== undefined && { failure }) }];
  }
  const changed = [
    ...plainProperties(user, old, ['index', 'licenses', 'hasPhoto']),
    ...(isRelicensed ? licenseProperty(old, user, (skuId) => before.sku(skuId)) : []),
  ];
  return [
    ...(isRelicensed ? [entry('Change user license')] : []),
    ...(changed.length > 0 ? [entry('Update user', changed)] : []),
  ];
}

/**
 * Returns why the service couldn't give a person what a group gives; undefined if it could. Entra, resolve license assignment
 * problems: the log names the plans. Inferred: the other sentences, and that plans are named by their ids.
 */
function describeFailure(
  user: UserRow,
  old: UserRow,
  sku: (skuId: string) => SkuRow | undefined,
): string | undefined {
  const failed = user.licenses.filter((source) => source.state === 'Error' && !old.licenses.includes(source));
  const [cause] = failed.filter(({ error }) => error !== 'Other');
  if (!cause) return undefined;
  const active = user.licenses.filter(({ state }) => state === 'Active');
  const exclusive = findExclusivePlans(failed, active, sku);
  const missing = findMissingPlans(failed, sku);
  switch (cause.error) {
    case 'MutuallyExclusiveViolation':
      return exclusive
        ? `License assignment failed because service plans [${exclusive.planId}], [${exclusive.otherId}] are mutually exclusive.`
        : 'License assignment failed because service plans are mutually exclusive.';
    case 'DependencyViolation':
      return missing
        ? `License assignment failed because service plan [${missing.planId}] depends on the service plan(s) [${missing.missingIds.join('], [')}].`
        : 'License assignment failed because of a missing service plan.';
    default:
      return `License assignment failed: ${cause.error}.`;
  }
}

function groupFindings(
  group: GroupRow,
  old: GroupRow | undefined,
  before: BeforeChange,
  users: readonly UserRow[],
): AuditFinding[] {
  const entry = (activity: AuditActivity, properties: readonly AuditedProperty[] = []): AuditFinding => ({
    activity,
    targets: [groupTarget(group)],
    properties,
  });
  if (!old) return [entry('Add group')];
  if (group.isPurged) return [entry('Hard Delete group')];
  if (group.deletedDateTime !== undefined) return [entry('Delete group')];
  if (old.deletedDateTime !== undefined) return [entry('Restore Group')];
  const changed = plainProperties(group, old, ['index', 'licenses', 'memberIds', 'processing', 'nextStepAt']);
  return [
    ...(changed.length > 0 ? [entry('Update group', changed)] : []),
    ...memberFindings(group, old, before),
    ...processingFindings(group, old, users).map(({ activity, properties }) => entry(activity, properties)),
  ];
}

/** Entra, group-based licensing: what the log says of each state. Both spellings of its names are in use. */
function processingFindings(
  group: GroupRow,
  old: GroupRow,
  users: readonly UserRow[],
): { activity: AuditActivity; properties: readonly AuditedProperty[] }[] {
  if (group.processing === 'QueuedForProcessing' && group !== old) {
    if (JSON.stringify(group.licenses) !== JSON.stringify(old.licenses))
      return [{ activity: 'Set group license', properties: groupLicenses(group, old) }];
    return old.processing === 'QueuedForProcessing'
      ? []
      : [{ activity: 'Trigger group license recalculation', properties: [] }];
  }
  if (group.processing === old.processing) return [];
  if (group.processing === 'ProcessingInProgress')
    return [{ activity: 'Start applying group based license to users', properties: [] }];
  const failed = users.filter(({ licenses }) =>
    licenses.some((source) => source.groupId === group.id && source.state === 'Error'),
  ).length;
  const newValue = `[Users successfully assigned licenses: ${users.length - failed}, Users for whom license assignment failed: ${failed}.]`;
  return [
    {
      activity: 'Finish applying group based license to user',
      properties: [{ displayName: 'Result', oldValue: null, newValue }],
    },
  ];
}

function groupLicenses(group: GroupRow, old: GroupRow): AuditedProperty[] {
  const text = ({ licenses }: GroupRow): string => JSON.stringify(licenses);
  return [{ displayName: 'AssignedLicense', oldValue: text(old), newValue: text(group) }];
}

function memberFindings(group: GroupRow, old: GroupRow, before: BeforeChange): AuditFinding[] {
  const { added, removed } = memberDiff(old.memberIds, group.memberIds);
  const entry = (activity: AuditActivity, memberId: string): AuditFinding[] => {
    const [user, member] = [before.user(memberId), before.group(memberId)];
    const target = user ? userTarget(user) : member && groupTarget(member);
    const property = { displayName: 'Group.ObjectID', oldValue: null, newValue: JSON.stringify(group.id) };
    return target ? [{ activity, targets: [target, groupTarget(group)], properties: [property] }] : [];
  };
  return [
    ...added.flatMap((id) => entry('Add member to group', id)),
    ...removed.flatMap((id) => entry('Remove member from group', id)),
  ];
}

/** The properties that differ, apart from those with entries of their own; named as the log does, in Pascal case. */
function plainProperties<Row extends object>(
  row: Row,
  old: Row,
  others: readonly (keyof Row & string)[],
): AuditedProperty[] {
  const names = Object.keys(row) as (keyof Row & string)[];
  return names
    .filter((name) => !others.includes(name) && JSON.stringify(row[name]) !== JSON.stringify(old[name]))
    .map((name) => ({
      displayName: name.charAt(0).toUpperCase() + name.slice(1),
      oldValue: JSON.stringify([old[name]]),
      newValue: JSON.stringify([row[name]]),
    }));
}

/**
 * Returns the change of the licenses in effect in the log's own notation (a text in brackets for each license); empty
 * if nothing changed, as when one path replaces another.
 */
function licenseProperty(
  old: UserRow,
  user: UserRow,
  sku: (skuId: string) => SkuRow | undefined,
): AuditedProperty[] {
  const [oldValue, newValue] = [textOf(old, sku), textOf(user, sku)];
  return oldValue === newValue ? [] : [{ displayName: 'AssignedLicense', oldValue, newValue }];
}

function textOf(user: UserRow, sku: (skuId: string) => SkuRow | undefined): string {
  const lines = user.licenses
    .filter(({ state }) => state === 'Active')
    .map(
      ({ skuId, disabledPlans }) =>
        `[SkuName=${sku(skuId)?.partNumber ?? ''}, SkuId=${skuId}, DisabledPlans=[${disabledPlans.join(', ')}]]`,
    );
  return JSON.stringify([...new Set(lines)].sort());
}
