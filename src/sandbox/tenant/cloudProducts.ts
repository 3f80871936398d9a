import type { SeededPlan } from './product';

/** Principals that an allotment can be assigned to (Graph beta: assigneeTypes). */
export type AssigneeTypes = 'none' | 'user' | 'user,group';

/** A product that only the cloud licensing API knows: it is in no list of subscribed SKUs. */
export interface CloudProduct {
  readonly skuId: string;
  readonly partNumber: string;
  readonly product: string;
  readonly plans: readonly SeededPlan[];
  readonly units: number;
  readonly assignableTo: AssigneeTypes;
  readonly subscriptionId: string;
}

/** One product given to a person or a group, where only the cloud licensing API knows of it. */
export interface CloudAssignmentRow {
  readonly id: string;
  readonly skuId: string;
  readonly ownerKind: 'user' | 'group';
  readonly ownerId: string;
  readonly disabledPlanIds: readonly string[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** SKU ids by the part that the product plays. */
export const cloudProductIds = {
  insights: '9b1f60d2-3c58-4e7a-8c4d-71e0a2f35b01',
  locked: '9b1f60d2-3c58-4e7a-8c4d-71e0a2f35b02',
} as const;

/** The products that only the cloud licensing API knows; vendors are invented. */
export const cloudProducts: readonly CloudProduct[] = [
  // Can be given, but through the cloud licensing API alone.
  {
    skuId: cloudProductIds.insights,
    partNumber: 'QUILLMARROW_INSIGHTS',
    product: 'Quillmarrow Insights',
    plans: [
      { id: '5c7e1d90-0b64-4f1e-9d27-c3a8e64f1a01', name: 'QUILLMARROW_INSIGHTS_CORE' },
      { id: '5c7e1d90-0b64-4f1e-9d27-c3a8e64f1a02', name: 'QUILLMARROW_INSIGHTS_ALERTS' },
    ],
    units: 12,
    assignableTo: 'user,group',
    subscriptionId: '6e2b9c14-7f03-4a5d-b1e8-90d3c7a2f401',
  },
  // Visible but not assignable: it was bought for a department that manages it elsewhere.
  {
    skuId: cloudProductIds.locked,
    partNumber: 'BRAMBLECOURT_DESK_DEPARTMENT',
    product: 'Bramblecourt Desk',
    plans: [{ id: '5c7e1d90-0b64-4f1e-9d27-c3a8e64f1a03', name: 'BRAMBLECOURT_DESK' }],
    units: 30,
    assignableTo: 'none',
    subscriptionId: '6e2b9c14-7f03-4a5d-b1e8-90d3c7a2f402',
  },
];
