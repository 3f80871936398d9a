import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { TableSettingsRegular } from '@fluentui/react-icons/svg/table-settings';
import { useCallback, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { holderColumnIds, type HolderColumnId } from '../../parts/HolderGrid/HolderGrid.types';
import type { HolderTexts } from '../../parts/HolderGrid/holderTexts';
import { useKeptData } from '../../queries/useKeptData';
import { useToolStyles } from './ListBar';

/** Columns unless the person chose others. */
const startColumns: readonly HolderColumnId[] = ['user', 'path', 'since', 'state'];

/** Columns that can be left out. */
const optional = holderColumnIds.filter((id) => id !== 'user');

/** The columns of the list of holders. */
export interface HolderColumnChoice {
  readonly columns: readonly HolderColumnId[];
  /** True if the person chose them. */
  readonly isChosen: boolean;
  /** Undefined returns to the columns of the start. */
  readonly onChange: (columns: readonly HolderColumnId[] | undefined) => void;
}

/** Keeps the columns in this browser; as long as the page lives, if what is kept can't be loaded. */
export function useHolderColumnChoice(): HolderColumnChoice {
  const { data } = useKeptData();
  const store = data?.columns;
  const [ofPage, setOfPage] = useState<readonly string[]>();
  const subscribe = useCallback(
    (listener: () => void) => store?.subscribe(listener) ?? (() => undefined),
    [store],
  );
  const kept = useSyncExternalStore(subscribe, () => store?.read('holders'));
  const chosen = store ? kept : ofPage;
  const columns = useMemo(
    () => (chosen ? holderColumnIds.filter((id) => id === 'user' || chosen.includes(id)) : startColumns),
    [chosen],
  );
  return {
    columns,
    isChosen: chosen !== undefined,
    onChange: (next) => (store ? store.write('holders', next) : setOfPage(next)),
  };
}

interface ColumnsMenuProps extends HolderColumnChoice {
  readonly headerOf: HolderTexts['headerOf'];
}

/** The button with the columns that the list shows. */
export function ColumnsMenu({ columns, isChosen, onChange, headerOf }: ColumnsMenuProps): ReactNode {
  const tools = useToolStyles();
  const { lists: words } = useMessages();
  return (
    <Menu
      positioning={{ position: 'below', align: 'end', autoSize: true }}
      mountNode={document.querySelector<HTMLElement>('main')}
      checkedValues={{ columns: [...columns] }}
      onCheckedValueChange={(_event, { checkedItems }) =>
        onChange(holderColumnIds.filter((id) => checkedItems.includes(id)))
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={tools.tool}
          appearance="subtle"
          icon={<TableSettingsRegular />}
          aria-label={words.columnsMenu}
          title={words.columnsMenu}
        />
      </MenuTrigger>
      <MenuPopover className={tools.menu}>
        <MenuList>
          {optional.map((id) => (
            <MenuItemCheckbox key={id} name="columns" value={id}>
              {headerOf(id)}
            </MenuItemCheckbox>
          ))}
          <MenuDivider />
          <MenuItem disabled={!isChosen} onClick={() => onChange(undefined)}>
            {words.resetColumns}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
