import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import type { Principal } from '../../../../base/principal';
import type { Product } from '../../../../licensing/product';
import { useMessages } from '../../../messages/MessagesContext';
import { ListIntake } from '../../../parts/intake/ListIntake';
import { OpenLineList } from '../../../parts/intake/OpenLineList';
import { useListReading, type ListReading } from '../../../parts/intake/useListReading';
import { useUnresolvedRows, type UnresolvedRows } from '../../../parts/intake/useUnresolvedRows';
import { useBackStep } from '../../../parts/useBackStep';
import { useIsNarrow } from '../../../parts/useIsNarrow';
import { useReturnFocus } from '../../../parts/useReturnFocus';
import { ExplainedButton } from '../ExplainedButton';
import type { Selection } from '../useSelection';
import { ListField } from './ListField';
import { ListResult } from './ListResult';
import { selectableOf } from './splitByHolding';
import { useListHoldings } from './useListHoldings';
import { useListPeople } from './useListPeople';
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

/** A product's page, its selection, and whether the pane shows. */
interface SelectFromListPaneProps {
  readonly product: Product;
  readonly selection: Selection;
  readonly fromList: SelectFromList;
  /** Called once the selection has changed. */
  readonly onSelected: () => void;
}

/** People, groups, and lines of the lists given so far. */
interface TakenList {
  readonly people: ReturnType<typeof useListPeople>;
  readonly unresolvedRows: UnresolvedRows;
  readonly reading: ListReading;
}

/**
 * The pane **Select from a list**: finds those of a list who have the product, and selects them on its page. Closed, it keeps
 * the list, and goes on with what it reads, for as long as the page is open.
 */
export function SelectFromListPane(props: SelectFromListPaneProps): ReactNode {
  const { product, selection, fromList, onSelected } = props;
  const people = useListPeople();
  const unresolvedRows = useUnresolvedRows(people);
  const reading = useListReading(people.chosenIds, unresolvedRows.put);
  const [wasSelected, setWasSelected] = useState(false);
  const { clear: clearPeople } = people;
  const { clear: clearRows, tally } = unresolvedRows;
  const hasOpenRows = tally.ambiguous + tally.suspicious + tally.unknown > 0;

  function startOver(): void {
    reading.cancel();
    clearPeople();
    clearRows();
  }

  function select(chosen: readonly Principal[]): void {
    selection.choose(chosen);
    setWasSelected(true);
    fromList.close();
    onSelected();
  }

  function onTaken(): void {
    // Those of a list that has served are not selected once more with the next one; lines that are open stay in sight.
    if (wasSelected) {
      clearPeople();
      if (!hasOpenRows) clearRows();
      setWasSelected(false);
    }
    fromList.onTaken();
  }

  return (
    fromList.isOpen && (
      <OpenPane
        {...{ product, selection }}
        fromList={{ ...fromList, onTaken }}
        list={{ people, unresolvedRows, reading }}
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
  const { people, unresolvedRows, reading } = list;
  const styles = useStyles();
  const { fromList: words, common, product: productWords } = useMessages();
  const isNarrow = useIsNarrow();
  useReturnFocus();
  useBackStep(fromList.close);
  const holdings = useListHoldings(product.key, people.principals);
  const selectable = useMemo(
    () => (holdings.holdings ? selectableOf(holdings.holdings) : undefined),
    [holdings.holdings],
  );
  const disabledReason = useDisabledReason(list, selectable);
  const users = selection.chosen.user.size;
  const groups = selection.chosen.group.size;
  const isEmpty = unresolvedRows.tally.lines === 0 && reading.step.kind === 'idle';
  return (
    <OverlayDrawer
      open
      position="end"
      size={isNarrow ? 'full' : 'medium'}
      onOpenChange={(_event, { open }) => !open && fromList.close()}
    >
      <DrawerHeader>
        {/* Without a button, so that the box below is the first to get the focus. */}
        <DrawerHeaderTitle>{words.title}</DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <div className={styles.form}>
          <p className={styles.text}>{words.intro(product.name)}</p>
          <ListIntake
            reading={reading}
            fileHint={words.fileHint}
            dropText={words.dropHere}
            renderField={(takeText) => <ListField onList={takeText} />}
            given={fromList.given}
            onTaken={fromList.onTaken}
          />
          <ListResult {...{ product, holdings, tally: unresolvedRows.tally }} />
          <OpenLineList unresolvedRows={unresolvedRows} />
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

/** Says in words why there is nothing to select yet; undefined where there is. */
function useDisabledReason(
  { people, reading }: TakenList,
  selectable: readonly Principal[] | undefined,
): string | undefined {
  const { fromList: words } = useMessages();
  const { kind } = reading.step;
  if (kind === 'reading' || kind === 'column' || kind === 'matching') return words.reasonReading;
  if (people.principals.length === 0) return words.reasonEmpty;
  if (!selectable) return words.reasonWaiting;
  return selectable.length === 0 ? words.reasonNone : undefined;
}
