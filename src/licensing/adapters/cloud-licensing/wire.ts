import * as v from 'valibot';
import { soft } from '../../../graph/wire/soft';
import type { IssueCode, Seat } from '../../types';
import { allotmentWire } from './toProducts';

const text = soft(v.nullable(v.string()));

/** The object that a license is given to, as an expansion returns it. */
const assignedToWire = soft(v.object({ '@odata.type': soft(v.string()), id: v.string(), displayName: text }));

/** An assignment with the object that it is to (Graph beta: assignment). */
export const assignmentWire = v.object({
  id: v.string(),
  disabledServicePlanIds: soft(v.nullable(v.array(v.string()))),
  assignedTo: assignedToWire,
});

/** An assignment with its allotment, and with the object that it is to where that was asked for. */
export const ownAssignmentWire = v.object({ ...assignmentWire.entries, allotment: soft(allotmentWire) });

/** An assignment that `ownAssignmentWire` has passed. */
export type OwnAssignmentWire = v.InferOutput<typeof ownAssignmentWire>;

/** A product in effect with the assignments behind it (Graph beta: usageRight). */
export const usageRightWire = v.object({ assignments: soft(v.array(ownAssignmentWire)) });

/** A person in the line for a seat (Graph beta: waitingMember). */
export const waitingWire = v.object({
  id: v.string(),
  waitingSinceDateTime: text,
  assignedTo: assignedToWire,
  allotment: soft(allotmentWire),
});

/** An error of one person and SKU (Graph beta: assignmentError). */
export const assignmentErrorWire = v.object({
  id: v.string(),
  code: soft(v.string()),
  message: text,
  skuId: soft(v.pipe(v.string(), v.toLowerCase())),
  assignedTo: assignedToWire,
});

/** Nothing but an id. */
export const idWire = v.object({ id: v.string() });

/** Returns the kind of an expanded object; undefined for a device, or where it can't be read. */
export function kindOf(wire: v.InferOutput<typeof assignedToWire>): 'user' | 'group' | undefined {
  const type = wire?.['@odata.type']?.split('.').at(-1);
  return type === 'user' || type === 'group' ? type : undefined;
}

/** True for an expanded object that is a device. */
export function isDevice(wire: v.InferOutput<typeof assignedToWire>): boolean {
  return wire?.['@odata.type']?.split('.').at(-1) === 'device';
}

/** Inferred: every code but `MissingDependency`, the only one that a page shows. */
const issues: Readonly<Record<string, IssueCode>> = {
  MissingDependency: 'missing-plans',
  MutuallyExclusive: 'conflicting-plans',
  ProhibitedInUsageLocation: 'usage-location',
  ProxyAddressConflict: 'duplicate-proxy-address',
};

const guids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Reason for which a license does not work, with the plans that the service names. */
export type Problem = Required<Pick<Seat, 'issue'>> & Pick<Seat, 'issueDetail'>;

/** Returns the reason of an error. Inferred: that all ids in its sentence are of service plans. */
export function problemOf({
  code,
  message,
}: Pick<v.InferOutput<typeof assignmentErrorWire>, 'code' | 'message'>): Problem {
  const issue = issues[code ?? ''] ?? 'other';
  const planIds = [...new Set((message ?? '').toLowerCase().match(guids))];
  return planIds.length > 0 ? { issue, issueDetail: { planIds } } : { issue };
}
