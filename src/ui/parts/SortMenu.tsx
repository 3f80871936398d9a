import {
  Button,
  Menu,
  MenuDivider,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  type MenuProps,
} from '@fluentui/react-components';
import { ArrowSortRegular } from '@fluentui/react-icons/svg/arrow-sort';
import type { ReactNode } from 'react';
import { useCriticalMessages } from '../messages/CriticalMessagesContext';
import type { GridSort } from './VirtualGrid/VirtualGrid.types';

/** Columns and order of a list. */
export interface SortMenuProps<SortId extends string> {
  /** Columns to sort by, with their headers. */
  readonly columns: readonly { readonly id: SortId; readonly header: string }[];
  /** Undefined while a list has the order of the service. */
  readonly sort: GridSort<SortId> | undefined;
  readonly onSort: (sort: GridSort<SortId>) => void;
  readonly className?: string;
}

/** The button that sorts a list of cards, which have no headings to sort by: a column, and a direction. */
export function SortMenu<SortId extends string>(props: SortMenuProps<SortId>): ReactNode {
  const { columns, sort, onSort, className } = props;
  const { licenses: words } = useCriticalMessages();
  const checked: MenuProps['checkedValues'] = {
    column: sort ? [sort.columnId] : [],
    direction: sort ? [sort.isDescending ? 'descending' : 'ascending'] : [],
  };
  const first = columns[0]?.id;
  // In the page's main part, unless that is behind a dialog or pane.
  const isInModal = document.querySelector('[aria-modal=true]') !== null;
  return (
    <Menu
      mountNode={isInModal ? null : document.querySelector<HTMLElement>('main')}
      checkedValues={checked}
      onCheckedValueChange={(_event, { name, checkedItems: [chosen] }) => {
        const column = columns.find(({ id }) => id === chosen)?.id;
        if (name === 'column' && column !== undefined) onSort({ columnId: column, isDescending: false });
        const columnId = sort?.columnId ?? first;
        if (name === 'direction' && columnId !== undefined) {
          onSort({ columnId, isDescending: chosen === 'descending' });
        }
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<ArrowSortRegular />}
          aria-label={words.sortBy}
          title={words.sortBy}
          {...(className === undefined ? {} : { className })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {columns.map(({ id, header }) => (
            <MenuItemRadio key={id} name="column" value={id}>
              {header}
            </MenuItemRadio>
          ))}
          <MenuDivider />
          <MenuItemRadio name="direction" value="ascending">
            {words.ascending}
          </MenuItemRadio>
          <MenuItemRadio name="direction" value="descending">
            {words.descending}
          </MenuItemRadio>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
