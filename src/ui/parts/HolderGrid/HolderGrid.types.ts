import type { Holder } from '../../../licensing/types';
import type { HolderSummary } from './summarizeHolder';

/** A holder with what a row says of them, worked out once. */
export interface HolderRow {
  readonly holder: Holder;
  readonly summary: HolderSummary;
}

/** What a list of holders can be narrowed down to; several narrow further. */
export type HolderFilter = 'direct' | 'inherited' | 'issues' | 'blocked' | 'guests';
