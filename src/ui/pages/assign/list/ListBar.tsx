import {
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SearchBox,
  ToggleButton,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../../messages/MessagesContext';
import type { Messages } from '../../../messages/types';
import { FilterChips } from '../../../parts/FilterChips';
import { lineFilters, lineReasons, type LineReason, type ListFilter } from './listRows';
import type { ListView } from './useListView';

/** Minimum number of lines for the search. */
const searchFrom = 8;

const useStyles = makeStyles({
  tools: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  links: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  end: { display: 'flex' },
  search: { width: '100%', maxWidth: 'none' },
  // The buttons are as high as the line on a desktop.
  button: { '@media (pointer: coarse)': { minWidth: '44px', minHeight: '44px' } },
});

interface ListBarProps {
  readonly view: ListView;
  /** Actions on the lines of the filter. */
  readonly children: ReactNode;
}

/** The filters with their counts, which add up, the filter by reason, and the search. */
export function ListBar({ view, children }: ListBarProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { assign, product, format } = messages;
  const { counts, filter, setFilter, search, setSearch } = view;
  const [isSearching, setIsSearching] = useState(false);
  const hasSearch = counts.all >= searchFrom || search !== '';
  return (
    <>
      <FilterChips
        isOneLine
        label={product.filters}
        chips={lineFilters
          .filter((name) => counts[name] > 0)
          .map((name) => ({
            name,
            text: assign.lineFilters[name],
            count: format.number(counts[name]),
            isUrgent: name === 'fix',
            isOn: filter === name,
          }))}
        onToggle={(name) => setFilter(filter === name ? 'all' : name)}
      />
      <div className={styles.tools}>
        <div className={styles.links}>{children}</div>
        <div className={styles.end}>
          <ReasonMenu view={view} />
          {hasSearch && (
            <ToggleButton
              className={styles.button}
              appearance="subtle"
              size="small"
              icon={<SearchRegular />}
              aria-label={assign.searchList}
              checked={isSearching}
              onClick={() => {
                setIsSearching(!isSearching);
                setSearch('');
              }}
            />
          )}
        </div>
      </div>
      {isSearching && hasSearch && (
        <SearchBox
          className={styles.search}
          aria-label={assign.searchList}
          placeholder={product.searchUsersHint}
          dismiss={{ 'aria-label': product.clearSearch }}
          input={{ autoFocus: true }}
          value={search}
          onChange={(_event, { value }) => setSearch(value)}
        />
      )}
    </>
  );
}

/** Returns the name of a filter, or of a reason. */
export function filterName(filter: ListFilter, { assign }: Messages): string {
  const names: Readonly<Record<ListFilter, string>> = {
    ...assign.lineFilters,
    ...assign.unresolvedKinds,
    ...assign.lineReasons,
  };
  return names[filter];
}

/** The menu that filters by a reason, if there is any. */
function ReasonMenu({ view: { counts, filter, setFilter } }: { readonly view: ListView }): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { assign } = messages;
  const present = lineReasons.filter((name) => counts[name] > 0);
  const chosen = lineReasons.find((name) => name === filter);
  const nameOf = (reason: LineReason): string =>
    assign.lineFilter(filterName(reason, messages), counts[reason]);
  if (present.length === 0) return undefined;
  return (
    <Menu
      checkedValues={{ reason: [chosen ?? 'all'] }}
      onCheckedValueChange={(_event, { checkedItems: [name] }) =>
        setFilter(lineReasons.find((reason) => reason === name) ?? 'all')
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          className={styles.button}
          appearance={chosen ? 'primary' : 'subtle'}
          size="small"
          icon={<FilterRegular />}
          menuIcon={chosen ? undefined : null}
          aria-label={chosen ? `${assign.reasonMenu}: ${nameOf(chosen)}` : assign.reasonMenu}
        >
          {chosen && nameOf(chosen)}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="reason" value="all">
            {assign.reasonAny}
          </MenuItemRadio>
          {present.map((name) => (
            <MenuItemRadio key={name} name="reason" value={name}>
              {nameOf(name)}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
