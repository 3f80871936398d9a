import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ArrowSortDownRegular } from '@fluentui/react-icons/svg/arrow-sort-down';
import { ArrowSortUpRegular } from '@fluentui/react-icons/svg/arrow-sort-up';
import type { Product } from '../../../licensing/product';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { SeatsMeter } from '../../parts/SeatsMeter';
import { StateBadge } from '../../parts/StateBadge';
import { availableText, renewalText } from './availableText';
import { sortBy } from './licensesView';
import { countsSeats } from './selectProducts';
import type { LicensesColumn } from './licensesView';
import { ProductName } from './ProductName';
import type { ProductListProps } from './ProductTable';

const useStyles = makeStyles({
  sort: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalS },
  select: { flexGrow: 1 },
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  card: {
    position: 'relative',
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

const columns: readonly LicensesColumn[] = ['name', 'assigned', 'available', 'state', 'renewal'];

/** The list of products on a phone: cards, and a select for the order. */
export function ProductCards({ products, view, onViewChange }: ProductListProps) {
  const styles = useStyles();
  const { licenses } = useCriticalMessages();
  const { column, isDescending } = view.sort;
  return (
    <>
      <div className={styles.sort}>
        <Field label={licenses.sortBy} className={styles.select}>
          <Select
            value={column}
            onChange={(_event, { value }) => {
              const chosen = columns.find((name) => name === value);
              if (chosen) onViewChange({ ...view, sort: { column: chosen, isDescending: false } });
            }}
          >
            {columns.map((name) => (
              <option key={name} value={name}>
                {licenses.columns[name]}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          icon={isDescending ? <ArrowSortDownRegular /> : <ArrowSortUpRegular />}
          aria-label={isDescending ? licenses.ascending : licenses.descending}
          onClick={() => onViewChange(sortBy(view, column))}
        />
      </div>
      <ul className={styles.list} aria-label={licenses.table}>
        {products.map((product) => (
          <ProductCard key={product.key} product={product} />
        ))}
      </ul>
    </>
  );
}

function ProductCard({ product }: { readonly product: Product }) {
  const styles = useStyles();
  const messages = useCriticalMessages();
  const { owned, state, nextLifecycleAt } = product;
  const available = availableText(product, messages);
  const renewal = renewalText(product, messages);
  return (
    <li className={styles.card}>
      <ProductName product={product} />
      {owned && countsSeats(product) && <SeatsMeter seats={owned.seats} isUpdating={owned.isUpdating} />}
      <div className={styles.facts}>
        <StateBadge state={state} />
        <span>
          {messages.licenses.columns.available}: {available.text}
        </span>
        {renewal !== undefined && (
          <span>
            {nextLifecycleAt
              ? messages.licenses.renewsOn(renewal)
              : `${messages.licenses.columns.renewal}: ${renewal}`}
          </span>
        )}
      </div>
    </li>
  );
}
