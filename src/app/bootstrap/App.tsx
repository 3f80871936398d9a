import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useEffect, useSyncExternalStore } from 'react';
import { DiagnosticsContext } from '../../ui/diagnostics';
import type { Diagnostics } from '../../ui/diagnostics';
import { Loading } from '../../ui/parts/Loading';
import { PageHeader } from '../../ui/parts/PageHeader';
import { CriticalMessagesContext, useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';
import { ErrorBoundary } from '../shell/ErrorBoundary';
import { Shell } from '../shell/Shell';
import { StartScreen } from './StartScreen';
import type { StartupContext, SlowStep, Startup, StartupState } from './startup';
import { useHostTheme } from './useHostTheme';
import { LazyWorkspace } from '../shell/LazyWorkspace';

const useStyles = makeStyles({
  // The canvas scrolls and not the page: Fluent would keep the page's scroll bar as a bare strip beside every pane.
  canvas: { height: '100vh', overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground2 },
});

/** The start that the app draws, and what a person can copy of it where it fails. */
interface AppProps {
  readonly startup: Startup;
  /** Without them no screen offers a copy. */
  readonly diagnostics?: Diagnostics;
}

/** The whole app: draws how far the start is, then the pages. */
export function App({ startup, diagnostics }: AppProps) {
  const state = useSyncExternalStore(
    (listener) => startup.subscribe(listener),
    () => startup.state(),
  );
  return state.phase === 'starting' ? null : (
    // A host that answers a second try brings a theme of its own.
    <DiagnosticsContext key={state.frame.host?.kind ?? 'no host'} value={diagnostics}>
      <FramedApp startup={startup} state={state} frame={state.frame} />
    </DiagnosticsContext>
  );
}

interface FramedAppProps {
  readonly startup: Startup;
  readonly state: Exclude<StartupState, { phase: 'starting' }>;
  readonly frame: StartupContext;
}

function FramedApp({ startup, state, frame }: FramedAppProps) {
  const styles = useStyles();
  const theme = useHostTheme(frame.host);
  const { host, messages } = frame;
  useEffect(() => host?.notifyReady(), [host]);
  useEffect(() => {
    document.documentElement.lang = messages.format.locale;
  }, [messages]);
  return (
    // Fluent hands the provider's class on to every portal, so the canvas is an element of its own.
    <FluentProvider theme={theme}>
      <CriticalMessagesContext value={messages}>
        <div className={styles.canvas}>
          <ErrorBoundary>
            {state.phase === 'ready' && host ? (
              <Suspense fallback={<OpeningScreen />}>
                <LazyWorkspace services={state.workspace} host={host} onRetry={() => void startup.run()} />
              </Suspense>
            ) : state.phase === 'opening' ? (
              <OpeningScreen late={state.late} />
            ) : (
              state.phase !== 'ready' && <StartScreen startup={startup} state={state} />
            )}
          </ErrorBoundary>
        </div>
      </CriticalMessagesContext>
    </FluentProvider>
  );
}

function OpeningScreen({ late }: { readonly late?: SlowStep }) {
  const { common, shell } = useCriticalMessages();
  return (
    <Shell>
      {late && <PageHeader title={common.appName} />}
      <Loading late={late ? { what: shell.steps[late.step], since: late.since } : 'not-yet'} />
    </Shell>
  );
}
