import type { JobDigest } from '../job';

/** What tabs tell one another. */
export type JobNote =
  /** Whoever runs the job wrote events. `isRewritten` says that they count from the beginning again. */
  | {
      readonly kind: 'changed';
      readonly jobId: string;
      readonly digest: JobDigest;
      readonly isRewritten: boolean;
    }
  /** Nobody runs the job any more. */
  | { readonly kind: 'rests'; readonly jobId: string }
  /** A job was planned or deleted. */
  | { readonly kind: 'listed' }
  /** Whoever runs the job shall pause or cancel it. */
  | { readonly kind: 'asked'; readonly jobId: string; readonly wish: 'pause' | 'cancel' };

/** A note and the tab that wrote it. */
export interface SentNote {
  readonly from: string;
  readonly note: JobNote;
}

/** Carries notes between the tabs of this browser; a sender may hear its own. */
export interface JobChannel {
  post(note: SentNote): void;
  /** Calls back for every note; returns the way to stop. */
  subscribe(listener: (note: SentNote) => void): () => void;
}
