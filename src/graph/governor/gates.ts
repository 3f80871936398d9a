import type { Lane } from '../lane';

/** Whom a gate holds: everybody, who writes, bulk calls, or bulk calls that write. */
export type GateName = 'all' | 'writes' | 'bulk' | 'bulkWrites';

/** When each gate opens, by the monotonic clock in milliseconds; a time in the past is an open gate. */
export type Gates = Readonly<Record<GateName, number>>;

/** All of them. */
export const gateNames: readonly GateName[] = ['all', 'writes', 'bulk', 'bulkWrites'];

/** Gates that nobody shut. */
export const openGates: Gates = { all: 0, writes: 0, bulk: 0, bulkWrites: 0 };

/** When the last of the gates that hold a lane opens. */
export function opensAt(gates: Gates, { kind, priority }: Lane): number {
  const isWrite = kind === 'write';
  const isBulk = priority === 'bulk';
  return Math.max(
    gates.all,
    isWrite ? gates.writes : 0,
    isBulk ? gates.bulk : 0,
    isWrite && isBulk ? gates.bulkWrites : 0,
  );
}

/** Shuts a gate until `until`, or leaves it where it is shut for longer. */
export function shut(gates: Gates, name: GateName, until: number): Gates {
  return { ...gates, [name]: Math.max(gates[name], until) };
}
