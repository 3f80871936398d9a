import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { areSubscriptionsRead, subscriptionsOf } from '../../../licensing/catalogue/productState';
import type { Door } from '../../../licensing/door';
import { nextChangeOf } from '../../../licensing/pools';
import type { OwnedProduct, Pool, Subscription } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import { Section } from './Section';

const useSubscriptionsStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 18rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyleType: 'none',
  },
  card: {
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
});

/** The subscriptions of a product. */
export function Subscriptions({ owned }: { readonly owned: OwnedProduct }): ReactNode {
  if (owned.doors?.[0] === 'cloud-licensing') return <Pools owned={owned} />;
  return (
    <DirectorySubscriptions
      subscriptions={areSubscriptionsRead(owned) ? subscriptionsOf(owned) : undefined}
    />
  );
}

/** The subscriptions of a product of the directory, whose seats are added up. */
function DirectorySubscriptions({
  subscriptions: read,
}: {
  /** Undefined if they couldn't be read. */
  readonly subscriptions: readonly Subscription[] | undefined;
}): ReactNode {
  const styles = useSubscriptionsStyles();
  const { product: words } = useMessages();
  const subscriptions = read ?? [];
  return (
    <Section title={words.subscriptionsTitle}>
      <p className={styles.note}>
        {!read
          ? words.subscriptionsUnread
          : subscriptions.length === 0
            ? words.subscriptionsEmpty
            : words.subscriptionsNote}
      </p>
      <ul className={styles.cards}>
        {subscriptions.map((subscription, index) => (
          <li key={subscription.id ?? index} className={styles.card}>
            <Facts subscription={subscription} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Facts({ subscription }: { readonly subscription: Subscription }): ReactNode {
  const { product: words, products, licenses, format } = useMessages();
  const { id, seats, status, isTrial, nextLifecycleAt, isNextUnread } = subscription;
  const noDate = isNextUnread ? words.notKnown : licenses.nextRenewalNone;
  const trial = isTrial ? ` · ${words.subscriptionTrial}` : '';
  const facts = [
    [words.subscriptionSeats, seats === undefined ? words.notKnown : format.number(seats)],
    [words.subscriptionStatus, `${products.capabilities[status]}${trial}`],
    [words.subscriptionNext, nextLifecycleAt ? format.date(nextLifecycleAt) : noDate],
    [words.subscriptionId, id ?? words.notKnown],
  ] as const;
  return <FactList facts={facts} />;
}

/** Terms with their facts. */
function FactList({ facts }: { readonly facts: readonly (readonly [string, string])[] }): ReactNode {
  const styles = useSubscriptionsStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(([term, fact]) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.fact}>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The doors of a product, and what can't be seen through the one in use. */
export function Doors({
  owned,
  doors,
}: {
  readonly owned: OwnedProduct;
  readonly doors: readonly Door[];
}): ReactNode {
  const styles = useSubscriptionsStyles();
  const { doors: words } = useMessages();
  const [first, ...others] = doors;
  const { limits = [] } = owned;
  return (
    <Section title={words.throughTitle}>
      <p className={styles.fact}>{first && words.through(first, others)}</p>
      {limits.map((limit) => (
        <p key={limit} className={styles.note}>
          {words.limit[limit]}
        </p>
      ))}
    </Section>
  );
}

/** The subscriptions of a product of cloud licensing, each with seats of its own. */
function Pools({ owned }: { readonly owned: OwnedProduct }): ReactNode {
  const styles = useSubscriptionsStyles();
  const { product: words, doors } = useMessages();
  return (
    <Section title={words.subscriptionsTitle}>
      {owned.pools.length > 1 && <p className={styles.note}>{doors.separate}</p>}
      <ul className={styles.cards}>
        {owned.pools.map((pool) => (
          <li key={pool.key} className={styles.card}>
            <PoolFacts pool={pool} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PoolFacts({ pool }: { readonly pool: Pool }): ReactNode {
  const styles = useSubscriptionsStyles();
  const { product: words, products, licenses, doors, format } = useMessages();
  const { seats, capability, assignableTo, isPersonal, subscriptions } = pool;
  const { assigned, total } = seats;
  const isTrial = subscriptions?.some((each) => each.isTrial) ?? false;
  const isNextUnread = !subscriptions || subscriptions.some((each) => each.isNextUnread);
  const next = nextChangeOf(pool);
  const noDate = isNextUnread ? words.notKnown : licenses.nextRenewalNone;
  const kind = assignableTo && (assignableTo.length === 2 ? 'both' : (assignableTo[0] ?? 'none'));
  const ids = subscriptions?.flatMap(({ id }) => id ?? []) ?? [];
  const facts = [
    [
      doors.used,
      assigned === undefined || total === undefined ? words.notKnown : doors.usedOf(assigned, total),
    ],
    [
      words.subscriptionStatus,
      `${products.capabilities[capability]}${isTrial ? ` · ${words.subscriptionTrial}` : ''}`,
    ],
    [words.subscriptionNext, next ? format.date(next) : noDate],
    [doors.assignableTo, kind ? doors.kinds[kind] : words.notKnown],
    [words.subscriptionId, ids.length > 0 ? ids.join(', ') : words.notKnown],
  ] as const;
  return (
    <>
      <FactList facts={facts} />
      {isPersonal && <p className={styles.note}>{doors.personal}</p>}
    </>
  );
}
