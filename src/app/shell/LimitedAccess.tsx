import { Link, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { toAppError } from '../../base/appError';
import { useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';
import { ErrorNotice } from '../../ui/parts/ErrorNotice';
import { Loading } from '../../ui/parts/Loading';
import { PageHeader } from '../../ui/parts/PageHeader';
import { useProducts } from '../../ui/queries/useProducts';
import { hrefOf, routes } from '../../ui/routes';
import { ServicesContext, useServices } from '../../ui/services';

/**
 * Shows a person without a visible role as much of an administrators' page as Graph lets them read, with a note about
 * roles. Roles over an administrative unit, custom roles and roles that aren't activated are invisible to this app.
 */
export function LimitedAccess({ children }: { readonly children: ReactNode }) {
  const { shell } = useCriticalMessages();
  const services = useServices();
  const { products, error, refresh } = useProducts();
  const offered = useMemo(
    () => ({ ...services, me: { ...services.me, access: 'unverified' as const } }),
    [services],
  );
  const goToMyApps = <Link href={hrefOf(routes.myApps)}>{shell.goToMyApps}</Link>;
  if (products)
    return (
      <>
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{shell.roleNote(services.me.listedRoleIds !== undefined)}</MessageBarBody>
          <MessageBarActions>{goToMyApps}</MessageBarActions>
        </MessageBar>
        <br />
        <ServicesContext value={offered}>{children}</ServicesContext>
      </>
    );
  if (!error) return <Loading rows={8} />;
  // Other errors, such as a missing connection, say nothing about permissions.
  if (toAppError(error).code !== 'forbidden') return <ErrorNotice error={error} onRetry={refresh} />;
  return (
    <>
      <PageHeader title={shell.accessDeniedTitle} intro={shell.accessDeniedText} />
      {goToMyApps}
    </>
  );
}
