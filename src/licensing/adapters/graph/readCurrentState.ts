import * as v from 'valibot';
import { AppError, type ErrorCode } from '../../../base/appError';
import type { PrincipalRef } from '../../../base/principal';
import type { Graph } from '../../../graph/types';
import { errorAfterLost } from '../../changes/errorAfterLost';
import type { CallOptions } from '../../licensingAdapter';
import type { Seat } from '../../types';
import { requestOptions } from '../../../graph/readOptions';
import { isListIncomplete, toGroupSeats, toSeat } from './toSeats';
import { groupLicensesWire, userStatesWire } from './wire';

/** State of a principal after a change was sent. */
interface CurrentState {
  readonly seats: readonly Seat[];
  /** False for a group that Entra does not license. */
  readonly isLicensable: boolean;
}

const securityWire = v.object({ ...groupLicensesWire.entries, securityEnabled: v.nullish(v.boolean()) });

/**
 * Reads what one principal holds now. A failure that concerns the principal is returned, since it decides the outcome as well.
 * Rejects with AppError for failures of the session, and with `offline` if there is no response at all.
 * @param lost Error of a change whose response was lost, which such a failure must not hide.
 */
export async function readCurrentState(
  graph: Graph,
  principal: PrincipalRef,
  callOptions: CallOptions,
  lost: AppError | undefined,
): Promise<CurrentState | AppError> {
  const options = requestOptions(callOptions);
  try {
    return principal.kind === 'user'
      ? await readUser(graph, principal.id, options)
      : await readGroup(graph, principal.id, options);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    if (thrown.code === 'timed-out') throw new AppError('offline', { cause: thrown });
    if (!principalErrors.includes(thrown.code)) throw errorAfterLost(thrown, lost);
    return thrown;
  }
}

/** Codes of failed reads that do not concern the session. */
const principalErrors: readonly ErrorCode[] = [
  'not-found',
  'bad-request',
  'conflict',
  'forbidden',
  'service-unavailable',
  'unexpected-answer',
];

type Options = ReturnType<typeof requestOptions>;

/** Reads a person. Missing paths are an error, since then a seat that is not among them may exist. */
async function readUser(graph: Graph, id: string, options: Options): Promise<CurrentState | AppError> {
  const query = { select: ['id', 'licenseAssignmentStates'] };
  const user = await graph.send(
    { path: `/users/${id}`, query, scopes: ['User.Read.All'], ...options },
    userStatesWire,
  );
  if (isListIncomplete(user.licenseAssignmentStates)) return new AppError('unexpected-answer');
  const seats = (user.licenseAssignmentStates ?? []).flatMap((state) => toSeat(state));
  return { seats, isLicensable: true };
}

async function readGroup(graph: Graph, id: string, options: Options): Promise<CurrentState | AppError> {
  const query = { select: ['id', 'assignedLicenses', 'securityEnabled'] };
  const group = await graph.send(
    { path: `/groups/${id}`, query, scopes: ['GroupMember.Read.All'], ...options },
    securityWire,
  );
  if (isListIncomplete(group.assignedLicenses)) return new AppError('unexpected-answer');
  return { seats: toGroupSeats(group), isLicensable: group.securityEnabled !== false };
}
