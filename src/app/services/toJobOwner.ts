import type { Account } from '../../auth/tokenSource';
import { AppError } from '../../base/appError';
import type { JobOwner } from '../../jobs/job';

/** The account that jobs and everything kept in the browser belong to. Throws AppError `sign-in-needed` before the first token. */
export function toJobOwner(account: Account | undefined): JobOwner {
  if (!account) throw new AppError('sign-in-needed');
  return { tenantId: account.tenantId, accountId: account.objectId, name: account.displayName };
}
