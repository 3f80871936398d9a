import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Principal } from '../../../../base/principal';
import type { Product } from '../../../../licensing/product';
import { useMessages } from '../../../messages/MessagesContext';
import { ListImport } from '../../../parts/list-import/ListImport';
import { UnresolvedRowList } from '../../../parts/list-import/UnresolvedRowList';
import { useListReading, type ListReading } from '../../../parts/list-import/useListReading';
import { useUnresolvedRows, type UnresolvedRows } from '../../../parts/list-import/useUnresolvedRows';
import type { GroupedMatches } from '../../../parts/list-import/unresolvedRows';
import { useBackStep } from '../../../parts/useBackStep';
import { useIsNarrow } from '../../../parts/useIsNarrow';
import { useReturnFocus } from '../../../parts/useReturnFocus';
import { ExplainedButton } from '../../../parts/ExplainedButton';
import type { Selection } from '../useSelection';
import { ListField } from './ListField';
import { ListResult } from './ListResult';
import { selectableOf } from './splitByHolding';
import { useListHoldings, type HoldingsReading } from './useListHoldings';
import type { SelectFromList } from './useSelectFromList';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  footer: {
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface SelectFromListPaneProps {
  readonly product: Product;
  readonly selection: Selection;
  readonly fromList: SelectFromList;
  /** Called after the selection has changed. */
  readonly onSelected: () => void;
}

/** Principals and rows of all lists so far. */
interface TakenList {
  readonly people: ReturnType<typeof useListPeople>;
  readonly unresolvedRows: UnresolvedRows;
  readonly reading: ListReading;
  /** True if the list was selected already and another one is loading. */
  readonly isReplaced: boolean;
}

const noIds: ReadonlySet<string> = new Set();
const noPrincipals: readonly Principal[] = [];

/**
 * The pane **Select from a list**: finds those of a list who have the product, and selects them on the page. While
 * closed, it keeps the list and goes on reading until the page is closed.
 */
export function SelectFromListPane(props: SelectFromListPaneProps): ReactNode {
  const { product, selection, fromList, onSelected } = props;
  const people = useListPeople();
  const [wasSelected, setWasSelected] = useState(false);
  const unresolvedRows = useUnresolvedRows({
    chosenIds: people.chosenIds,
    add(more) {
      people.add(more);
      setWasSelected(false);
    },
    remove: people.remove,
  });
  const reading = useListReading(wasSelected ? noIds : people.chosenIds, put, unresolvedRows.idsOfList);

  // After a selection, the next list replaces the earlier one, so that its principals aren't selected again.
  function put(sorted: GroupedMatches): void {
    if (wasSelected) clear();
    unresolvedRows.addMatches(sorted);
  }

  function clear(): void {
    people.clear();
    unresolvedRows.clear();
    setWasSelected(false);
  }

  function startOver(): void {
    reading.forget();
    clear();
  }

  function select(chosen: readonly Principal[]): void {
    selection.replace(chosen);
    reading.forget();
    setWasSelected(true);
    fromList.close();
    onSelected();
  }

  return (
    fromList.isOpen && (
      <OpenPane
        {...{ product, selection, fromList }}
        list={{ people, unresolvedRows, reading, isReplaced: wasSelected && isUnderWay(reading) }}
        onSelect={select}
        onStartOver={startOver}
      />
    )
  );
}

interface OpenPaneProps extends Omit<SelectFromListPaneProps, 'onSelected'> {
  readonly list: TakenList;
  readonly onSelect: (principals: readonly Principal[]) => void;
  readonly onStartOver: () => void;
}

function OpenPane({ product, selection, fromList, list, onSelect, onStartOver }: OpenPaneProps): ReactNode {
  const { people, unresolvedRows, reading, isReplaced } = list;
  const styles = useStyles();
  const { fromList: words, common, product: productWords } = useMessages();
  const isNarrow = useIsNarrow();
  useReturnFocus();
  useBackStep(fromList.close);
  const holdings = useListHoldings(product.key, isReplaced ? noPrincipals : people.principals);
  const selectable = useMemo(
    () => (holdings.holdings ? selectableOf(holdings.holdings) : undefined),
    [holdings.holdings],
  );
  const disabledReason = useDisabledReason(list, holdings, selectable);
  const users = selection.selected.user.size;
  const groups = selection.selected.group.size;
  const isEmpty = unresolvedRows.tally.lines === 0 && reading.step.kind === 'idle';
  return (
    <OverlayDrawer
      open
      position="end"
      size={isNarrow ? 'full' : 'medium'}
      onOpenChange={(_event, { open }) => !open && fromList.close()}
    >
      <DrawerHeader>
        {/* Has no button, so that the box below gets the focus. */}
        <DrawerHeaderTitle>{words.title}</DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <div className={styles.form}>
          <p className={styles.text}>{words.intro(product.name)}</p>
          <ListImport
            reading={reading}
            fileHint={words.fileHint}
            dropText={words.dropHere}
            renderField={(takeText, addFromFile) => <ListField onList={takeText} addFromFile={addFromFile} />}
            given={fromList.given}
            onTaken={fromList.onTaken}
          />
          <ListResult {...{ product, holdings }} />
          {!isReplaced && <UnresolvedRowList {...{ unresolvedRows, reading }} />}
        </div>
      </DrawerBody>
      <DrawerFooter className={styles.footer}>
        {users + groups > 0 && disabledReason === undefined && (
          <p className={styles.text}>{words.replaces(productWords.selected(users, groups))}</p>
        )}
        <div className={styles.buttons}>
          <ExplainedButton
            appearance="primary"
            disabledReason={disabledReason}
            onClick={() => selectable && onSelect(selectable)}
          >
            {words.select(selectable?.length ?? 0)}
          </ExplainedButton>
          {!isEmpty && <Button onClick={onStartOver}>{words.startOver}</Button>}
          <Button onClick={fromList.close}>{common.close}</Button>
        </div>
      </DrawerFooter>
    </OverlayDrawer>
  );
}

function isUnderWay({ step: { kind } }: ListReading): boolean {
  return kind === 'reading' || kind === 'column' || kind === 'matching';
}

/** Returns the reason that **Select** is disabled, as text; undefined if it's enabled. */
function useDisabledReason(
  { people, reading, unresolvedRows: { tally } }: TakenList,
  { error }: HoldingsReading,
  selectable: readonly Principal[] | undefined,
): string | undefined {
  const { fromList: words } = useMessages();
  const { step } = reading;
  if (step.kind === 'column' && step.nextOptions === undefined)
    return step.table.rowCount > 0 ? words.reasonColumn : words.reasonSheet;
  if (isUnderWay(reading)) return words.reasonReading;
  if (people.principals.length === 0) {
    if (step.kind === 'failed') return words.reasonFailed;
    if (tally.ambiguous + tally.suspicious > 0) return words.reasonCheck;
    return tally.lines > 0 || step.kind === 'empty' ? words.reasonNotFound : words.reasonEmpty;
  }
  if (!selectable) return error ? words.reasonUnread : words.reasonWaiting;
  return selectable.length === 0 ? words.reasonNone : undefined;
}

/** Users and groups of all lists so far, each once, in the order found. */
interface ListPeople {
  readonly principals: readonly Principal[];
  readonly chosenIds: ReadonlySet<string>;
  readonly add: (principals: readonly Principal[]) => void;
  readonly remove: (ids: ReadonlySet<string>) => void;
  readonly clear: () => void;
}

const nothing = { principals: [] as readonly Principal[], chosenIds: new Set<string>() };

/** Collects the users and groups of lists. */
function useListPeople(): ListPeople {
  const [found, setFound] = useState(nothing);
  const add = useCallback((more: readonly Principal[]) => {
    setFound(({ principals, chosenIds }) => {
      const ids = new Set(chosenIds);
      const fresh = more.filter(({ id }) => !ids.has(id) && ids.add(id));
      return { principals: [...principals, ...fresh], chosenIds: ids };
    });
  }, []);
  const remove = useCallback((ids: ReadonlySet<string>) => {
    setFound(({ principals, chosenIds }) => ({
      principals: principals.filter(({ id }) => !ids.has(id)),
      chosenIds: new Set([...chosenIds].filter((id) => !ids.has(id))),
    }));
  }, []);
  const clear = useCallback(() => setFound(nothing), []);
  return { ...found, add, remove, clear };
}
