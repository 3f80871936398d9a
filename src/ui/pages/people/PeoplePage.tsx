import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { PeopleSearchRegular } from '@fluentui/react-icons/svg/people-search';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Principal, UserPrincipal } from '../../../base/principal';
import { isOwned } from '../../../licensing/isAssignable';
import type { Product, TenantProduct } from '../../../licensing/product';
import type { Holding } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { HiddenTitle } from '../../parts/PageHeader';
import { PrincipalName } from '../../parts/PrincipalName';
import { usePrincipalSearch, type PrincipalSearch } from '../../parts/PrincipalPicker/usePrincipalSearch';
import { VirtualGrid } from '../../parts/VirtualGrid/VirtualGrid';
import type { GridColumn } from '../../parts/VirtualGrid/VirtualGrid.types';
import { keys } from '../../queries/keys';
import { useProducts } from '../../queries/useProducts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  field: {
    width: '100%',
    maxWidth: '400px',
    '@media (max-width: 639px)': { maxWidth: 'none', minHeight: '44px' },
  },
  note: {
    margin: 0,
    minHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Number of people that a search returns at most. */
const maxFound = 10;

/** The page **People**: finds a person, and what the person has. */
export function PeoplePage(): ReactNode {
  const styles = useStyles();
  const { people: words, shell } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  // Kept for the way back from a person; never in the address.
  const client = useQueryClient();
  const [text, setText] = useState(() => client.getQueryData<string>(keys.peopleSearch) ?? '');
  const { products } = useProducts();
  const listed = useMemo(() => (products ?? []).filter(isListed), [products]);
  const search = usePrincipalSearch(text, listed, isPerson);
  // People open the page to search.
  useEffect(() => input.current?.focus(), []);
  return (
    <div className={styles.page}>
      <HiddenTitle title={shell.people} />
      <Input
        input={{ ref: input }}
        className={styles.field}
        type="search"
        aria-label={words.searchLabel}
        placeholder={words.searchHint}
        autoComplete="off"
        spellCheck={false}
        contentBefore={<SearchRegular aria-hidden />}
        value={text}
        onChange={(_event, { value }) => {
          setText(value);
          client.setQueryData(keys.peopleSearch, value);
        }}
      />
      <p className={styles.note} role="status">
        {statusText(search, words)}
      </p>
      <Results search={search} products={listed} areProductsRead={products !== undefined} />
    </div>
  );
}

const isPerson = ({ kind }: Principal): boolean => kind === 'user';

/** Microsoft's products are on the person's page only. */
function isListed(product: Product): product is TenantProduct {
  return isOwned(product) && product.classification.owner !== 'microsoft';
}

function statusText({ status, principals }: PrincipalSearch, words: Messages['people']): string {
  if (status === 'searching') return words.searching;
  if (status !== 'found' || principals.length === 0) return '';
  return principals.length < maxFound ? words.found(principals.length) : words.firstOnly(principals.length);
}

interface ResultsProps {
  readonly search: PrincipalSearch;
  readonly products: readonly TenantProduct[];
  readonly areProductsRead: boolean;
}

function Results({ search, products, areProductsRead }: ResultsProps): ReactNode {
  const { people: words } = useMessages();
  const { status, principals, holdings, error, retry } = search;
  const columns = usePeopleColumns(products, areProductsRead, holdings);
  const found = useMemo(
    () => principals.filter((each): each is UserPrincipal => each.kind === 'user'),
    [principals],
  );
  switch (status) {
    case 'idle':
      return <EmptyState title={words.startTitle} text={words.startText} icon={<PeopleSearchRegular />} />;
    case 'searching':
      return <Loading rows={3} />;
    case 'failed':
      return error && <ErrorNotice error={error} onRetry={retry} />;
    case 'found':
      return found.length === 0 ? (
        <EmptyState title={words.noneTitle} text={words.noneText} icon={<PeopleSearchRegular />} />
      ) : (
        <VirtualGrid
          label={words.results}
          columns={columns}
          rows={found}
          keyOf={({ id }) => id}
          nameOf={({ displayName }) => displayName}
        />
      );
  }
}

function usePeopleColumns(
  products: readonly TenantProduct[],
  areProductsRead: boolean,
  holdings: ReadonlyMap<string, Holding>,
): readonly GridColumn<UserPrincipal>[] {
  const { people: words } = useMessages();
  return useMemo(
    () => [
      {
        id: 'person',
        header: words.columnPerson,
        width: 'minmax(0, 2fr)',
        isWideWhenNarrow: true,
        render: (person) => <PrincipalName principal={person} isLinked />,
      },
      {
        id: 'work',
        header: words.columnWork,
        width: 'minmax(0, 1.5fr)',
        isWideWhenNarrow: true,
        render: ({ jobTitle, department }) => [jobTitle, department].filter(Boolean).join(' · '),
      },
      {
        id: 'holds',
        header: words.columnHolds,
        width: 'minmax(0, 2fr)',
        isWideWhenNarrow: true,
        isLabelledWhenNarrow: true,
        render: ({ id }) => holdsText(areProductsRead ? holdings.get(id) : undefined, products, words),
      },
    ],
    [words, products, areProductsRead, holdings],
  );
}

const maxNamed = 3;

/** Returns what a person has, in short; empty until it is read. */
function holdsText(
  holding: Holding | undefined,
  products: readonly TenantProduct[],
  words: Messages['people'],
): string {
  if (!holding) return '';
  const names = products
    .filter(({ key }) => holding.seats.some((seat) => seat.product === key && seat.state !== 'error'))
    .map(({ name }) => name);
  const unread = holding.isIncomplete ? [words.holdsUnread] : [];
  if (names.length === 0) return unread[0] ?? words.holdsNone;
  const more = names.length - maxNamed;
  return [words.holds(names.slice(0, maxNamed), Math.max(0, more)), ...unread].join(' · ');
}
