import type { Clock } from '../../base/clock';
import type { AssigneeKind, CloudAssignmentRow, CloudSeatsRow } from '../tenant/cloudRows';
import type { GroupLicense, GroupRow, LicenseSource, UserRow } from '../tenant/rows';
import { SeatTally } from '../tenant/seatTally';
import { poolsOfSku } from '../tenant/skuPools';
import type { Tenant, TenantChange } from '../tenant/tenant';
import { memberDiff } from '../tenant/memberDiff';

/** On whose account something is written. */
export interface WriteCause {
  readonly requestId: string;
  /** Method and path below the version. */
  readonly request: string;
  /** Object id of the signed-in person. */
  readonly userId: string;
  readonly appId: string;
}

/** One write to one person, group or device. */
export interface WriteEntry {
  /** Place in the log, from 0. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Absent for what the service does by itself, and for what tests arrange. */
  readonly cause?: WriteCause;
  readonly kind: AssigneeKind;
  readonly id: string;
  readonly effects: readonly WriteEffect[];
}

/** A seat that was given though none was free. */
interface SeatViolation {
  readonly at: number;
  /** The SKU, or the pool of a product that only cloud licensing has. */
  readonly skuId: string;
  /** Seats that were free after the write: below zero. */
  readonly free: number;
  readonly cause?: WriteCause;
}

/** The append-only log of what was really written since the start, for holding a client's report against. */
export class WriteLog {
  readonly #tenant: Tenant;
  readonly #clock: Clock;
  readonly #entries: WriteEntry[] = [];
  readonly #violations: SeatViolation[] = [];
  #cause: WriteCause | undefined;

  /** Follows the tenant from now on. */
  constructor(tenant: Tenant, clock: Clock) {
    this.#tenant = tenant;
    this.#clock = clock;
    tenant.watch((change) => this.#note(change));
    tenant.cloudAssignments.watch((after, before) => this.#noteAssignment(after, before));
    tenant.cloudSeats.watch((after, before) => this.#checkPool(after, before));
  }

  /** Every write, oldest first. */
  entries(): readonly WriteEntry[] {
    return this.#entries;
  }

  /**
   * Every write of a request that repeated a license or an assignment which was there already: its effect happened twice. A
   * license of the directory that comes from another pool now, with the same plans, is no repetition.
   */
  doubleEffects(): readonly WriteEntry[] {
    const moved = new Set(
      this.#entries.flatMap((entry) => entry.effects.flatMap((effect) => moveOf(entry, effect))),
    );
    return this.#entries.filter(
      (entry) =>
        entry.cause &&
        entry.effects.some(
          (effect) =>
            effect.what === 'assignment-repeated' ||
            (effect.what === 'license-repeated' && !moved.has(moveKey(entry, effect.skuId))),
        ),
    );
  }

  /** Every time that more seats of a SKU were given than there are. */
  seatViolations(): readonly SeatViolation[] {
    return this.#violations;
  }

  /** Runs `work` (which must not wait for anything); what it writes is on the account of `cause`. */
  during<T>(cause: WriteCause, work: () => T): T {
    const outer = this.#cause;
    this.#cause = cause;
    try {
      return work();
    } finally {
      this.#cause = outer;
    }
  }

  #note({ users = [], groups = [] }: TenantChange): void {
    for (const user of users) this.#add('user', user.id, userEffects(this.#tenant.users[user.index], user));
    for (const group of groups)
      this.#add('group', group.id, groupEffects(this.#tenant.groups[group.index], group));
    this.#checkSeats(users);
  }

  #noteAssignment(after: CloudAssignmentRow | undefined, before: CloudAssignmentRow | undefined): void {
    const row = after ?? before;
    if (!row) return;
    const { poolKey, ownerKind, ownerId } = row;
    const isOfPool = ({ skuId }: { skuId: string }): boolean =>
      poolsOfSku(this.#tenant, skuId).some(({ key }) => key === poolKey);
    const skuId = this.#tenant.skus.find(isOfPool)?.skuId;
    const pool = skuId === undefined ? { poolKey } : { poolKey, poolOf: skuId };
    this.#add(ownerKind, ownerId, [{ what: assignmentEffect(after, before), ...pool }]);
  }

  #checkPool(after: CloudSeatsRow | undefined, before: CloudSeatsRow | undefined): void {
    if (!after?.holderIds.some((id) => !before?.holderIds.includes(id))) return;
    const pools = this.#tenant.owned.cloudProducts.flatMap((product) => product.pools);
    const units = pools.find(({ key }) => key === after.id)?.units ?? 0;
    const free = units - after.holderIds.length;
    if (free < 0) this.#violations.push({ at: this.#clock.now(), skuId: after.id, free, cause: this.#cause });
  }

  #add(kind: WriteEntry['kind'], id: string, effects: readonly WriteEffect[]): void {
    if (effects.length === 0) return;
    const number = this.#entries.length;
    this.#entries.push({ number, at: this.#clock.now(), cause: this.#cause, kind, id, effects });
  }

  #checkSeats(users: readonly UserRow[]): void {
    const tally = new SeatTally(this.#tenant);
    const given = new Set<string>();
    for (const user of users) {
      const before = this.#tenant.users[user.index];
      if (before) tally.replace(before, user);
      for (const { skuId, state } of user.licenses)
        if (
          state === 'Active' &&
          !before?.licenses.some((old) => old.skuId === skuId && old.state === 'Active')
        )
          given.add(skuId);
    }
    for (const skuId of given) {
      const free = tally.free(skuId);
      if (free < 0) this.#violations.push({ at: this.#clock.now(), skuId, free, cause: this.#cause });
    }
  }
}

/** One thing that a write changed in one person or group. */
type WriteEffect =
  | {
      /** `license-repeated`: what was to be given was there already, just so; nothing but its time changed. */
      readonly what: 'license-added' | 'license-changed' | 'license-repeated' | 'license-removed';
      readonly skuId: string;
      /** The group that gives it; null for a direct assignment, and for the licenses of a group itself. */
      readonly via: string | null;
      /** Reason why it is not in effect; undefined if it is. */
      readonly error?: string;
    }
  | {
      /** `assignment-repeated`: it was there already, with the same plans off. */
      readonly what: 'assignment-added' | 'assignment-changed' | 'assignment-repeated' | 'assignment-removed';
      /** Pool of cloud licensing. */
      readonly poolKey: string;
      /** SKU of the directory that the pool belongs to; undefined for a product that only cloud licensing has. */
      readonly poolOf?: string;
    }
  | { readonly what: 'member-added' | 'member-removed'; readonly id: string }
  | { readonly what: 'property'; readonly name: string };

/** Identifies a SKU whose pools a request changed for one owner. */
function moveKey({ cause, id }: WriteEntry, skuId: string): string {
  return `${cause?.requestId ?? ''} ${id} ${skuId}`;
}

function moveOf(entry: WriteEntry, effect: WriteEffect): string[] {
  if (!('poolOf' in effect) || effect.poolOf === undefined || effect.what === 'assignment-repeated')
    return [];
  return [moveKey(entry, effect.poolOf)];
}

function assignmentEffect(after: CloudAssignmentRow | undefined, before: CloudAssignmentRow | undefined) {
  if (!after) return 'assignment-removed';
  if (!before) return 'assignment-added';
  const plansOf = ({ disabledPlanIds }: CloudAssignmentRow): string => [...disabledPlanIds].sort().join();
  return plansOf(after) === plansOf(before) ? 'assignment-repeated' : 'assignment-changed';
}

/** Returns the differences between two states of a user; all of the second if there was no first. */
function userEffects(before: UserRow | undefined, after: UserRow): WriteEffect[] {
  if (before === after) return [];
  return [
    ...licenseEffects(before?.licenses ?? [], after.licenses),
    ...propertyEffects(before ?? {}, after, ['index', 'licenses']),
  ];
}

/** Returns the differences between two states of a group; all of the second if there was no first. */
function groupEffects(before: GroupRow | undefined, after: GroupRow): WriteEffect[] {
  const { added, removed } = memberDiff(before?.memberIds ?? [], after.memberIds);
  // Those that were kept are the same objects; only the others can have had an effect.
  const licenses = before?.licenses ?? [];
  const gone = licenses.filter((license) => !after.licenses.includes(license));
  const come = after.licenses.filter((license) => !licenses.includes(license));
  return [
    ...licenseEffects(gone.map(ofGroup), come.map(ofGroup)),
    ...added.map((id) => ({ what: 'member-added', id }) as const),
    ...removed.map((id) => ({ what: 'member-removed', id }) as const),
    ...propertyEffects(before ?? {}, after, ['index', 'licenses', 'memberIds', 'nextStepAt']),
  ];
}

type Source = Pick<LicenseSource, 'skuId' | 'groupId' | 'disabledPlans'> & Partial<LicenseSource>;

function ofGroup(license: GroupLicense): Source {
  return { ...license, groupId: null };
}

function licenseEffects(before: readonly Source[], after: readonly Source[]): WriteEffect[] {
  const effects: WriteEffect[] = [];
  for (const source of after) {
    const known = before.find((other) => isSamePath(other, source));
    if (known === source) continue;
    const error = source.error === undefined || source.error === 'None' ? {} : { error: source.error };
    effects.push({ what: whatBecame(known, source), skuId: source.skuId, via: source.groupId, ...error });
  }
  for (const { skuId, groupId } of before.filter(
    (known) => !after.some((source) => isSamePath(known, source)),
  ))
    effects.push({ what: 'license-removed', skuId, via: groupId });
  return effects;
}

function isSamePath(one: Source, other: Source): boolean {
  return one.skuId === other.skuId && one.groupId === other.groupId;
}

function whatBecame(known: Source | undefined, source: Source) {
  if (!known) return 'license-added';
  const isSame = known.error === source.error && known.disabledPlans.join() === source.disabledPlans.join();
  if (!isSame) return 'license-changed';
  return 'license-repeated';
}

function propertyEffects(before: object, after: object, leftOut: readonly string[]): WriteEffect[] {
  const old = before as Readonly<Record<string, unknown>>;
  return Object.entries(after)
    .filter(
      ([name, value]) =>
        old[name] !== value && !leftOut.includes(name) && JSON.stringify(old[name]) !== JSON.stringify(value),
    )
    .map(([name]) => ({ what: 'property', name }));
}
