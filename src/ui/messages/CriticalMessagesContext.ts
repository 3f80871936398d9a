import { createContext, use } from 'react';
import { AppError } from '../../base/appError';
import type { CriticalMessages } from './types';

/** Hands the words that the start shows down; set once by `app/`. */
export const CriticalMessagesContext = createContext<CriticalMessages | undefined>(undefined);

/** The words that the start shows, in the chosen language. Throws AppError `internal` outside of the app. */
export function useCriticalMessages(): CriticalMessages {
  const messages = use(CriticalMessagesContext);
  if (!messages) throw new AppError('internal', { cause: new Error('no CriticalMessagesContext above') });
  return messages;
}
