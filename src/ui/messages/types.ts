import type { enRest } from './enRest';
import type { enStart } from './enStart';

/** The sentences that the start shows, which are there before any other. */
export type StartMessages = ReturnType<typeof enStart>;

/** The sentences that come after them. */
export type RestMessages = ReturnType<typeof enRest>;

/** Every sentence of one language; English says which there are. */
export type Messages = StartMessages & RestMessages;
