import { createContext, use } from 'react';
import { AppError } from '../../base/appError';
import type { StartMessages } from './types';

/** Hands the words that the start shows down; set once by `app/`. */
export const StartMessagesContext = createContext<StartMessages | undefined>(undefined);

/** The words that the start shows, in the chosen language. Throws AppError `internal` outside of the app. */
export function useStartMessages(): StartMessages {
  const messages = use(StartMessagesContext);
  if (!messages) throw new AppError('internal', { cause: new Error('no StartMessagesContext above') });
  return messages;
}
