import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import type { Product } from '../../../licensing/product';
import { readNames, useAddressQuery } from '../../addressQuery';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { keys } from '../../queries/keys';
import { isReadInPart, type ProductIssues } from '../../queries/useIssues';
import { EmptyState } from '../EmptyState';
import { ErrorNotice } from '../ErrorNotice';
import { FilterChips } from '../FilterChips';
import { Loading } from '../Loading';
import { Notice } from '../Notice';
import { Refresh } from '../Refresh';
import { toggled } from '../toggled';
import { causes, countPeople, groupIssues, type IssueGroup } from './groupIssues';
import { IssueList } from './IssueList';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    minHeight: '40px',
    flexShrink: 0,
  },
  chips: { flex: '0 1 auto', minWidth: 0 },
  product: { maxWidth: '240px', minWidth: 0, '& select': { width: '100%' } },
  count: {
    flex: '1 1 160px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'end',
    '@media (max-width: 639px)': { textAlign: 'start' },
  },
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface IssuesViewProps {
  /** Readings of each product. */
  readonly readings: readonly ProductIssues[];
  /** All products, in which the other side of a conflict is found. */
  readonly products: readonly Product[];
  /** Shows the product of each group, and a filter by product. */
  readonly hasProducts: boolean;
  /** Accessible name of the list. */
  readonly label: string;
  /** Reason for which products may be missing from the readings. Default is that none is. */
  readonly missing?: 'unread' | 'needs-consent' | undefined;
  /** Opens what is known of a person. Default is that it can't be opened. */
  readonly onOpenPerson?: ((person: UserPrincipal) => void) | undefined;
}

/** Issues by cause with filters in the address: what is read so far, and what isn't. */
export function IssuesView(props: IssuesViewProps): ReactNode {
  const { readings, products, hasProducts, label, missing, onOpenPerson } = props;
  const styles = useStyles();
  const { issues: words, common } = useMessages();
  const { query, change } = useAddressQuery();
  const groups = useMemo(() => toGroups(readings), [readings]);
  const chosen = readNames(query.filter ?? '', causes);
  const product = hasProducts
    ? groups.find((group) => group.product.key === query.product)?.product
    : undefined;
  const ofProduct = groups.filter((group) => !product || group.product.key === product.key);
  const shown = ofProduct.filter(({ cause }) => chosen.length === 0 || chosen.includes(cause));
  const pending = countPending(readings);
  const isPartial = isReadInPart(readings) || missing === 'unread';
  const isEmptyKnown = !isPartial && missing === undefined;
  return (
    <>
      {groups.length > 0 && (
        <div className={styles.bar}>
          <CauseChips
            groups={ofProduct}
            chosen={chosen}
            onToggle={(cause) => change({ filter: [...toggled(new Set(chosen), cause)].join('.') })}
          />
          {hasProducts && (
            <ProductSelect {...{ groups, product }} onChange={(key) => change({ product: key })} />
          )}
          <CountLine groups={shown} {...{ readings, isPartial, hasProducts }} />
          <Refresh of={readings.map((reading) => keys.issues(reading.product.key))} isIcon />
        </div>
      )}
      <Unread {...{ readings, hasProducts }} />
      {groups.length === 0 && pending > 0 && <Loading variant="product" what={common.waits.products} />}
      {groups.length === 0 && pending === 0 && isEmptyKnown && (
        <EmptyState title={words.emptyTitle} text={words.emptyText} />
      )}
      {groups.length === 0 && pending === 0 && !isEmptyKnown && (
        <EmptyState title={words.partialEmptyTitle} text={words.partialEmptyText} />
      )}
      {groups.length > 0 && shown.length === 0 && (
        <EmptyState title={words.noneShown}>
          <Button onClick={() => change({ filter: '', product: '' })}>{words.clearFilters}</Button>
        </EmptyState>
      )}
      {shown.length > 0 && (
        <IssueList {...{ label, products, onOpenPerson }} groups={shown} hasProducts={hasProducts} />
      )}
    </>
  );
}

function toGroups(readings: readonly ProductIssues[]): readonly IssueGroup[] {
  return groupIssues(
    readings.flatMap(({ product, data }) => (data ? [{ product, people: data.people }] : [])),
  );
}

function countPending(readings: readonly ProductIssues[]): number {
  return readings.filter(({ isReading }) => isReading).length;
}

interface CauseChipsProps {
  readonly groups: readonly IssueGroup[];
  readonly chosen: readonly IssueGroup['cause'][];
  readonly onToggle: (cause: IssueGroup['cause']) => void;
}

/** The causes that there are, each with the number of people. */
function CauseChips({ groups, chosen, onToggle }: CauseChipsProps): ReactNode {
  const styles = useStyles();
  const { issues: words, product, format } = useMessages();
  const chips = causes.flatMap((cause) => {
    const count = countPeople(groups.filter((group) => group.cause === cause));
    const isOn = chosen.includes(cause);
    return count > 0 || isOn
      ? [{ name: cause, text: product.issue[cause], count: format.number(count), isOn }]
      : [];
  });
  return (
    <FilterChips className={styles.chips} label={words.causes} chips={chips} isOneLine onToggle={onToggle} />
  );
}

interface ProductSelectProps {
  readonly groups: readonly IssueGroup[];
  readonly product: Product | undefined;
  /** Called with the key of a product; empty for all of them. */
  readonly onChange: (key: string) => void;
}

function ProductSelect({ groups, product, onChange }: ProductSelectProps): ReactNode {
  const styles = useStyles();
  const { issues: words, format } = useMessages();
  const products = [...new Map(groups.map((group) => [group.product.key, group.product])).values()].sort(
    (one, other) => one.name.localeCompare(other.name, format.locale),
  );
  if (products.length < 2) return undefined;
  return (
    <Select
      className={styles.product}
      aria-label={words.productFilter}
      value={product?.key ?? ''}
      onChange={(_event, { value }) => onChange(value)}
    >
      <option value="">{words.allProducts}</option>
      {products.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </Select>
  );
}

interface CountLineProps extends Pick<IssuesViewProps, 'readings' | 'hasProducts'> {
  readonly groups: readonly IssueGroup[];
  readonly isPartial: boolean;
}

function CountLine({ groups, readings, isPartial, hasProducts }: CountLineProps): ReactNode {
  const styles = useStyles();
  const { issues: words } = useMessages();
  const pending = countPending(readings);
  const products = new Set(groups.map((group) => group.product.key)).size;
  const people = words.peopleCount(countPeople(groups), isPartial || pending > 0);
  return (
    <span className={styles.count} role="status">
      {hasProducts && products > 1 ? `${people} ${words.inProducts(products)}` : people}
      {hasProducts &&
        pending > 0 &&
        ` · ${words.readingProducts(readings.length - pending, readings.length)}`}
    </span>
  );
}

/** Says which products, groups and people couldn't be read, and what a door can't tell. */
function Unread({ readings, hasProducts }: Pick<IssuesViewProps, 'readings' | 'hasProducts'>): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { issues: words } = messages;
  const failed = readings.filter(({ error }) => error !== null);
  const [first] = failed;
  const notes = notesOf(readings, messages);
  const limited = readings.flatMap(({ product: { name, owned } }) =>
    owned.limits?.includes('issues') === true ? [name] : [],
  );
  return (
    <>
      {first?.error && !hasProducts && <ErrorNotice error={first.error} onRetry={first.retry} />}
      {first && hasProducts && (
        <Notice
          intent="warning"
          role="status"
          actions={
            <Button size="small" onClick={() => failed.forEach(({ retry }) => retry())}>
              {words.retry}
            </Button>
          }
        >
          {words.unreadProducts(failed.map(({ product }) => product.name))}
        </Notice>
      )}
      {notes.length > 0 && (
        <Notice intent="warning" role="status">
          {notes.join(' ')}
        </Notice>
      )}
      {limited.length > 0 && <p className={styles.note}>{words.limitedProducts(limited)}</p>}
    </>
  );
}

function notesOf(readings: readonly ProductIssues[], { issues, product }: Messages): readonly string[] {
  const groups = readings.flatMap(({ data }) => data?.unreadGroups ?? []);
  const names = groups.flatMap(({ name }) => name ?? []);
  const unread = readings.reduce((sum, { data }) => sum + (data?.unread ?? 0), 0);
  return [
    ...(groups.length > 0 ? [product.issuesUnreadIn(names, groups.length)] : []),
    ...(unread > 0 ? [issues.unreadPeople(unread)] : []),
  ];
}
