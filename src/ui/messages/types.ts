import type { en } from './en';

/** Every sentence of one language; English says which there are. */
export type Messages = ReturnType<typeof en>;
