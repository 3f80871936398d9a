import * as v from 'valibot';
import { AppError, type ErrorCode } from '../../../base/appError';
import type { PrincipalRef } from '../../../base/principal';
import type { Graph } from '../../../graph/types';
import type { Seat } from '../../types';
import type { CallOptions } from '../../licensingAdapter';
import { requestOptions } from './requestOptions';
import { toGroupSeats } from './toGroupSeats';
import { toSeat } from './toSeat';
import { groupLicensesWire, userStatesWire } from './wire';

/** What the principal turned out to be like afterwards. */
export interface ReadBack {
  readonly seats: readonly Seat[];
  /** False for a group that Entra does not license. */
  readonly isLicensable: boolean;
}

const securityWire = v.object({ ...groupLicensesWire.entries, securityEnabled: v.nullish(v.boolean()) });

/**
 * Reads what one principal holds now; a failure that concerns the principal is a value here, since it decides as well.
 * Rejects with AppError for what concerns the session, and with `offline` where no answer can be had at all.
 */
export async function readBack(
  graph: Graph,
  principal: PrincipalRef,
  options: CallOptions,
): Promise<ReadBack | AppError> {
  const how = requestOptions(options);
  try {
    return principal.kind === 'user'
      ? await readUser(graph, principal.id, how)
      : await readGroup(graph, principal.id, how);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    if (thrown.code === 'timed-out') throw new AppError('offline', { cause: thrown });
    if (!ofPrincipal.includes(thrown.code)) throw thrown;
    return thrown;
  }
}

/** What a reading may fail with although the session is well. */
const ofPrincipal: readonly ErrorCode[] = [
  'not-found',
  'bad-request',
  'conflict',
  'forbidden',
  'service-unavailable',
  'unexpected-answer',
];

type How = ReturnType<typeof requestOptions>;

async function readUser(graph: Graph, id: string, how: How): Promise<ReadBack> {
  const query = { select: ['id', 'licenseAssignmentStates'] };
  const user = await graph.send(
    { path: `/users/${id}`, query, scopes: ['User.Read.All'], ...how },
    userStatesWire,
  );
  const seats = (user.licenseAssignmentStates ?? []).map((state) => toSeat(state, new Map()));
  return { seats, isLicensable: true };
}

async function readGroup(graph: Graph, id: string, how: How): Promise<ReadBack> {
  const query = { select: ['id', 'assignedLicenses', 'securityEnabled'] };
  const group = await graph.send(
    { path: `/groups/${id}`, query, scopes: ['GroupMember.Read.All'], ...how },
    securityWire,
  );
  return { seats: toGroupSeats(group), isLicensable: group.securityEnabled !== false };
}
