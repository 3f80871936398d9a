import * as v from 'valibot';
import { AppError } from '../../../base/appError';
import type { Graph } from '../../../graph/types';
import type { CallOptions } from '../../licensingAdapter';
import type { Change } from '../../types';
import { requestOptions } from './requestOptions';

/** The principal or nothing; a success that carries an error, or is no JSON, says nothing of what became of the change. */
const acceptedWire = v.optional(v.object({ error: v.optional(v.never()) }));

/** Sends a change once (Graph: assignLicense); resolves with the failure, or undefined for a success. */
export async function sendChange(
  graph: Graph,
  { principal, add, remove }: Change,
  options: CallOptions,
): Promise<AppError | undefined> {
  const folder = principal.kind === 'user' ? 'users' : 'groups';
  // Both arrays are mandatory, also when empty.
  const body = {
    addLicenses: add.map(({ skuId, disabledPlanIds }) => ({ skuId, disabledPlans: disabledPlanIds })),
    removeLicenses: remove,
  };
  try {
    await graph.send(
      {
        method: 'POST',
        path: `/${folder}/${principal.id}/assignLicense`,
        body,
        scopes: ['LicenseAssignment.ReadWrite.All'],
        ...requestOptions(options),
      },
      acceptedWire,
    );
    return undefined;
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
}
