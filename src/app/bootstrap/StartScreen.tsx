import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorNotice } from '../../ui/parts/ErrorNotice';
import { PageHeader } from '../../ui/parts/PageHeader';
import { useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';
import { Shell } from '../shell/Shell';
import type { Startup, StartupState } from './startup';

const useStyles = makeStyles({
  box: { maxWidth: '640px', display: 'grid', gap: tokens.spacingVerticalL, justifyItems: 'start' },
  notice: { width: '100%' },
  status: { margin: 0 },
});

/** What stands between the start and the pages. */
interface StartScreenProps {
  readonly startup: Startup;
  readonly state: Extract<StartupState, { phase: 'sign-in-needed' | 'failed' }>;
}

/** Asks for the sign-in, or tells why the app cannot start. */
export function StartScreen({ startup, state }: StartScreenProps) {
  const styles = useStyles();
  const { shell, common } = useCriticalMessages();
  const signIn = (): Promise<void> => startup.signIn();
  if (state.phase === 'failed')
    return (
      <Shell>
        <div className={styles.box}>
          <PageHeader title={common.appName} />
          <div className={styles.notice}>
            <ErrorNotice
              error={state.error}
              onRetry={() => void startup.run()}
              consent={{ ask: signIn, adminConsentUrl: state.adminConsentUrl }}
            />
          </div>
        </div>
      </Shell>
    );
  return (
    <Shell>
      <div className={styles.box}>
        <PageHeader title={shell.signInTitle} intro={shell.signInText} />
        {state.refusal && (
          <div className={styles.notice}>
            <ErrorNotice error={state.refusal} />
          </div>
        )}
        {/* Never off: nobody tells the app that the window was closed, so a click has to open another. */}
        <Button appearance="primary" size="large" onClick={() => void signIn()}>
          {shell.signIn}
        </Button>
        <p className={styles.status} role="status">
          {state.isAsking && shell.signingIn}
        </p>
      </div>
    </Shell>
  );
}
