import { Tab, TabList, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { EmptyState } from '../../parts/EmptyState';
import type { HolderView } from '../../parts/HolderGrid/HolderGrid.types';
import { Loading } from '../../parts/Loading';
import { loadWhenOnline } from '../../parts/loadWhenOnline';
import { roomyWindow } from '../../parts/roomyWindow';
import { useDocumentTitle } from '../../parts/useDocumentTitle';
import { usePeopleWithIssues } from '../../queries/useHolders';
import type { ProductTab } from '../../routes';
import { AboutTab } from './AboutTab';
import { GroupsTab } from './GroupsTab';
import { phone } from './layouts';
import { SelectionBar, type SelectionActions } from './SelectionBar';
import { UsersTab } from './UsersTab';
import type { Selection } from './useSelection';

const IssuesTab = lazy(async () => ({
  default: (await loadWhenOnline(() => import('./IssuesTab'))).IssuesTab,
}));

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    gap: `0 ${tokens.spacingHorizontalL}`,
    [phone]: { flexWrap: 'wrap' },
  },
  // Aligns the text of the tabs, which have padding, with the page.
  tabs: {
    marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`,
    flexShrink: 0,
    '> button': { height: '40px', paddingBlock: 0 },
  },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    [roomyWindow]: { flex: '1 1 0', minHeight: 0 },
  },
  // The list of users and groups scrolls by itself.
  about: {
    [roomyWindow]: {
      overflowY: 'auto',
      // Room for focus outlines, which the scroller would cut off.
      marginInline: '-4px',
      paddingInline: '4px',
    },
  },
});

interface ProductTabsProps extends SelectionActions {
  readonly product: Product;
  readonly tab: ProductTab;
  readonly onTabChange: (tab: ProductTab) => void;
  readonly selection: Selection;
  /** False if nothing can be done with a selection. */
  readonly canSelect: boolean;
  /** False if the person may only change licenses of groups. */
  readonly mayChangeUsers: boolean;
  /** Filters, search and order of the list of users. */
  readonly view: HolderView;
  readonly onViewChange: (view: HolderView) => void;
  /** Shows the users of a group whose license has an issue. */
  readonly onShowIssues: (groupId: string) => void;
  /** Opens the pane **Select from a list**; undefined if nothing can be selected. */
  readonly onSelectFromList: (() => void) | undefined;
  /** Text beside the commands. */
  readonly note: string | undefined;
  /** Commands while nothing is selected; undefined for none. */
  readonly children: ReactNode;
}

/** The tabs of a product, with the commands on the same line. */
export function ProductTabs(props: ProductTabsProps): ReactNode {
  const { product, tab, onTabChange, mayChangeUsers, note, children, ...list } = props;
  const styles = useStyles();
  const { product: words, products } = useMessages();
  const [shownCount, setShownCount] = useState<number>();
  const id = useId();
  const { coverage } = product;
  useDocumentTitle(words.titleOf(product.name, words[tab]));
  return (
    <>
      <div className={styles.head}>
        <TabList
          className={styles.tabs}
          aria-label={words.tabs}
          selectedValue={tab}
          onTabSelect={(_event, { value }) => onTabChange(value as ProductTab)}
        >
          {(['users', 'groups', 'issues', 'about'] as const).map((each) => (
            <Tab key={each} value={each} id={`${id}-${each}`} aria-controls={`${id}-panel`}>
              {each === 'issues' ? <IssuesLabel product={product} /> : words[each]}
            </Tab>
          ))}
        </TabList>
        <SelectionBar {...list} {...{ note, shownCount }}>
          {children}
        </SelectionBar>
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        className={mergeClasses(styles.panel, tab === 'about' && styles.about)}
      >
        {tab === 'about' && <AboutTab product={product} />}
        {tab !== 'about' && !product.owned && (
          <EmptyState
            title={words.notListedTitle}
            {...(coverage.kind === 'assignable' ? {} : { text: products.coverage[coverage.because] })}
          />
        )}
        {tab === 'users' && product.owned && (
          <UsersTab
            {...{ product, ...list }}
            {...(!mayChangeUsers && { canSelect: false, onSelectFromList: undefined })}
            onShownCount={setShownCount}
          />
        )}
        {tab === 'issues' && product.owned && (
          <Suspense fallback={<Loading variant="product" />}>
            <IssuesTab product={product} />
          </Suspense>
        )}
        {tab === 'groups' && product.owned && (
          <GroupsTab {...{ product, ...list }} onShownCount={setShownCount} />
        )}
      </div>
    </>
  );
}

/** Label of the tab **Issues**, with the number of people once it is known and there are any. */
function IssuesLabel({ product: { key, owned } }: Pick<ProductTabsProps, 'product'>): ReactNode {
  const { issues: words, product } = useMessages();
  const { data } = usePeopleWithIssues(key, owned !== undefined);
  if (!data || data.people.length === 0) return product.issues;
  const isPartial = data.unreadGroups.length > 0 || (data.unread ?? 0) > 0;
  return `${product.issues} ${words.badge(data.people.length, isPartial)}`;
}
