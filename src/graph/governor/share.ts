import type { GovernorSnapshot } from './snapshot';

/**
 * Where the tabs of one browser tell each other how full the quota of one app in one tenant is, and leave it for the
 * next start. Both methods return at once and never throw; where nothing can be kept, `read` gives undefined.
 * `write` replaces what was there, and `read` of every tab gives it from then on, parsed but not checked.
 */
export interface GovernorShare {
  read(): unknown;
  write(snapshot: GovernorSnapshot): void;
}
