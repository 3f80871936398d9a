import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { use, useState } from 'react';
import { toAppError } from '../../base/appError';
import type { AppError } from '../../base/appError';
import { mayConsentForAll } from '../../directory/access';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';
import { ServicesContext } from '../services';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles({
  note: { margin: 0, flexBasis: '100%' },
  link: {
    margin: 0,
    flexBasis: '100%',
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
});

/** Ways to give or request consent. */
export interface ConsentRequest {
  /** Asks the person; rejects with AppError. */
  requestConsent(): Promise<unknown>;
  /** Page on which an administrator agrees for the whole organization. */
  readonly adminConsentUrl: string | undefined;
}

/** Props of the buttons. */
export interface ConsentActionsProps {
  readonly request: ConsentRequest;
  /** True if consent is missing; false if a sign-in is. */
  readonly isConsent: boolean;
  readonly onDone: (() => void) | undefined;
}

/** Buttons that ask for a sign-in or for consent, with the link that an administrator needs. */
export function ConsentActions({ request, isConsent, onDone }: ConsentActionsProps) {
  const styles = useStyles();
  const { shell, errors, common } = useCriticalMessages();
  const [failure, setFailure] = useState<AppError>();
  // The link, once the host has denied the clipboard.
  const [shownLink, setShownLink] = useState<string>();
  const ask = (): void => {
    setFailure(undefined);
    request.requestConsent().then(
      () => onDone?.(),
      (thrown: unknown) => setFailure(toAppError(thrown)),
    );
  };
  // Before sign-in, the person isn't assumed to be an administrator.
  const canConsent = mayConsentForAll(use(ServicesContext)?.me.roleTemplateIds ?? []);
  const needsAdministrator = isConsent && request.adminConsentUrl !== undefined;
  return (
    <>
      {needsAdministrator && (
        <p className={styles.note}>{canConsent ? shell.ownConsentText : shell.adminConsentText}</p>
      )}
      <Button appearance="primary" onClick={ask}>
        {isConsent ? (canConsent ? shell.giveConsent : shell.askConsent) : shell.signIn}
      </Button>
      {needsAdministrator && (
        <CopyButton
          appearance="subtle"
          text={request.adminConsentUrl ?? ''}
          label={shell.copyAdminConsentLink}
          onDenied={setShownLink}
        />
      )}
      {shownLink !== undefined && (
        <>
          <p className={styles.note} role="status">
            {common.copyByHand}
          </p>
          <p className={styles.link}>{shownLink}</p>
        </>
      )}
      {failure && (
        <p className={styles.note} role="status">
          {errors[failure.code].title}. {errors[failure.code].action}
        </p>
      )}
    </>
  );
}
