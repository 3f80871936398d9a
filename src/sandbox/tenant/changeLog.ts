import { memberDiff } from './memberDiff';
import type { GroupRow, UserRow } from './rows';

/** One change of one object, for delta queries. */
export interface LoggedChange {
  /** Place in the order of all changes, from 1. */
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: 'user' | 'group';
  readonly id: string;
  /** Properties of the row that changed, by their names in the table. */
  readonly names: readonly string[];
  readonly joined?: readonly string[];
  readonly left?: readonly string[];
}

/** Time that changes are kept: the lifetime of a delta token (Graph: delta query overview). */
export const changesLiveInMs = 7 * 86_400_000;

/**
 * Changes since the tenant was made, oldest first; those older than any valid token are deleted when the log is
 * loaded.
 */
export class ChangeLog {
  readonly #changes: LoggedChange[] = [];
  #sequence = 0;

  /** Number of the last change; 0 before the first. */
  get last(): number {
    return this.#sequence;
  }

  /** Records the change between two rows, and returns it for the store. */
  note(
    kind: LoggedChange['kind'],
    before: UserRow | GroupRow | undefined,
    after: UserRow | GroupRow,
    at: number,
  ): LoggedChange | undefined {
    const names = changedNames(before, after);
    if (names.length === 0) return undefined;
    const { added = [], removed = [] } = names.includes('memberIds')
      ? memberDiff(membersOf(before), membersOf(after))
      : {};
    const change: LoggedChange = {
      sequence: this.#sequence + 1,
      at,
      kind,
      id: after.id,
      names,
      ...(added.length > 0 ? { joined: added } : {}),
      ...(removed.length > 0 ? { left: removed } : {}),
    };
    this.#add(change);
    return change;
  }

  /**
   * Loads stored changes, and returns those that the store can delete; it keeps the last one, from which the numbers
   * continue.
   */
  load(changes: readonly LoggedChange[], now: number): readonly LoggedChange[] {
    const inOrder = [...changes].sort((left, right) => left.sequence - right.sequence);
    this.#sequence = inOrder.at(-1)?.sequence ?? this.#sequence;
    const isOld = ({ at }: LoggedChange): boolean => at <= now - changesLiveInMs;
    for (const change of inOrder) if (!isOld(change)) this.#changes.push(change);
    return inOrder.slice(0, -1).filter(isOld);
  }

  /** Changes after one sequence number up to another, of one kind, oldest first. */
  between(kind: LoggedChange['kind'], after: number, upTo: number): readonly LoggedChange[] {
    const found: LoggedChange[] = [];
    for (let place = this.#changes.length - 1; place >= 0; place -= 1) {
      const change = this.#changes[place];
      if (!change || change.sequence <= after) break;
      if (change.sequence <= upTo && change.kind === kind) found.push(change);
    }
    return found.reverse();
  }

  /** Number of the last change that is not younger than a moment. */
  lastAt(timeInMs: number): number {
    for (let place = this.#changes.length - 1; place >= 0; place -= 1) {
      const change = this.#changes[place];
      if (change && change.at <= timeInMs) return change.sequence;
    }
    return (this.#changes[0]?.sequence ?? this.#sequence + 1) - 1;
  }

  #add(change: LoggedChange): void {
    this.#changes.push(change);
    this.#sequence = change.sequence;
  }
}

function changedNames(before: object | undefined, after: object): string[] {
  const old = (before ?? {}) as Readonly<Record<string, unknown>>;
  const fresh = after as Readonly<Record<string, unknown>>;
  return [...new Set([...Object.keys(fresh), ...Object.keys(old)])].filter(
    (name) => old[name] !== fresh[name],
  );
}

function membersOf(row: UserRow | GroupRow | undefined): readonly string[] {
  return row && 'memberIds' in row ? row.memberIds : [];
}
