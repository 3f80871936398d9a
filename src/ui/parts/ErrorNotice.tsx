import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { lazy, Suspense, use } from 'react';
import type { ComponentType } from 'react';
import { toAppError } from '../../base/appError';
import type { ErrorCode } from '../../base/appError';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';
import { ServicesContext } from '../services';
import { ReloadButton } from './ReloadButton';
import type { ConsentActionsProps, ConsentRequest } from './ConsentActions';

const drawNothing = () => null;

// Both are loaded with the first error that needs them. If they can't be loaded, the error is shown without them.
const CopyDiagnostics = lazy(async () => ({
  default: await import('./CopyDiagnostics').then(
    (loaded) => loaded.CopyDiagnostics,
    () => drawNothing,
  ),
}));
const ConsentActions = lazy<ComponentType<ConsentActionsProps>>(async () => ({
  default: await import('./ConsentActions').then(
    (loaded) => loaded.ConsentActions,
    () => drawNothing,
  ),
}));

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: { fontSize: '20px', color: tokens.colorStatusDangerForeground1, lineHeight: 0, paddingTop: '1px' },
  calmIcon: { fontSize: '20px', color: tokens.colorNeutralForeground2, lineHeight: 0, paddingTop: '1px' },
  words: { display: 'grid', gap: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  faults: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  requestId: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    userSelect: 'all',
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
  },
});

/** Codes that ask for an action and don't mean that something broke. */
const calmCodes: ReadonlySet<ErrorCode> = new Set([
  'sign-in-needed',
  'consent-needed',
  'cancelled',
  'sign-in-cancelled',
  'app-outdated',
]);
const asksPerson: ReadonlySet<ErrorCode> = new Set(['consent-needed', 'sign-in-needed', 'token-refused']);

/** Other codes that a person can resolve without support. */
const selfServiceCodes: ReadonlySet<ErrorCode> = new Set([
  'offline',
  'popup-blocked',
  'link-refused',
  'job-busy',
  'journal-full',
  'journal-newer',
  'file-too-large',
  'file-too-long',
  'file-unreadable',
  'file-encrypted',
  'file-format-unsupported',
]);

interface ErrorNoticeProps {
  /** Thrown value. */
  readonly error: unknown;
  /** Shows **Try again**. */
  readonly onRetry?: () => void;
  /** Consent request before the services exist. Default is that of the services. */
  readonly consent?: ConsentRequest;
}

/** Shows an error: what happened, what to do, and the request id and diagnostics for support. */
export function ErrorNotice({ error, onRetry, consent }: ErrorNoticeProps) {
  const styles = useStyles();
  const { errors, common } = useCriticalMessages();
  const services = use(ServicesContext);
  const { code, faults, requestId } = toAppError(error);
  const isCalm = calmCodes.has(code);
  const asking: ConsentRequest | undefined =
    consent ??
    (services && { requestConsent: () => services.askConsent(), adminConsentUrl: services.adminConsentUrl });
  return (
    <div className={styles.box} role="alert">
      <div className={isCalm ? styles.calmIcon : styles.icon}>
        {isCalm ? <InfoRegular aria-hidden /> : <ErrorCircleRegular aria-hidden />}
      </div>
      <div className={styles.words}>
        <p className={styles.title}>{errors[code].title}</p>
        <p className={styles.text}>{errors[code].action}</p>
        {faults.length > 0 && (
          <ul className={styles.faults}>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        )}
        {requestId && <p className={styles.requestId}>{common.requestId(requestId)}</p>}
        <div className={styles.actions}>
          {asking && asksPerson.has(code) && (
            <Suspense fallback={null}>
              <ConsentActions request={asking} isConsent={code === 'consent-needed'} onDone={onRetry} />
            </Suspense>
          )}
          {code === 'app-outdated' ? (
            <ReloadButton appearance="primary" />
          ) : (
            onRetry && <Button onClick={onRetry}>{common.tryAgain}</Button>
          )}
          {!isCalm && !selfServiceCodes.has(code) && (
            <Suspense fallback={null}>
              <CopyDiagnostics />
            </Suspense>
          )}
        </div>
      </div>
    </div>
  );
}
