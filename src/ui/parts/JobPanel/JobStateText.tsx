import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { useServices } from '../../services';
import { ConsentActions } from '../ConsentActions';
import { Notice } from '../Notice';
import { isAskingPerson, isFinishing, isUnderWay } from './allowedActions';
import type { LiveJob } from './useJob';
import { useIsOffline } from '../useIsOffline';
import { useJobControls } from './useJobControls';
import type { Pause } from '../../../jobs/job';
import type { Messages } from '../../messages/types';
import { operationNames, type LicenseJobState } from '../../../license-jobs/licenseJob';
import { explainOutcome } from '../explainOutcome';
import { wordKindOf } from './jobTitle';
import { visuallyHidden } from '../visuallyHidden';

const useStyles = makeStyles({
  state: { minWidth: 0, ':empty': { position: 'absolute' } },
  message: { flexBasis: '100%' },
  spoken: visuallyHidden,
  text: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, flexBasis: '100%' },
});

/**
 * The state of a job, announced when it changes, with the action it waits for: sign in, consent, or go on without
 * storage.
 */
export function JobStateText({ job }: { readonly job: LiveJob }): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const services = useServices();
  const { header, pause, status } = job.state;
  const steering = useJobControls();
  const code = pause?.kind === 'stopped' ? pause.code : undefined;
  const goOn = (): void => steering.run('start', (jobs) => jobs.start(header.id));
  // One steady sentence while offline, whatever the job tries meanwhile.
  const isOffline = useIsOffline() && isUnderWay(job.state) && !isFinishing(job.state);
  const isSteered = job.runner !== 'elsewhere';
  const hasPaused = useHasPaused(status);
  const text = isOffline ? messages.jobs.pause.offline : jobStateText(job, hasPaused, messages);
  const isMessage = pause !== undefined || isOffline;
  return (
    <>
      {/* Always there, so that each change is announced. */}
      <div
        className={mergeClasses(styles.state, isMessage && styles.message, isPlainEnd(job) && styles.spoken)}
        role="status"
      >
        {isMessage ? (
          <Notice intent={isUnderWay(job.state) || pause?.kind === 'asked' ? 'info' : 'warning'}>
            {text}
          </Notice>
        ) : (
          text
        )}
      </div>
      {code === 'journal-unavailable' && isSteered && (
        <div className={styles.actions}>
          <p className={styles.text}>{messages.jobs.withoutKeepingText}</p>
          <Button
            onClick={() => {
              services.jobs.acceptMemory();
              goOn();
            }}
          >
            {messages.jobs.withoutKeeping}
          </Button>
        </div>
      )}
      {isAskingPerson(job.state) && isSteered && (
        <div className={styles.actions}>
          <ConsentActions
            request={{
              requestConsent: () => services.askConsent(),
              adminConsentUrl: services.adminConsentUrl,
            }}
            isConsent={code === 'consent-needed'}
            onDone={goOn}
          />
        </div>
      )}
    </>
  );
}

/** True if everything went well, which the title says already. */
function isPlainEnd({ state: { status, header, counts } }: LiveJob): boolean {
  const { done, partly = 0, unsure = 0 } = counts;
  return status === 'finished' && done === header.size && partly + unsure === 0;
}

/** Returns whether the job has paused while it's on screen, so that its end of the pause is said. */
function useHasPaused(status: LicenseJobState['status']): boolean {
  const [hasPaused, setHasPaused] = useState(false);
  if (status === 'paused' && !hasPaused) setHasPaused(true);
  return hasPaused;
}

/** Returns the state of a job as text; empty if the progress says it all. */
function jobStateText({ state, runner }: LiveJob, hasPaused: boolean, messages: Messages): string {
  const { jobs } = messages;
  if (state.status === 'finished') return jobs.summary(wordKindOf(state.header.subject), state.counts);
  const own = state.pause ? pauseText(state.pause, state, messages) : unpausedText(state, messages);
  if (own === '' && state.status === 'running' && runner === 'here')
    return hasPaused ? jobs.stateText.resumed : jobs.stateText.running;
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
    return `${jobs.pause.roleMissing(
      header.operation === operationNames.throughGroup || header.operation === operationNames.changePaths,
    )} ${jobs.pause.resume}`;
  const { title, action } = errors[pause.code];
  if (pause.goesOnAt !== undefined) {
    return `${title}. ${jobs.goesOnAt(new Date(pause.goesOnAt).toISOString())}`;
  }
  if (!pause.goesOnByItself) return `${title}. ${action} ${jobs.pause.resume}`;
  return pause.code === 'offline' ? jobs.pause.offline : `${title}. ${jobs.pause.goesOnByItself}`;
}
