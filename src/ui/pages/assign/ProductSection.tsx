import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { AssignOptions } from '../../../license-jobs/assign/planAssignJob';
import { PlanSwitches } from './PlanSwitches';
import type { Assignees } from './useAssignees';
import { AlsoAssign } from './AlsoAssign';
import { ProductCard } from './ChosenProduct';
import { useFocusAfterProductRemoval } from './useFocusAfterDrop';
import { visuallyHidden } from '../../parts/visuallyHidden';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  spoken: visuallyHidden,
});

/** The products of the list, and which of their apps are off. */
interface ProductSectionProps {
  readonly list: Assignees;
  readonly assignable: readonly AssignableProduct[];
  readonly disabledPlanIds: AssignOptions['disabledPlanIds'];
  readonly onChange: (disabledPlanIds: AssignOptions['disabledPlanIds']) => void;
}

/** What everybody in the list gets: one product with its apps, or several of them, and the way to more. */
export function ProductSection({
  list,
  assignable,
  disabledPlanIds,
  onChange,
}: ProductSectionProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const { products, addProduct, removeProduct } = list;
  const [spoken, setSpoken] = useState('');
  const { section, willRemove } = useFocusAfterProductRemoval(products);
  const [only, ...others] = products;
  const id = useId();

  function add({ key, name }: AssignableProduct): void {
    addProduct(key);
    setSpoken(assign.productAdded(name));
  }

  function drop({ key, name }: AssignableProduct): void {
    willRemove(products.findIndex((product) => product.key === key));
    removeProduct(key);
    // A product that is added again begins with all of its apps.
    onChange({ ...disabledPlanIds, [key]: [] });
    setSpoken(assign.productDropped(name));
  }

  const switches = (product: AssignableProduct, nameId?: string): ReactNode => (
    <PlanSwitches
      {...{ product, nameId }}
      disabledPlanIds={disabledPlanIds[product.key] ?? []}
      onChange={(ids) => onChange({ ...disabledPlanIds, [product.key]: ids })}
    />
  );

  return (
    <section ref={section} className={styles.section}>
      {only && others.length === 0 ? (
        switches(only)
      ) : (
        <>
          <h3 className={styles.title}>{assign.productsTitle}</h3>
          <p className={styles.note}>{assign.productsNote}</p>
          <ul className={styles.list}>
            {products.map((product, place) => {
              const nameId = `${id}-${place}`;
              return (
                <ProductCard
                  key={product.key}
                  {...{ product, nameId }}
                  onRemove={place > 0 ? () => drop(product) : undefined}
                >
                  {switches(product, nameId)}
                </ProductCard>
              );
            })}
          </ul>
        </>
      )}
      <AlsoAssign {...{ products, assignable }} onChoose={add} />
      <div role="status" className={styles.spoken}>
        {spoken}
      </div>
    </section>
  );
}
