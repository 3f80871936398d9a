/** Limit of an amount within a time. */
export interface QuotaLimit {
  readonly amount: number;
  readonly windowInMs: number;
}

/** Resource units of one app in one tenant, by the number of its users (Graph: throttling limits, identity and access). */
export function unitLimit(users: number): QuotaLimit {
  const amount = users < 50 ? 3_500 : users <= 500 ? 5_000 : 8_000;
  return { amount, windowInMs: 10_000 };
}

/**
 * The other published limits that one tenant can reach (Graph: throttling limits). Those of an app over all tenants lie
 * above these and are left out.
 */
export const quotaLimits = {
  /** Writes of one app in one tenant. */
  appWrites: { amount: 3_000, windowInMs: 150_000 },
  /** Writes of all apps in one tenant. */
  tenantWrites: { amount: 18_000, windowInMs: 300_000 },
  /** Requests for reports, such as audits, of one app in one tenant. */
  reports: { amount: 5, windowInMs: 10_000 },
  /** Requests for photos of one app and one mailbox. */
  photos: { amount: 10_000, windowInMs: 600_000 },
} as const satisfies Readonly<Record<string, QuotaLimit>>;

/** Requests for photos that one app may have under way to one mailbox (Graph: throttling limits, Outlook). */
export const photosInFlight = 4;
