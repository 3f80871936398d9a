import * as v from 'valibot';
import { AppError } from '../../../base/appError';
import type { Outcome } from '../../../base/outcome';
import type { PrincipalRef } from '../../../base/principal';
import type { Graph } from '../../../graph/types';
import type { CallOptions } from '../../licensingAdapter';
import type { Change } from '../../types';
import { requestOptions } from './requests';
import { skuIdOfPool } from './skuKeys';

/** Body of assignLicense. Both arrays are mandatory, also when empty. */
interface AssignLicenseBody {
  readonly addLicenses: readonly { readonly skuId: string; readonly disabledPlans: readonly string[] }[];
  readonly removeLicenses: readonly string[];
}

/** Converts a change to the body for Graph; undefined if it has a key of another adapter. */
export function toAssignLicenseBody({ add, remove }: Change): AssignLicenseBody | undefined {
  const addLicenses = add.flatMap((license) => {
    const skuId = skuIdOfPool(license);
    return skuId === undefined ? [] : [{ skuId, disabledPlans: license.disabledPlanIds }];
  });
  const removeLicenses = remove.flatMap((pool) => skuIdOfPool(pool) ?? []);
  const isComplete = addLicenses.length === add.length && removeLicenses.length === remove.length;
  return isComplete ? { addLicenses, removeLicenses } : undefined;
}

/** The principal, or an empty body; after a success with an error in it or without JSON the outcome is unknown. */
const acceptedWire = v.optional(v.object({ error: v.optional(v.never()) }));

/** Sends a change once (Graph: assignLicense); resolves with the failure, or undefined for a success. */
export async function sendChange(
  graph: Graph,
  principal: PrincipalRef,
  body: AssignLicenseBody,
  options: CallOptions,
): Promise<AppError | undefined> {
  const folder = principal.kind === 'user' ? 'users' : 'groups';
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

/** Returns the outcome of a change that was made; Entra applies the change of a group to its members afterwards. */
export function successOutcome({ principal }: Change): Extract<Outcome<never>, { kind: 'done' }> {
  return principal.kind === 'group' ? { kind: 'done', pending: true } : { kind: 'done' };
}
