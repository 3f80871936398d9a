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
 * Shows an administrators' page to a person without a role that this app can see, as far as Graph lets it be read, and says
 * what is missing: roles over an administrative unit, custom roles and roles that are to be activated do not show.
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
  // Not signed in, offline and the like are no question of rights.
  if (toAppError(error).code !== 'forbidden') return <ErrorNotice error={error} onRetry={refresh} />;
  return (
    <>
      <PageHeader title={shell.offLimitsTitle} intro={shell.offLimitsText} />
      {goToMyApps}
    </>
  );
}
