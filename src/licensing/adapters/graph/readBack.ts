import * as v from 'valibot';
import { AppError } from '../../../base/appError';
import type { PrincipalRef } from '../../../base/principal';
import type { Graph } from '../../../graph/types';
import type { Seat } from '../../types';
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

/** Reads what one principal holds now; a failure is a value here, since it decides as well. */
export async function readBack(graph: Graph, principal: PrincipalRef): Promise<ReadBack | AppError> {
  try {
    return principal.kind === 'user'
      ? await readUser(graph, principal.id)
      : await readGroup(graph, principal.id);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
}

async function readUser(graph: Graph, id: string): Promise<ReadBack> {
  const query = { select: ['id', 'licenseAssignmentStates'] };
  const user = await graph.send({ path: `/users/${id}`, query, scopes: ['User.Read.All'] }, userStatesWire);
  const seats = (user.licenseAssignmentStates ?? []).map((state) => toSeat(state, new Map()));
  return { seats, isLicensable: true };
}

async function readGroup(graph: Graph, id: string): Promise<ReadBack> {
  const query = { select: ['id', 'assignedLicenses', 'securityEnabled'] };
  const group = await graph.send(
    { path: `/groups/${id}`, query, scopes: ['GroupMember.Read.All'] },
    securityWire,
  );
  return { seats: toGroupSeats(group), isLicensable: group.securityEnabled !== false };
}
