import type { AuditActor, AuditFinding, AuditRow } from './auditRow';

const dayInMs = 86_400_000;

/** Actor and time of the changes of one call. */
interface AuditScope {
  readonly actor: AuditActor;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Makes the id that everything in the scope shares; asked once, when something happens. */
  readonly newCorrelationId: () => string;
}

/**
 * Log of changes and who made them. Changes outside {@link AuditLog.by} have no actor and leave no entry: the seeding
 * of a tenant, and what tests arrange.
 */
export class AuditLog {
  /** Milliseconds from a change until its entry can be read (Entra: minutes); default two minutes. Settable. */
  arrivalDelayInMs = 120_000;
  /** Days that an entry can be read (Entra: 7 without, 30 with a premium plan); default 30. Settable. */
  retentionInDays = 30;
  #rows: AuditRow[] = [];
  #load: (() => readonly AuditRow[]) | undefined;
  #scope: (AuditScope & { correlationId?: string; count: number }) | undefined;

  /** @param load Reads the entries of earlier runs, oldest first; called once, when the log is read first. */
  constructor(load: () => readonly AuditRow[]) {
    this.#load = load;
  }

  /** Runs `change`, which must be synchronous, with an actor. */
  by<Result>(scope: AuditScope, change: () => Result): Result {
    const outer = this.#scope;
    this.#scope = { ...scope, count: 0 };
    try {
      return change();
    } finally {
      this.#scope = outer;
    }
  }

  /** Actor of the changes that are made now; undefined outside {@link AuditLog.by}. */
  get actor(): AuditActor | undefined {
    return this.#scope?.actor;
  }

  /**
   * Returns the entries for findings of the present scope; none outside one. They can be read once {@link AuditLog.add
   * added}.
   */
  entriesFor(findings: readonly AuditFinding[]): AuditRow[] {
    const scope = this.#scope;
    if (!scope || findings.length === 0) return [];
    const correlationId = (scope.correlationId ??= scope.newCorrelationId());
    const { actor, at } = scope;
    return findings.map((finding) => ({ ...finding, place: scope.count++, at, actor, correlationId }));
  }

  /** Adds entries that were stored. */
  add(entries: readonly AuditRow[]): void {
    for (const entry of entries) this.#rows.push(entry);
  }

  /** Returns the entries that can be read at a time, newest first. */
  readable(now: number): AuditRow[] {
    this.#loadEarlier();
    const [oldest, newest] = [now - this.retentionInDays * dayInMs, now - this.arrivalDelayInMs];
    return this.#rows.filter(({ at }) => at >= oldest && at <= newest).reverse();
  }

  /** The store also has the entries of this run, which are in the log already. */
  #loadEarlier(): void {
    const stored = this.#load?.() ?? [];
    this.#load = undefined;
    const known = new Set(this.#rows.map(({ correlationId }) => correlationId));
    this.#rows = [...stored.filter(({ correlationId }) => !known.has(correlationId)), ...this.#rows];
  }
}
