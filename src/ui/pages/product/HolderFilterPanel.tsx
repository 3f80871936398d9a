import {
  Button,
  Checkbox,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Popover,
  PopoverSurface,
  ProgressBar,
  SearchBox,
  tokens,
  useArrowNavigationGroup,
} from '@fluentui/react-components';
import { useId, useMemo, useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import {
  valueKinds,
  type HolderFilter,
  type HolderRow,
  type ValueFilter,
  type ValueKind,
} from '../../parts/HolderGrid/HolderGrid.types';
import {
  countValues,
  parseValueFilter,
  valueFiltersOf,
  type CountedValues,
} from '../../parts/HolderGrid/holderValues';
import { toSearchText } from '../../parts/HolderGrid/searchHolders';
import { toggled } from '../../parts/toggled';
import { useReturnFocus } from '../../parts/useReturnFocus';
import { useIsNarrow } from '../../parts/useIsNarrow';
import { touch } from './layouts';
import type { HolderList } from './useHolderList';
import { useInSlices } from './useInSlices';
import type { ValueLabel } from './useValueLabel';

/** Number of values of a kind that show until the others are asked for. */
const shownAtFirst = 12;
/** Maximum number of values of a kind that show at all; the search finds the others. */
const maxShown = 200;

const useStyles = makeStyles({
  surface: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    boxSizing: 'border-box',
    width: '340px',
    // Over the head of the list.
    zIndex: 4,
    maxHeight: 'min(560px, calc(100dvh - 120px))',
    padding: tokens.spacingVerticalM,
  },
  pane: { height: '100dvh' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  search: { maxWidth: 'none', flexShrink: 0 },
  note: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  // The popover's own scroller; a pane scrolls as a whole.
  scroller: { overflowY: 'auto', minHeight: 0, flex: '1 1 auto', marginInline: '-4px', paddingInline: '4px' },
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  kind: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  value: { display: 'flex', width: '100%' },
  label: {
    flexGrow: 1,
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
  },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    [touch]: { '> button': { minHeight: '44px' } },
  },
});

interface HolderFilterPanelProps {
  readonly list: HolderList;
  readonly filters: readonly HolderFilter[];
  readonly onFiltersChange: (filters: readonly HolderFilter[]) => void;
  readonly labelOf: ValueLabel;
  /** Number of people who pass all filters and the search. */
  readonly shownCount: number;
  /** The button that the popover stands under. */
  readonly target: HTMLElement | null;
  readonly onClose: () => void;
}

/** The values that people can be filtered by, with numbers of people; it fills the screen of a phone. */
export function HolderFilterPanel(props: HolderFilterPanelProps): ReactNode {
  const { filters, onFiltersChange, shownCount, target, onClose } = props;
  const styles = useStyles();
  const { lists: words } = useMessages();
  const isNarrow = useIsNarrow();
  // Turning the phone would mount everything again.
  const [isPane] = useState(isNarrow);
  useReturnFocus();
  const chosen = valueFiltersOf(filters);
  const actions = (
    <div className={styles.actions}>
      <Button appearance={isPane ? 'primary' : 'secondary'} onClick={onClose}>
        {words.showPeople(shownCount, props.list.isComplete)}
      </Button>
      {chosen.length > 0 && (
        <Button
          appearance="subtle"
          onClick={() => onFiltersChange(filters.filter((filter) => !parseValueFilter(filter)))}
        >
          {words.clearValues}
        </Button>
      )}
    </div>
  );
  if (isPane) {
    return (
      <OverlayDrawer
        open
        position="end"
        size="full"
        className={styles.pane}
        onOpenChange={(_event, { open }) => !open && onClose()}
      >
        <DrawerHeader>
          <DrawerHeaderTitle>{words.filterTitle}</DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody>
          <div className={styles.body}>
            <Values {...props} />
          </div>
        </DrawerBody>
        <DrawerFooter>{actions}</DrawerFooter>
      </OverlayDrawer>
    );
  }
  return (
    <Popover
      open
      trapFocus
      positioning={{ target, position: 'below', align: 'start', autoSize: true }}
      mountNode={document.querySelector<HTMLElement>('main')}
      onOpenChange={(_event, { open }) => !open && onClose()}
    >
      <PopoverSurface className={styles.surface} aria-label={words.filterTitle}>
        <Values {...props} />
        {actions}
      </PopoverSurface>
    </Popover>
  );
}

/** Search over the values, what the numbers are of, and the values by kind. */
function Values({ list, filters, onFiltersChange, labelOf }: HolderFilterPanelProps): ReactNode {
  const styles = useStyles();
  const { lists: words } = useMessages();
  const [search, setSearch] = useState('');
  const { values, over } = useCountedValues(list);
  const arrows = useArrowNavigationGroup({ axis: 'vertical', memorizeCurrent: true });
  const wanted = toSearchText(search.trim());
  const chosen = new Set<HolderFilter>(filters);
  return (
    <>
      <SearchBox
        className={styles.search}
        aria-label={words.searchValues}
        placeholder={words.searchValues}
        value={search}
        onChange={(_event, { value }) => setSearch(value)}
      />
      <p className={styles.note}>
        {list.isComplete ? words.countedAll(over) : words.countedSoFar(over, list.total)}
      </p>
      {!list.isComplete && !list.error && (
        <ProgressBar
          aria-label={words.filterTitle}
          {...(list.total !== undefined && { value: list.rows?.length ?? 0, max: list.total })}
        />
      )}
      <div className={styles.scroller} {...arrows}>
        {values &&
          valueKinds.map((kind) => (
            <KindSection
              key={kind}
              {...{ kind, values, chosen, wanted, labelOf }}
              onToggle={(filter) => onFiltersChange([...toggled(chosen, filter)])}
            />
          ))}
      </div>
    </>
  );
}

const noRows: readonly HolderRow[] = [];

/** Counts the values in time slices; while pages load, again whenever the number of rows has doubled. */
function useCountedValues(list: HolderList): {
  /** Undefined until the first count. */
  readonly values: CountedValues | undefined;
  /** Number of people that are counted. */
  readonly over: number;
} {
  const rows = list.rows ?? noRows;
  const [counted, setCounted] = useState(rows);
  if (counted !== rows && (list.isComplete || rows.length >= 2 * counted.length)) setCounted(rows);
  const start = useMemo(() => () => countValues(counted), [counted]);
  const values = useInSlices(start, counted.length);
  const [last, setLast] = useState<{ readonly values: CountedValues; readonly over: number }>();
  if (values && last?.values !== values) setLast({ values, over: counted.length });
  return { values: last?.values, over: last?.over ?? 0 };
}

interface KindSectionProps {
  readonly kind: ValueKind;
  readonly values: CountedValues;
  readonly chosen: ReadonlySet<HolderFilter>;
  /** Normalized search over the values. */
  readonly wanted: string;
  readonly labelOf: ValueLabel;
  readonly onToggle: (filter: ValueFilter) => void;
}

/** The values of one kind, the most frequent first; nothing where there is only one, since everyone has it. */
function KindSection({ kind, values, chosen, wanted, labelOf, onToggle }: KindSectionProps): ReactNode {
  const styles = useStyles();
  const { lists: words, format } = useMessages();
  const id = useId();
  const [isWhole, setIsWhole] = useState(false);
  const counts = values.counts[kind];
  const all = useMemo(() => {
    const ofFilters = [...chosen].flatMap((filter) => {
      const parsed = parseValueFilter(filter);
      return parsed?.kind === kind && !counts.has(parsed.value) ? [[parsed.value, 0] as const] : [];
    });
    return [...ofFilters, ...counts].map(([value, count]) => ({
      filter: `${kind}:${value}` as const,
      label: labelOf(kind, value, values.groupNames.get(value)),
      count,
    }));
  }, [kind, counts, chosen, labelOf, values.groupNames]);
  const isChosen = all.some(({ filter }) => chosen.has(filter));
  if (all.length === 0 || (all.length === 1 && !isChosen && kind !== 'group' && kind !== 'issue'))
    return undefined;
  const found = all
    .filter(({ label }) => wanted === '' || toSearchText(label).includes(wanted))
    .sort(
      (a, b) =>
        Number(chosen.has(b.filter)) - Number(chosen.has(a.filter)) ||
        b.count - a.count ||
        a.label.localeCompare(b.label, format.locale),
    );
  if (found.length === 0) return undefined;
  const shown = found.slice(0, isWhole || wanted !== '' ? maxShown : shownAtFirst);
  const more = found.length - shown.length;
  return (
    <div role="group" aria-labelledby={id}>
      <h3 id={id} className={styles.kind}>
        {words.kinds[kind]}
      </h3>
      {shown.map(({ filter, label, count }) => (
        <Checkbox
          key={filter}
          className={styles.value}
          checked={chosen.has(filter)}
          onChange={() => onToggle(filter)}
          label={{
            className: styles.label,
            children: (
              <>
                <span>{label} </span>
                <span className={styles.count}>{format.number(count)}</span>
              </>
            ),
          }}
        />
      ))}
      {more > 0 &&
        (shown.length < maxShown ? (
          <Button appearance="transparent" size="small" onClick={() => setIsWhole(true)}>
            {words.moreValues(more)}
          </Button>
        ) : (
          <p className={styles.note}>{words.searchForMore(more)}</p>
        ))}
    </div>
  );
}
