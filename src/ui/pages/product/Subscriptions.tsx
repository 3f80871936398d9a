import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Subscription } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import { Section } from './Section';

const useStyles = makeStyles({
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

/** The purchases behind a product. */
export function Subscriptions({
  subscriptions: read,
}: {
  /** Undefined where they could not be read. */
  readonly subscriptions: readonly Subscription[] | undefined;
}): ReactNode {
  const styles = useStyles();
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
  const styles = useStyles();
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
