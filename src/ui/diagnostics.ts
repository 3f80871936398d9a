import { createContext } from 'react';
import type { Logger } from '../base/logger';

/** Text that a person sends to support, and the logger of the screens. */
export interface Diagnostics {
  readonly logger: Logger;
  /** Collects a text without personal data: versions, surroundings, the last requests and the log. Never rejects. */
  collect(): Promise<string>;
}

/** Hands diagnostics down, also to screens that are drawn before there are services; set once by `app/`. */
export const DiagnosticsContext = createContext<Diagnostics | undefined>(undefined);
