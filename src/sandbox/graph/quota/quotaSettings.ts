/** Settings of the published quotas; can be changed while the emulator runs. */
export interface QuotaSettings {
  /** True if requests above the quotas are refused. */
  isOn: boolean;
  /** Part of each limit that is left for this app, above 0 up to 1; 0.5 plays another app that takes half. */
  share: number;
  /** True if refused requests count too; Graph says that they do. */
  chargesRefused: boolean;
}

/** Quotas as published. */
export const publishedQuota: Readonly<QuotaSettings> = { isOn: true, share: 1, chargesRefused: true };

/** No quotas: every request is served. */
export const noQuota: Readonly<QuotaSettings> = { ...publishedQuota, isOn: false };
