import { AppError } from '../../base/appError';

/**
 * What a failure of the database means: `journal-full`, `journal-newer`, `internal` for what cannot be stored at all, else
 * `journal-unavailable`.
 */
export function toJournalError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  if (name === 'QuotaExceededError') return new AppError('journal-full', { cause: thrown });
  // The database has a higher version than this code knows (IndexedDB: open).
  if (name === 'VersionError') return new AppError('journal-newer', { cause: thrown });
  if (name === 'DataCloneError') return new AppError('internal', { cause: thrown });
  return new AppError('journal-unavailable', { cause: thrown });
}
