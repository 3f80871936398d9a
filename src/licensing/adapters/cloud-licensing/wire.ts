import * as v from 'valibot';
import { soft } from '../../../graph/wire/soft';
import type { IssueCode } from '../../types';
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

/** Inferred: every code but `MissingDependency`, the only one that a page shows. */
const issues: Readonly<Record<string, IssueCode>> = {
  MissingDependency: 'missing-plans',
  MutuallyExclusive: 'conflicting-plans',
  ProhibitedInUsageLocation: 'usage-location',
  ProxyAddressConflict: 'duplicate-proxy-address',
};

/** Returns the reason for which a license does not work. */
export function issueOf(code: string | undefined): IssueCode {
  return issues[code ?? ''] ?? 'other';
}
