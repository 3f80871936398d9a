import { createContext, use } from 'react';
import { AppError } from '../../base/appError';
import type { Messages } from './types';

/** Hands all words of the chosen language down; set by `app/` around what needs more than the start's. */
export const MessagesContext = createContext<Messages | undefined>(undefined);

/**
 * All words of the chosen language. Throws AppError `internal` outside of the app, and on the start page, which has only
 * those of `useCriticalMessages`.
 */
export function useMessages(): Messages {
  const messages = use(MessagesContext);
  if (!messages) throw new AppError('internal', { cause: new Error('no MessagesContext above') });
  return messages;
}
