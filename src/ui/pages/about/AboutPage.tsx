import { Link, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { CopyDiagnostics } from '../../parts/CopyDiagnostics';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { PageHeader } from '../../parts/PageHeader';
import { useKeptData } from '../../queries/useKeptData';
import { hrefOf, routes } from '../../routes';
import { useServices } from '../../services';
import { DoorSection } from './DoorSection';
import { KeptSection } from './KeptSection';
import { TenantCheck } from './TenantCheck';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  header: { '> *': { marginBottom: 0 } },
  back: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, lineHeight: '24px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
  },
  // A subtle button begins with its padding; its icon stands below the text.
  diagnostics: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: 'anywhere', userSelect: 'all' },
});

/** The page **About this app**: name, version, and what is kept in this browser. */
export function AboutPage(): ReactNode {
  const styles = useStyles();
  const { about, common } = useMessages();
  const { me, appVersion, unknownSettings } = useServices();
  const { data, error, refetch } = useKeptData();
  const facts = [
    [about.app, common.appName],
    [about.version, appVersion],
  ] as const;
  return (
    <div className={styles.page}>
      {me.access === 'own-apps' && (
        // Without a role there is no navigation.
        <div>
          <Link className={styles.back} href={hrefOf(routes.myApps)}>
            <ChevronLeftRegular aria-hidden />
            {about.back}
          </Link>
        </div>
      )}
      <div className={styles.header}>
        <PageHeader title={about.title} intro={about.intro} />
      </div>
      <dl className={styles.facts}>
        {facts.map(([term, fact]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.fact}>{fact}</dd>
          </div>
        ))}
      </dl>
      {me.access !== 'own-apps' && <DoorSection />}
      {unknownSettings.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{about.unknownSettings(unknownSettings)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.diagnostics}>
        <CopyDiagnostics />
      </div>
      {me.access !== 'own-apps' && <TenantCheck />}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data ? <KeptSection data={data} /> : !error && <Loading rows={4} />}
    </div>
  );
}
