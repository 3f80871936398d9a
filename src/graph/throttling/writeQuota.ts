/** Number of writes that the service takes of this app in one tenant. */
export interface WriteQuota {
  /** Writes that may come at once after a rest, from 100. */
  readonly burst: number;
  /** Writes a second after that, above 0. */
  readonly perSecond: number;
}

/** 3,000 writes in 150 seconds (Graph: throttling limits, identity and access, one app in one tenant). */
export const publishedWriteQuota: WriteQuota = { burst: 3_000, perSecond: 20 };
