import { canRetry } from '../../../license-jobs/canRetry';
import type { LicenseJobState } from '../../../license-jobs/licenseJob';
import type { LiveJob } from './JobPanel.types';

/** What can be done with a job as it stands. */
interface AllowedSteps {
  /** The way on or the way to rest. */
  readonly move: 'start' | 'pause' | 'resume' | undefined;
  readonly stop: 'possible' | 'under-way' | undefined;
  readonly canRetry: boolean;
  readonly canUndo: boolean;
  readonly canExport: boolean;
}

/** Says what is offered: nothing but the report while another tab runs the job. */
export function allowedSteps({ state, runner }: Pick<LiveJob, 'state' | 'runner'>): AllowedSteps {
  const { status, counts } = state;
  const canExport = status !== 'planned';
  if (runner === 'elsewhere') {
    return { move: undefined, stop: undefined, canRetry: false, canUndo: false, canExport };
  }
  const isFinished = status === 'finished';
  return {
    move: moves[status],
    stop: isFinished ? undefined : status === 'cancelling' ? 'under-way' : 'possible',
    canRetry: isFinished && counts.failed + counts.cancelled > 0 && hasRetryable(state),
    canUndo: isFinished && counts.done + counts.pending > 0,
    canExport,
  };
}

function hasRetryable(state: LicenseJobState): boolean {
  for (const { outcome } of state.items) if (outcome && canRetry(outcome, state)) return true;
  return false;
}

const moves = {
  planned: 'start',
  running: 'pause',
  paused: 'resume',
  cancelling: undefined,
  following: undefined,
  finished: undefined,
} as const;
