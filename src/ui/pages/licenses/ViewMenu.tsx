import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { useMessages } from '../../messages/MessagesContext';
import { LazyExportDialog } from '../../parts/export/ExportButton';
import type { ExportContent } from '../../parts/export/exportContent';
import { startView, type LicensesColumn, type LicensesView } from './licensesView';
import { useProductExport } from './useProductExport';

const columns: readonly LicensesColumn[] = ['attention', 'name', 'assigned', 'available', 'renewal'];
const added = ['microsoft', 'hidden'] as const;

interface ViewMenuProps {
  readonly view: LicensesView;
  readonly onViewChange: (view: LicensesView) => void;
  /** The button that opens the menu. */
  readonly children: ReactElement;
}

/** Menu with the order of the list, and what else it shows. Opens as soon as it's loaded. */
export function ViewMenu({ view, onViewChange, children }: ViewMenuProps) {
  const { licenses } = useCriticalMessages();
  const { sort, filters } = view;
  const [content, setContent] = useState<ExportContent>();
  const change = (name: string, chosen: readonly string[]): void => {
    if (name === 'column') {
      const column = columns.find((each) => chosen.includes(each)) ?? startView.sort.column;
      onViewChange({ ...view, sort: { column, isDescending: false } });
    } else if (name === 'order') {
      onViewChange({ ...view, sort: { ...sort, isDescending: chosen.includes('descending') } });
    } else {
      const others = filters.filter((filter) => !added.some((each) => each === filter));
      onViewChange({ ...view, filters: [...others, ...added.filter((filter) => chosen.includes(filter))] });
    }
  };
  return (
    <>
      <Menu
        defaultOpen
        positioning="below-end"
        mountNode={document.querySelector<HTMLElement>('main')}
        checkedValues={{
          column: [sort.column],
          order: [sort.isDescending ? 'descending' : 'ascending'],
          shown: [...filters],
        }}
        onCheckedValueChange={(_event, { name, checkedItems }) => change(name, checkedItems)}
      >
        <MenuTrigger disableButtonEnhancement>{children}</MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>{licenses.sortBy}</MenuGroupHeader>
              {columns.map((column) => (
                <MenuItemRadio key={column} name="column" value={column}>
                  {column === 'attention' ? licenses.attentionFirst : licenses.columns[column]}
                </MenuItemRadio>
              ))}
            </MenuGroup>
            {sort.column !== startView.sort.column && (
              <MenuGroup>
                <MenuDivider />
                <MenuItemRadio name="order" value="ascending">
                  {licenses.ascending}
                </MenuItemRadio>
                <MenuItemRadio name="order" value="descending">
                  {licenses.descending}
                </MenuItemRadio>
              </MenuGroup>
            )}
            <MenuDivider />
            {added.map((filter) => (
              <MenuItemCheckbox key={filter} name="shown" value={filter}>
                {licenses.filterNames[filter]}
              </MenuItemCheckbox>
            ))}
            <ExportItems view={view} onExport={setContent} />
          </MenuList>
        </MenuPopover>
      </Menu>
      {content && <LazyExportDialog content={content} onClose={() => setContent(undefined)} />}
    </>
  );
}

interface ExportItemsProps {
  readonly view: LicensesView;
  readonly onExport: (content: ExportContent) => void;
}

/** Items that export the products that are shown, and all of them where some aren't. */
function ExportItems({ view, onExport }: ExportItemsProps) {
  const { lists: words } = useMessages();
  const products = useProductExport(view);
  if (!products || products.all.length === 0) return null;
  const { shown, all, collect } = products;
  return (
    <>
      <MenuDivider />
      {shown.length < all.length && (
        <MenuItem onClick={() => onExport(collect(shown))}>
          {words.exportShownProducts(shown.length)}
        </MenuItem>
      )}
      <MenuItem onClick={() => onExport(collect(all))}>{words.exportAllProducts(all.length)}</MenuItem>
    </>
  );
}
