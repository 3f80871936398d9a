import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { EmptyState } from '../../parts/EmptyState';
import type { HolderView } from '../../parts/HolderGrid/HolderGrid.types';
import { Refresh } from '../../parts/Refresh';
import { keys } from '../../queries/keys';
import type { ProductTab } from '../../routes';
import { AboutTab } from './AboutTab';
import { GroupsTab } from './GroupsTab';
import { UsersTab } from './UsersTab';
import { lowWindow } from './lowWindow';
import type { Selection } from './useSelection';

const useStyles = makeStyles({
  // Aligns the text of the tabs, which have padding, with the page.
  tabs: {
    marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`,
    flexWrap: 'wrap',
    [lowWindow]: { '> button': { paddingBlock: tokens.spacingVerticalXS } },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalL}`,
  },
  panel: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    [lowWindow]: { gap: tokens.spacingVerticalXS },
  },
});

interface ProductTabsProps {
  readonly product: Product;
  readonly tab: ProductTab;
  readonly onTabChange: (tab: ProductTab) => void;
  readonly selection: Selection;
  /** Filters, search and order of the list of users. */
  readonly view: HolderView;
  readonly onViewChange: (view: HolderView) => void;
  /** Shows the users whose license has an issue: all, or those of one group. */
  readonly onShowIssues: (groupId?: string) => void;
  /** Opens the pane **Select from a list**; undefined if nothing can be selected. */
  readonly onSelectFromList: (() => void) | undefined;
}

/** The tabs of a product. */
export function ProductTabs(props: ProductTabsProps): ReactNode {
  const { product, tab, onTabChange, selection, view, onViewChange, onShowIssues, onSelectFromList } = props;
  const styles = useStyles();
  const { product: words, products } = useMessages();
  const id = useId();
  const { coverage } = product;
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <TabList
          className={styles.tabs}
          aria-label={words.tabs}
          selectedValue={tab}
          onTabSelect={(_event, { value }) => onTabChange(value as ProductTab)}
        >
          {(['users', 'groups', 'about'] as const).map((each) => (
            <Tab key={each} value={each} id={`${id}-${each}`} aria-controls={`${id}-panel`}>
              {words[each]}
            </Tab>
          ))}
        </TabList>
        <Refresh of={[keys.products, keys.product(product.key)]} />
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} className={styles.panel}>
        {tab === 'about' && <AboutTab product={product} />}
        {tab !== 'about' && !product.owned && (
          <EmptyState
            title={words.notListedTitle}
            {...(coverage.kind === 'assignable' ? {} : { text: products.coverage[coverage.because] })}
          />
        )}
        {tab === 'users' && product.owned && (
          <UsersTab {...{ product, selection, view, onViewChange, onShowIssues, onSelectFromList }} />
        )}
        {tab === 'groups' && product.owned && (
          <GroupsTab {...{ product, selection, onShowIssues, onSelectFromList }} />
        )}
      </div>
    </div>
  );
}
