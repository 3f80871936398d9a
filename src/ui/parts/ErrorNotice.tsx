import { Button } from '@fluentui/react-components';
import { lazy, Suspense, use } from 'react';
import type { ComponentType } from 'react';
import { toAppError } from '../../base/appError';
import type { ErrorCode } from '../../base/appError';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';
import { ServicesContext } from '../services';
import { Notice } from './Notice';
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

/** Shows an error: what happened, what to do, and the request ID and diagnostics for support. */
export function ErrorNotice({ error, onRetry, consent }: ErrorNoticeProps) {
  const { errors, common } = useCriticalMessages();
  const services = use(ServicesContext);
  const { code, faults, requestId } = toAppError(error);
  const isCalm = calmCodes.has(code);
  const asking: ConsentRequest | undefined =
    consent ??
    (services && { requestConsent: () => services.askConsent(), adminConsentUrl: services.adminConsentUrl });
  return (
    <Notice
      intent={isCalm ? 'info' : 'error'}
      role="alert"
      title={errors[code].title}
      actions={
        <>
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
        </>
      }
    >
      <span>{errors[code].action}</span>
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      {requestId && (
        <details>
          <summary>{common.details}</summary>
          <span>{common.requestId(requestId)}</span>
        </details>
      )}
    </Notice>
  );
}
