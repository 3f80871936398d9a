/** Number of writes that the service takes of this app in one tenant. */
export interface WriteQuota {
  /** Writes that may come at once after a rest, from 100. */
  readonly burst: number;
  /** Writes a second after that, above 0. */
  readonly perSecond: number;
  /** True if these numbers are only a beginning, and refusals tell more. Default is false. */
  readonly isUnknown?: boolean;
}

/** 3,000 writes in 150 seconds (Graph: throttling limits, identity and access, one app in one tenant). */
export const publishedWriteQuota: WriteQuota = { burst: 3_000, perSecond: 20 };
