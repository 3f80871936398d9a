import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { DoorNotice } from '../../parts/DoorNotice';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { IssuesView } from '../../parts/issues/IssuesView';
import { Loading } from '../../parts/Loading';
import { PageHeader } from '../../parts/PageHeader';
import { roomyWindow } from '../../parts/roomyWindow';
import { useMissingDoor } from '../../queries/useDoors';
import { productsWithIssues, useIssues } from '../../queries/useIssues';
import { useProducts } from '../../queries/useProducts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    // As high as what the frame leaves, so that its list alone scrolls.
    [roomyWindow]: { flexGrow: 1, height: 0, minHeight: '360px' },
  },
});

/** The page **Issues**: everyone whose license of a vendor's product doesn't work, by cause. */
export function IssuesPage(): ReactNode {
  const styles = useStyles();
  const { shell, issues: words, common } = useMessages();
  const { products, error, refresh } = useProducts();
  const listed = useMemo(() => productsWithIssues(products ?? []), [products]);
  const readings = useIssues(listed);
  const missing = useMissingDoor();
  return (
    <div className={styles.page}>
      <PageHeader title={shell.issues} intro={words.intro} />
      {!products && error && <ErrorNotice error={error} onRetry={refresh} />}
      {!products && !error && <Loading variant="table" what={common.waits.products} />}
      {missing === 'unread' && <DoorNotice />}
      {products && <IssuesView {...{ readings, products, missing }} label={words.grid} hasProducts />}
    </div>
  );
}
