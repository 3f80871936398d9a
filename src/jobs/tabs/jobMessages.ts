import type { JobDigest } from '../job';

/** What tabs tell one another. */
export type JobMessage =
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

/** A message and the tab that wrote it. */
export interface SentMessage {
  readonly from: string;
  readonly message: JobMessage;
}

/** Carries notes between the tabs of this browser; a sender may hear its own. */
export interface JobChannel {
  post(message: SentMessage): void;
  /** Calls back for every message; returns the way to stop. */
  subscribe(listener: (message: SentMessage) => void): () => void;
}
