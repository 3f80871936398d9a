import { makeStyles, tokens } from '@fluentui/react-components';
import { toAppError } from '../../../base/appError';
import { useMessages } from '../../messages/MessagesContext';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { PageHeader } from '../../parts/PageHeader';
import { Refresh } from '../../parts/Refresh';
import { keys } from '../../queries/keys';
import { useOwnSeats } from '../../queries/useOwnSeats';
import { useProducts } from '../../queries/useProducts';
import { useServices } from '../../services';
import { LicensedApps } from './LicensedApps';
import { AvailableApps } from './AvailableApps';
import { ownApps, unlistedApps } from './ownApps';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  header: { '> *': { marginBottom: 0 } },
});

/** For anyone: the apps that the person holds a license for, and those that they can ask for. */
export function MyAppsPage() {
  const styles = useStyles();
  const { myApps, common, format } = useMessages();
  const services = useServices();
  const { products, error: productsError, refresh } = useProducts();
  const { data: seats, error: seatsError, refetch } = useOwnSeats();
  // Entra: a guest may not read what the organization owns, and no role is meant to change that.
  const isUnseen = productsError !== null && toAppError(productsError).code === 'forbidden';
  const error = seatsError ?? (isUnseen ? null : productsError);
  const retry = (): void => {
    if (productsError) refresh();
    if (seatsError) void refetch();
  };
  const apps =
    products &&
    seats &&
    ownApps([...products, ...unlistedApps(products, seats, services)], seats, format.locale);
  return (
    <div className={styles.page}>
      <div className={styles.header}>
        <PageHeader
          title={myApps.title}
          intro={myApps.intro}
          actions={<Refresh of={[keys.products, keys.ownSeats]} />}
        />
      </div>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {isUnseen && !apps && !error && <EmptyState title={myApps.unseenTitle} text={myApps.unseenText} />}
      {!apps && !error && !isUnseen && <Loading rows={4} what={common.waits.apps} />}
      {apps?.licensed.length === 0 && <EmptyState title={myApps.emptyTitle} text={myApps.emptyText} />}
      {apps && apps.licensed.length > 0 && <LicensedApps apps={apps.licensed} />}
      {apps && apps.available.length > 0 && <AvailableApps products={apps.available} />}
    </div>
  );
}
