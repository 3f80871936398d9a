import type { ReactNode } from 'react';
import { AppError } from '../../../base/appError';
import { ErrorNotice } from '../ErrorNotice';
import type { OutcomeRow } from './OutcomeTable.types';

const consentNeeded = new AppError('consent-needed');

/** The outcomes, and how to send what was refused once more. */
export interface ConsentNoticeProps {
  readonly rows: readonly OutcomeRow[];
  readonly onRetry: () => void;
}

/** Offers to ask for the missing permission where changes failed for want of it. */
export function ConsentNotice({ rows, onRetry }: ConsentNoticeProps): ReactNode {
  const lacksConsent = rows.some(
    ({ outcome }) => outcome?.kind === 'failed' && outcome.reason === 'consent-needed',
  );
  return lacksConsent && <ErrorNotice error={consentNeeded} onRetry={onRetry} />;
}
