import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { toAppError, type AppError } from '../../../base/appError';
import type { UserPrincipal } from '../../../base/principal';
import { mayReadAudits } from '../../../directory/access';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { useLicenseAudits } from '../../queries/usePerson';
import { useServices } from '../../services';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Code with which Graph refuses a tenant whose plan doesn't have the log. */
const needsPremium = 'Authentication_RequestFromNonPremiumTenantOrB2CTenant';

/** Asks for the permission to show who assigned, or says why that isn't shown, or how far back it goes. */
export function WhoAssigned({ person }: { readonly person: UserPrincipal }): ReactNode {
  const styles = useStyles();
  const { people: words } = useMessages();
  const services = useServices();
  const { data, error, refetch } = useLicenseAudits(person.id);
  const [failure, setFailure] = useState<AppError>();
  if (!mayReadAudits(services.me)) return <p className={styles.line}>{words.byForbidden}</p>;
  const isAskable = error !== null && toAppError(error).code === 'consent-needed';
  return (
    <>
      <p className={styles.line}>
        {data && [...(data.isPartial ? [words.byPartial] : []), words.byNote].join(' ')}
        {isAskable && words.showByText}
        {error && !isAskable && reasonText(toAppError(error), words)}
        {isAskable && (
          <Button
            size="small"
            onClick={() => {
              setFailure(undefined);
              services.askConsent(['AuditLog.Read.All']).then(
                () => void refetch(),
                (thrown: unknown) => setFailure(toAppError(thrown)),
              );
            }}
          >
            {words.showBy}
          </Button>
        )}
      </p>
      {failure && <ErrorNotice error={failure} />}
    </>
  );
}

function reasonText({ code, serviceCode }: AppError, words: Messages['people']): string {
  if (serviceCode === needsPremium) return words.byNeedsPremium;
  return code === 'forbidden' ? words.byForbidden : words.byUnread;
}
