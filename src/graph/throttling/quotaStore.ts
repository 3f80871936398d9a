import type { QuotaSnapshot } from './quotaSnapshot';

/**
 * Place where the tabs of one browser share how full the quota of one app in one tenant is, and leave it for the next
 * start. Both methods return at once and never throw; if nothing can be kept, `read` returns undefined.
 * `write` replaces the content, and `read` in every tab returns it from then on, parsed but not checked.
 */
export interface QuotaStore {
  read(): unknown;
  write(snapshot: QuotaSnapshot): void;
}
