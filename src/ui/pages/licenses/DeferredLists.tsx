import { makeStyles, tokens } from '@fluentui/react-components';
import { Component, Suspense, use, useEffect, type ReactNode } from 'react';
import { DeferredMessagesContext } from '../../messages/DeferredMessagesContext';
import { useMessages } from '../../messages/MessagesContext';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { useUnlistedProducts } from '../../queries/useUnlistedProduct';
import { hrefOf, routes } from '../../routes';
import { useServices } from '../../services';
import { ClassifyList } from './ClassifyList';
import { useListStyles } from './listStyles';
import type { ProductListProps } from './ProductTable';
import { selectProducts } from './selectProducts';

const useStyles = makeStyles({
  item: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    overflowWrap: 'anywhere',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
});

/** Products to classify, and what counts the others. */
interface DeferredListsProps extends ProductListProps {
  /** Called with how many products that are no longer listed are shown, and how many there are without search and narrowing filters. */
  readonly onCount: (unlisted: { readonly found: number; readonly total: number }) => void;
}

/** The lists that come once the one of products is painted; `products` are those to classify. */
export function DeferredLists({ onCount, ...props }: DeferredListsProps): ReactNode {
  const { view } = props;
  const withDeferredMessages = use(DeferredMessagesContext);
  return (
    <>
      {props.products.length > 0 && <Suspense>{withDeferredMessages(<ClassifyList {...props} />)}</Suspense>}
      <HiddenWithoutMessages>
        <Suspense>{withDeferredMessages(<UnlistedList view={view} onCount={onCount} />)}</Suspense>
      </HiddenWithoutMessages>
    </>
  );
}

/** Leaves out what it is given where its words could not be fetched: the page does without. */
class HiddenWithoutMessages extends Component<
  { readonly children: ReactNode },
  { readonly isLeftOut: boolean }
> {
  override state = { isLeftOut: false };

  static getDerivedStateFromError(): { readonly isLeftOut: boolean } {
    return { isLeftOut: true };
  }

  override render(): ReactNode {
    return !this.state.isLeftOut && this.props.children;
  }
}

/** Products that the tenant no longer lists and people still hold. */
function UnlistedList({ view, onCount }: Pick<DeferredListsProps, 'view' | 'onCount'>): ReactNode {
  const styles = { ...useListStyles(), ...useStyles() };
  const { classify } = useMessages();
  const { format } = useCriticalMessages();
  const { clock } = useServices();
  const { products, groups, isUnread } = useUnlistedProducts();
  const { listed, undecided, total } = selectProducts(products, view, format.locale, clock.now());
  const shown = [...listed, ...undecided];
  const found = isUnread ? 0 : shown.length;
  useEffect(() => onCount({ found, total: isUnread ? 0 : total }), [onCount, found, total, isUnread]);
  if (isUnread) return <p className={styles.text}>{classify.unlistedUnread}</p>;
  if (shown.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="unlisted">
      <h2 id="unlisted" className={styles.title}>
        {classify.unlistedTitle}
      </h2>
      <p className={styles.text}>{classify.unlistedText}</p>
      <ul className={styles.list}>
        {shown.map(({ key, name, owned }) => {
          const people = owned?.seats.assigned;
          return (
            <li key={key} className={styles.item}>
              <a className={styles.link} href={hrefOf(routes.product(key))}>
                {name}
              </a>
              <div className={styles.below}>{classify.unlistedHeldBy(people, groups.get(key) ?? 0)}</div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
