/** Locks that all tabs of this browser share; a tab that ends lets go of its own. */
export interface JobLocks {
  /** Holds the lock while `work` runs; resolves with false, and does nothing, where somebody holds it. Rejects as `work` does. */
  tryRun(name: string, work: () => Promise<void>): Promise<boolean>;
  /** The names of all locks that are held, here or in other tabs. */
  held(): Promise<ReadonlySet<string>>;
}
