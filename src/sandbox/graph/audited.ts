import type { Clock } from '../../base/clock';
import type { NewId } from '../../base/ids';
import type { AuditActor } from '../tenant/auditRow';
import type { Tenant } from '../tenant/tenant';
import type { Caller } from './caller';

interface AuditContext {
  readonly tenant: Tenant;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** The part of the service that works through licensed groups (Entra: group-based licensing; spellings vary). */
const groupLicensing: AuditActor = { kind: 'app', displayName: 'Microsoft Entra ID Group-Based Licensing' };

const otherAdminId = '0a11ce00-0000-4000-8000-0000000000ff';

/** Runs what a person asked for, so that the audit log names the person. */
export function auditedAs<Result>({ user }: Caller, context: AuditContext, act: () => Result): Result {
  const { id, displayName, userPrincipalName } = user;
  return audited({ kind: 'user', id, displayName, userPrincipalName }, context, act);
}

/** Runs the change of another admin, who has no account in the sandbox, so that the audit log names an actor. */
export function auditedAsOtherAdmin<Result>(context: AuditContext, act: () => Result): Result {
  const userPrincipalName = `another.admin@${context.tenant.defaultDomain}`;
  const displayName = 'Another Administrator';
  return audited({ kind: 'user', id: otherAdminId, displayName, userPrincipalName }, context, act);
}

/** Runs a step of the service itself, so that the audit log names the service. */
export function auditedAsService<Result>(context: AuditContext, act: () => Result): Result {
  return audited(groupLicensing, context, act);
}

function audited<Result>(
  actor: AuditActor,
  { tenant, clock, newId }: AuditContext,
  act: () => Result,
): Result {
  return tenant.audits.by({ actor, at: clock.now(), newCorrelationId: newId }, act);
}
