import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { BoxRegular } from '@fluentui/react-icons/svg/box';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { PersonQuestionMarkRegular } from '@fluentui/react-icons/svg/person-question-mark';
import { toAppError } from '../../../base/appError';
import { useMessages } from '../../messages/MessagesContext';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import { PageHeader } from '../../parts/PageHeader';
import { Refresh } from '../../parts/Refresh';
import { keys } from '../../queries/keys';
import { useOwnSeats } from '../../queries/useOwnSeats';
import { useProducts } from '../../queries/useProducts';
import { useServices } from '../../services';
import { ownApps, otherLicenses, type OwnApp } from './ownApps';
import { useLocation } from 'wouter';
import type { InstallStep } from '../../../install/planInstall';
import type { SeatPath } from '../../../licensing/types';
import type { Messages } from '../../messages/types';
import { ProductIcon } from '../../parts/ProductIcon';
import { routes } from '../../routes';
import { lazy, Suspense, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import { loadWhenOnline } from '../../parts/loadWhenOnline';
import { useSharedRun } from '../../parts/useSharedRun';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  header: { '> *': { marginBottom: 0 } },
});

interface MyAppsPageProps {
  /** Below the apps, once they are there, so that it doesn't move. */
  readonly children?: ReactNode;
}

/** The page **My apps**: apps that the person has a license for, and apps to ask for. */
export function MyAppsPage({ children }: MyAppsPageProps) {
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
  const others = products && seats && otherLicenses(products, seats, services);
  const apps = others && ownApps([...products, ...others.unlisted], seats, format.locale);
  const unnamed = others?.unnamed ?? 0;
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
      {isUnseen && !apps && !error && (
        <EmptyState title={myApps.unseenTitle} text={myApps.unseenText} icon={<PersonQuestionMarkRegular />}>
          <RequestButton text={myApps.requestAccess} appearance="primary" />
        </EmptyState>
      )}
      {!apps && !error && !isUnseen && (
        <Loading variant="cards" what={common.waits.apps} early={common.stillConnecting} />
      )}
      {unnamed > 0 && <Notice intent="info">{myApps.unnamed(unnamed)}</Notice>}
      {apps?.licensed.length === 0 && unnamed === 0 && (
        <EmptyState title={myApps.emptyTitle} text={myApps.emptyText} icon={<BoxRegular />} />
      )}
      {apps && apps.licensed.length > 0 && <LicensedApps apps={apps.licensed} />}
      {apps && apps.available.length > 0 && <AvailableApps products={apps.available} />}
      {(apps ?? error ?? isUnseen) && children}
    </div>
  );
}

/** Apps that the person has a license for. */
function LicensedApps({ apps }: { readonly apps: readonly OwnApp[] }) {
  const styles = useAppListStyles();
  const { myApps } = useMessages();
  return (
    <section className={styles.section} aria-label={myApps.title}>
      <p className={styles.text} role="status">
        {myApps.count(apps.length)}
      </p>
      <ul className={styles.grid}>
        {apps.map((app) => (
          <LicensedApp key={app.product.key} app={app} />
        ))}
      </ul>
    </section>
  );
}

/** An app that the person has a license for: assignment path, state, and **Install**. */
function LicensedApp({ app: { product, paths, state } }: { readonly app: OwnApp }) {
  const styles = useAppListStyles();
  const messages = useMessages();
  const { myApps, install, products } = messages;
  const { isOpened, start, button } = useInstallHere(product);
  return (
    <li className={styles.card}>
      <ProductIcon name={product.name} publisher={product.publisher} isLarge />
      <div className={styles.words}>
        <h2 className={styles.name}>{product.name}</h2>
        <p className={styles.below}>{product.publisher ?? products.unknownPublisher}</p>
        <p className={styles.below}>{pathsText(paths, messages)}</p>
        <p className={mergeClasses(styles.below, state === 'problem' && styles.problem)}>
          {state === 'active' && <CheckmarkCircleFilled className={styles.tick} aria-hidden />}
          {state === 'problem' ? myApps.problemText : myApps.states[state]}
        </p>
        {product.installTarget && (
          // Always there, so that its text is announced.
          <p className={mergeClasses(styles.below, styles.result)} role="status">
            {isOpened && install.dialogOpenedText}
          </p>
        )}
      </div>
      {product.installTarget && (
        <Button
          ref={button}
          size="small"
          className={styles.action}
          aria-label={install.actionFor(product.name)}
          onClick={start}
        >
          {install.shortAction}
        </Button>
      )}
    </li>
  );
}

/** Installs a product by the host's own dialog; what else there is to ask is asked on a page of its own. */
function useInstallHere({ key, installTarget }: Product) {
  const services = useServices();
  const [, navigate] = useLocation();
  const [isOpened, setIsOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const ask = (): void => navigate(routes.install(key));
  const open = useSharedRun(async (step: InstallStep) => {
    // The host's own dialog asks; only leaving for another site is asked about here. A failure is shown there, too.
    await services.runInstall(step).then(() => {
      setIsOpened(true);
      // The host's dialog had the focus.
      button.current?.focus();
    }, ask);
  });
  const start = (): void => {
    const step = installTarget && services.planInstall(installTarget);
    if (step?.kind === 'host-dialog') void open(step);
    else ask();
  };
  return { isOpened, start, button };
}

function pathsText(paths: readonly SeatPath[], { myApps }: Messages): string {
  const groups = paths.flatMap((path) =>
    path.kind === 'group' ? [path.groupName ?? myApps.viaUnnamedGroup] : [],
  );
  const texts = [
    ...(paths.some(({ kind }) => kind === 'direct') ? [myApps.direct] : []),
    ...(groups.length > 0 ? [myApps.viaGroups(groups)] : []),
  ];
  return texts.join(' · ');
}

const RequestAccessDialog = lazy(async () => ({
  default: (await loadWhenOnline(() => import('./RequestAccessDialog'))).RequestAccessDialog,
}));

/** Apps of the organization without a license for the person, each with a button to ask for one. */
function AvailableApps({ products }: { readonly products: readonly Product[] }) {
  const styles = useAppListStyles();
  const { myApps, products: words } = useMessages();
  return (
    <section className={styles.section} aria-labelledby="other-apps">
      <h2 id="other-apps" className={styles.title}>
        {myApps.otherTitle}
      </h2>
      <p className={styles.text}>{myApps.otherText}</p>
      <ul className={styles.grid}>
        {products.map(({ key, name, publisher }) => (
          <li key={key} className={styles.card}>
            <ProductIcon name={name} publisher={publisher} />
            <div className={styles.words}>
              <h3 className={styles.name}>{name}</h3>
              <p className={styles.below}>{publisher ?? words.unknownPublisher}</p>
            </div>
            <RequestButton text={myApps.ask} productName={name} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RequestButtonProps {
  readonly text: string;
  /** Default is none: the person can't see which products there are. */
  readonly productName?: string;
  readonly appearance?: 'primary';
}

/** Opens the dialog with a text that asks for a license. */
function RequestButton({ text, productName, appearance }: RequestButtonProps) {
  const styles = useAppListStyles();
  const { myApps, common } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        appearance={appearance}
        size={appearance ? 'medium' : 'small'}
        className={styles.action}
        aria-label={productName === undefined ? undefined : myApps.askFor(productName)}
        onClick={() => setIsOpen(true)}
      >
        {text}
      </Button>
      {isOpen && (
        <Suspense fallback={<Loading rows={0} what={common.waits.dialog} />}>
          <RequestAccessDialog productName={productName} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Styles of both lists of **My apps**. */
const useAppListStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  card: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  words: { minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  below: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  result: { ':empty': { position: 'absolute' } },
  problem: { color: tokens.colorStatusDangerForeground3 },
  tick: {
    marginInlineEnd: tokens.spacingHorizontalXS,
    color: tokens.colorStatusSuccessForeground1,
    fontSize: '16px',
    verticalAlign: 'text-bottom',
  },
  // High enough for a finger where there is one.
  action: { flexShrink: 0, '@media (hover: none)': { minHeight: '44px' } },
});
