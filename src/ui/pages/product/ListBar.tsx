import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { TextBulletListSquarePersonRegular } from '@fluentui/react-icons/svg/text-bullet-list-square-person';
import type { QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ProductKey } from '../../../licensing/keys';
import { useMessages } from '../../messages/MessagesContext';
import { Refresh } from '../../parts/Refresh';
import { SortMenu, type SortMenuProps } from '../../parts/SortMenu';
import { useIsNarrow } from '../../parts/useIsNarrow';
import { keys } from '../../queries/keys';
import { compactTable, phone, touch } from './layouts';

const useStyles = makeStyles({
  bar: {
    position: 'relative',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    minHeight: '40px',
    flexShrink: 0,
    [phone]: { columnGap: tokens.spacingHorizontalXS },
  },
  count: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'end',
    gap: tokens.spacingHorizontalS,
    flex: '0 1 auto',
    marginInlineStart: 'auto',
    minWidth: 0,
    '& > button': { whiteSpace: 'nowrap' },
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'end',
    [compactTable]: { order: 2, flexBasis: '100%' },
    // At the end of the list's head, which has room there.
    [phone]: {
      position: 'absolute',
      zIndex: 2,
      top: '100%',
      right: tokens.spacingHorizontalS,
      width: '65%',
      height: '40px',
    },
  },
  tools: { display: 'flex', alignItems: 'center', [compactTable]: { order: 1 }, [phone]: { order: 1 } },
});

/** Styles of a button among the tools of a list, and of its menu, which stands over the head of the list. */
export const useToolStyles = makeStyles({
  menu: { zIndex: 4 },
  tool: { [touch]: { minWidth: '44px', minHeight: '44px' } },
});

interface ListBarProps<SortId extends string> extends SortMenuProps<SortId> {
  readonly product: ProductKey;
  /** Opens the pane **Select from a list**; undefined if nothing can be selected. */
  readonly onSelectFromList: (() => void) | undefined;
  /** Counts of the list. */
  readonly count: ReactNode;
  /** Further buttons, before the one that refreshes. */
  readonly tools?: ReactNode;
  /** Search and filters. */
  readonly children?: ReactNode;
}

/** The line above a list: search and filters, counts, and tools. */
export function ListBar<SortId extends string>(props: ListBarProps<SortId>): ReactNode {
  const { product, onSelectFromList, count, tools, children, ...sort } = props;
  const styles = useStyles();
  const { tool } = useToolStyles();
  const { fromList } = useMessages();
  const isNarrow = useIsNarrow();
  return (
    <div className={styles.bar}>
      {children}
      <div className={styles.count}>{count}</div>
      <div className={styles.tools}>
        {/* Cards have no headings to sort by. */}
        {isNarrow && <SortMenu {...sort} className={tool} />}
        {onSelectFromList && (
          <Tooltip content={fromList.title} relationship="label" withArrow>
            <Button
              className={tool}
              appearance="subtle"
              icon={<TextBulletListSquarePersonRegular />}
              onClick={onSelectFromList}
            />
          </Tooltip>
        )}
        {tools}
        <Refresh of={readsOf(product)} isIcon />
      </div>
    </div>
  );
}

/** The end of a list on a phone: when it was read, for which the line above has no room there. */
export function ListAge({ product }: { readonly product: ProductKey }): ReactNode {
  const isNarrow = useIsNarrow();
  return isNarrow && <Refresh of={readsOf(product)} isTimeOnly />;
}

function readsOf(product: ProductKey): readonly QueryKey[] {
  return [keys.products, keys.product(product)];
}
