import { createContext, use } from 'react';
import { AppError } from '../../base/appError';
import type { Messages } from './types';

/** Hands the words of the chosen language down; set once by `app/`. */
export const MessagesContext = createContext<Messages | undefined>(undefined);

/** The words of the chosen language. Throws AppError `internal` outside of the app. */
export function useMessages(): Messages {
  const messages = use(MessagesContext);
  if (!messages) throw new AppError('internal', { cause: new Error('no MessagesContext above') });
  return messages;
}
