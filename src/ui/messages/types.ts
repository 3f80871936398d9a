import type { enDeferred } from './enDeferred';
import type { enCritical } from './enCritical';

/** The sentences that the start shows, which are there before any other. */
export type CriticalMessages = ReturnType<typeof enCritical>;

/** The sentences that come after them. */
export type DeferredMessages = ReturnType<typeof enDeferred>;

/** Every sentence of one language; English says which there are. */
export type Messages = CriticalMessages & DeferredMessages;
