import {
  FluentProvider,
  makeStyles,
  tokens,
  Button,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { Suspense, useEffect, useSyncExternalStore, useState } from 'react';
import { DiagnosticsContext } from '../../ui/diagnostics';
import type { Diagnostics } from '../../ui/diagnostics';
import { Loading } from '../../ui/parts/Loading';
import { HiddenTitle } from '../../ui/parts/PageHeader';
import { CriticalMessagesContext, useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';
import { ErrorBoundary } from '../shell/ErrorBoundary';
import { Shell } from '../shell/Shell';
import type { StartupContext, SlowStep, Startup, StartupState } from './startup';
import { parseRoute } from '../routes';
import { LazyWorkspace } from '../shell/LazyWorkspace';
import { Wall } from '../../ui/parts/Wall';
import { ErrorNotice } from '../../ui/parts/ErrorNotice';
import type { Theme } from '@fluentui/react-components';
import type { Host, HostTheme } from '../../host/types';

const useStyles = makeStyles({
  // The canvas scrolls and not the page: Fluent would keep the page's scroll bar as a bare strip beside every pane.
  canvas: {
    display: 'flex',
    flexDirection: 'column',
    height: '100dvh',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

interface AppProps {
  readonly startup: Startup;
  /** Text for support that error screens offer to copy. Default offers none. */
  readonly diagnostics?: Diagnostics;
}

/** The whole app: the progress of the start, then the pages. */
export function App({ startup, diagnostics }: AppProps) {
  const state = useSyncExternalStore(
    (listener) => startup.subscribe(listener),
    () => startup.state(),
  );
  return state.phase === 'starting' ? null : (
    // A host that answers the second try has a theme of its own.
    <DiagnosticsContext key={state.context.host?.kind ?? 'no host'} value={diagnostics}>
      <AppInHost startup={startup} state={state} context={state.context} />
    </DiagnosticsContext>
  );
}

interface AppInHostProps {
  readonly startup: Startup;
  readonly state: Exclude<StartupState, { phase: 'starting' }>;
  readonly context: StartupContext;
}

function AppInHost({ startup, state, context }: AppInHostProps) {
  const styles = useStyles();
  const theme = useHostTheme(context.host);
  const { host, messages } = context;
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
                <LazyWorkspace
                  appServices={state.appServices}
                  host={host}
                  onRetry={() => void startup.run()}
                />
              </Suspense>
            ) : state.phase === 'opening' ? (
              <OpeningScreen slow={state.slow} />
            ) : (
              state.phase !== 'ready' && <StartScreen startup={startup} state={state} />
            )}
          </ErrorBoundary>
        </div>
      </CriticalMessagesContext>
    </FluentProvider>
  );
}

/** Goes on with the outline that the page draws, so that the start has one picture. */
function OpeningScreen({ slow }: { readonly slow?: SlowStep }) {
  const { common, shell } = useCriticalMessages();
  const isConnecting = slow?.step === 'sign-in' || slow?.step === 'services';
  return (
    <Shell isOpening>
      {slow && <HiddenTitle title={common.appName} />}
      <Loading
        variant={parseRoute(location.hash.slice(1)).loading}
        isPage
        late={slow ? { what: shell.steps[slow.step], since: slow.since } : 'not-yet'}
        early={isConnecting ? common.stillConnecting : undefined}
        onRetry={() => location.reload()}
      />
    </Shell>
  );
}

const useStartScreenStyles = makeStyles({
  notice: { justifySelf: 'stretch', textAlign: 'start' },
  status: { margin: 0 },
});

interface StartScreenProps {
  readonly startup: Startup;
  readonly state: Extract<StartupState, { phase: 'sign-in-needed' | 'failed' }>;
}

/** Asks for the sign-in, or says why the app can't start. */
function StartScreen({ startup, state }: StartScreenProps) {
  const styles = useStartScreenStyles();
  const { shell, common } = useCriticalMessages();
  const signIn = (): Promise<void> => startup.signIn();
  if (state.phase === 'failed')
    return (
      <Shell>
        <Wall title={common.appName}>
          <div className={styles.notice}>
            <ErrorNotice
              error={state.error}
              onRetry={() => void startup.run()}
              consent={{ requestConsent: signIn, adminConsentUrl: state.adminConsentUrl }}
            />
          </div>
        </Wall>
      </Shell>
    );
  return (
    <Shell>
      <Wall title={shell.signInTitle} text={shell.signInText}>
        {state.refusal && (
          <div className={styles.notice}>
            <ErrorNotice error={state.refusal} />
          </div>
        )}
        {/* Always enabled: the app can't detect that the window was closed, so a click opens another one. */}
        <Button appearance="primary" onClick={() => void signIn()}>
          {shell.signIn}
        </Button>
        <p className={styles.status} role="status">
          {state.isAsking && shell.signingIn}
        </p>
      </Wall>
    </Shell>
  );
}

const themes: Record<HostTheme, Theme> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** Returns the Fluent theme of the host; before the host is known, the one that the browser prefers. */
function useHostTheme(host: Host | undefined): Theme {
  const [name, setName] = useState<HostTheme>(host?.context.theme ?? browserTheme());
  useEffect(() => host?.onThemeChange(setName), [host]);
  const theme = themes[name];
  useEffect(() => {
    // Visible outside of the app's own box: scroll bars, and the page when it is pulled past its end.
    document.documentElement.style.colorScheme = name === 'default' ? 'light' : 'dark';
    document.body.style.backgroundColor = theme.colorNeutralBackground2;
  }, [name, theme]);
  return theme;
}

function browserTheme(): HostTheme {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
}
