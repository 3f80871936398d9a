import type { JobHeader, JobOwner } from '../job';

/** Whether the job is of this account of this tenant. */
export function belongsTo(
  { owner }: JobHeader<unknown>,
  account: Pick<JobOwner, 'tenantId' | 'accountId'>,
): boolean {
  return owner.tenantId === account.tenantId && owner.accountId === account.accountId;
}
