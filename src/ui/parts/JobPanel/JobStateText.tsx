import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ErrorCode } from '../../../base/appError';
import { useMessages } from '../../messages/MessagesContext';
import { useServices } from '../../services';
import { ConsentActions } from '../ConsentActions';
import { isFinishing, isUnderWay } from './allowedActions';
import type { LiveJob } from './JobPanel.types';
import { useIsOffline } from '../useIsOffline';
import { jobStateText } from './stateText';
import { useJobControls } from './useJobControls';

const useStyles = makeStyles({
  text: { margin: 0, '&:empty': { position: 'absolute' } },
  consent: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Codes after which a person must sign in or agree before the job can go on. */
const asksPerson: ReadonlySet<ErrorCode> = new Set([
  'consent-needed',
  'sign-in-needed',
  'token-refused',
  'popup-blocked',
]);

/** Where a job stands, read out by screen readers, with what it waits for: a sign-in, a consent, or leave to go on unkept. */
export function JobStateText({ job }: { readonly job: LiveJob }): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const services = useServices();
  const { header, pause } = job.state;
  const steering = useJobControls();
  const code = pause?.kind === 'stopped' ? pause.code : undefined;
  const goOn = (): void => steering.run('start', (jobs) => jobs.start(header.id));
  // One sentence for as long as it lasts, whatever the job tries meanwhile.
  const isOffline = useIsOffline();
  const isSteered = job.runner !== 'elsewhere';
  return (
    <>
      <p className={styles.text} role="status">
        {isOffline && isUnderWay(job.state) && !isFinishing(job.state)
          ? messages.jobs.pause.offline
          : jobStateText(job, messages)}
      </p>
      {code === 'journal-unavailable' && isSteered && (
        <>
          <p className={styles.text}>{messages.jobs.withoutKeepingText}</p>
          <div className={styles.consent}>
            <Button
              onClick={() => {
                services.jobs.acceptMemory();
                goOn();
              }}
            >
              {messages.jobs.withoutKeeping}
            </Button>
          </div>
        </>
      )}
      {code && asksPerson.has(code) && isSteered && (
        <div className={styles.consent}>
          <ConsentActions
            request={{ ask: () => services.askConsent(), adminConsentUrl: services.adminConsentUrl }}
            isConsent={code === 'consent-needed'}
            onDone={goOn}
          />
        </div>
      )}
    </>
  );
}
