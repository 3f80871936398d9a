import type { Pause } from '../../../jobs/job';
import type { Messages } from '../../messages/types';
import { operationNames, type LicenseJobState } from '../../../license-jobs/licenseJob';
import { explainOutcome } from '../explainOutcome';
import { isFinishing } from './allowedActions';
import type { LiveJob } from './JobPanel.types';
import { wordKindOf } from './jobTitle';

/** Where a job stands, in words; empty where its progress says all. */
export function jobStateText({ state, runner }: LiveJob, messages: Messages): string {
  const { jobs } = messages;
  if (state.status === 'finished') return jobs.summary(wordKindOf(state.header.subject), state.counts);
  const own = state.pause ? pauseText(state.pause, state, messages) : unpausedText(state, messages);
  if (own === '' && state.status === 'running' && runner === 'here') return jobs.stateText.running;
  return runner === 'elsewhere' ? `${jobs.stateText.elsewhere} ${own}`.trim() : own;
}

function unpausedText(state: LicenseJobState, { jobs }: Messages): string {
  const { status, counts, inFlightUntil } = state;
  if (isFinishing(state)) return jobs.stateText.finishing;
  if (status === 'planned') return jobs.stateText.planned;
  if (inFlightUntil !== undefined) return jobs.stateText.arriving;
  if (status === 'cancelling') return jobs.stateText.cancelling;
  return status === 'following' ? jobs.following(counts.pending) : '';
}

function pauseText(pause: Pause, { items, header }: LicenseJobState, messages: Messages): string {
  const { jobs, errors } = messages;
  if (pause.kind === 'asked' || pause.kind === 'interrupted') return jobs.pause[pause.kind];
  if (pause.kind === 'halted') {
    const outcome = items.at(pause.index)?.outcome;
    const isReasoned = outcome?.kind === 'failed' || outcome?.kind === 'skipped';
    return isReasoned ? jobs.halted(explainOutcome(outcome, messages).title) : jobs.pause.asked;
  }
  if (pause.code === 'forbidden')
    return `${jobs.pause.roleMissing(header.operation === operationNames.throughGroup)} ${jobs.pause.resume}`;
  const { title, action } = errors[pause.code];
  if (pause.goesOnAt !== undefined) {
    return `${title}. ${jobs.goesOnAt(new Date(pause.goesOnAt).toISOString())}`;
  }
  if (!pause.goesOnByItself) return `${title}. ${action} ${jobs.pause.resume}`;
  return pause.code === 'offline' ? jobs.pause.offline : `${title}. ${jobs.pause.goesOnByItself}`;
}
