import type { LoggedChange } from '../../tenant/changeLog';

/** What changed of one thing since a token was given. */
export interface ChangeOfOne {
  readonly id: string;
  /** Properties by their names in Graph. */
  readonly names: ReadonlySet<string>;
  /** Who joined (true) and who left (false) last. */
  readonly members: ReadonlyMap<string, boolean>;
}

/** Properties of Graph that a property of a row stands behind, where the names differ. */
const namesInGraph: Readonly<Record<string, readonly string[]>> = {
  licenses: ['assignedLicenses', 'assignedPlans', 'licenseAssignmentStates'],
  memberIds: ['members'],
  processing: ['licenseProcessingState'],
  mail: ['mail', 'proxyAddresses'],
};

/** Gathers changes by the thing that changed; a thing that changed twice is told once. */
export function foldChanges(changes: readonly LoggedChange[]): ChangeOfOne[] {
  const found = new Map<string, { id: string; names: Set<string>; members: Map<string, boolean> }>();
  for (const { id, names, joined = [], left = [] } of changes) {
    const one = found.get(id) ?? { id, names: new Set<string>(), members: new Map<string, boolean>() };
    for (const name of names) for (const known of namesInGraph[name] ?? [name]) one.names.add(known);
    for (const memberId of joined) one.members.set(memberId, true);
    for (const memberId of left) one.members.set(memberId, false);
    found.set(id, one);
  }
  return [...found.values()];
}

/**
 * The properties of one item: with `isMinimal` only those that changed; otherwise those that changed, and the others
 * as far as they were ever set (Graph: delta query overview).
 */
export function shownProperties(
  properties: Readonly<Record<string, unknown>>,
  changed: ReadonlySet<string>,
  isMinimal: boolean,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([name, value]) => name === 'id' || changed.has(name) || (!isMinimal && value !== null),
    ),
  );
}
