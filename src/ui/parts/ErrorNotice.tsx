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

// Both are fetched with the first failure that they help with; where even that fails, the failure is shown without them.
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

/** Codes that say what is to be done rather than that something broke. */
const calmCodes: ReadonlySet<ErrorCode> = new Set([
  'sign-in-needed',
  'consent-needed',
  'cancelled',
  'sign-in-cancelled',
  'app-outdated',
]);
const asksPerson: ReadonlySet<ErrorCode> = new Set(['consent-needed', 'sign-in-needed', 'token-refused']);

/** Codes besides the calm ones that a person can act on without support. */
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

/** A failure to be told. */
interface ErrorNoticeProps {
  /** Whatever was thrown. */
  readonly error: unknown;
  /** Shows **Try again**. */
  readonly onRetry?: () => void;
  /** How consent is asked for before there are services; default is what the services offer. */
  readonly consent?: ConsentRequest;
}

/** Tells a failure in words of the catalogue: what happened, what to do, and the request id and diagnostics that support asks for. */
export function ErrorNotice({ error, onRetry, consent }: ErrorNoticeProps) {
  const styles = useStyles();
  const { errors, common } = useCriticalMessages();
  const services = use(ServicesContext);
  const { code, faults, requestId } = toAppError(error);
  const isCalm = calmCodes.has(code);
  const asking: ConsentRequest | undefined =
    consent ?? (services && { ask: () => services.askConsent(), adminConsentUrl: services.adminConsentUrl });
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
