import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { toAppError } from '../../base/appError';
import { useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';
import { ErrorNotice } from '../../ui/parts/ErrorNotice';
import { Loading } from '../../ui/parts/Loading';
import { Notice } from '../../ui/parts/Notice';
import { Wall } from '../../ui/parts/Wall';
import { useProducts } from '../../ui/queries/useProducts';
import { hrefOf, routes } from '../../ui/routes';
import { ServicesContext, useServices } from '../../ui/services';

const useStyles = makeStyles({ note: { marginBottom: tokens.spacingVerticalS } });

/**
 * Shows a person without a visible role as much of an administrators' page as Graph lets them read, with a note about
 * roles. Roles over an administrative unit, custom roles and roles that aren't activated are invisible to this app.
 */
export function LimitedAccess({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const { shell, common } = useCriticalMessages();
  const services = useServices();
  const { products, error, refresh } = useProducts();
  const offered = useMemo(
    () => ({ ...services, me: { ...services.me, access: 'unverified' as const } }),
    [services],
  );
  if (products)
    return (
      <>
        <div className={styles.note}>
          <Notice intent="info" actions={<Link href={hrefOf(routes.myApps)}>{shell.goToMyApps}</Link>}>
            {shell.roleNote(services.me.listedRoleIds !== undefined)}
          </Notice>
        </div>
        <ServicesContext value={offered}>{children}</ServicesContext>
      </>
    );
  if (!error) return <Loading variant="start" what={common.waits.products} early={common.stillConnecting} />;
  // Other errors, such as a missing connection, say nothing about permissions.
  if (toAppError(error).code !== 'forbidden') return <ErrorNotice error={error} onRetry={refresh} />;
  return (
    <Wall title={shell.accessDeniedTitle} text={shell.accessDeniedText}>
      <Button as="a" appearance="primary" href={hrefOf(routes.myApps)}>
        {shell.goToMyApps}
      </Button>
    </Wall>
  );
}
