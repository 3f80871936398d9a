import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { Loading } from '../../parts/Loading';
import { loadWhenOnline } from '../../parts/loadWhenOnline';
import { ProductIcon } from '../../parts/ProductIcon';
import { useAppListStyles } from './useAppListStyles';

const AskDialog = lazy(async () => ({
  default: (await loadWhenOnline(() => import('./RequestAccessDialog'))).RequestAccessDialog,
}));

/** Apps of the organization that the person holds no license for, each with the way to ask for one. */
export function AvailableApps({ products }: { readonly products: readonly Product[] }) {
  const styles = useAppListStyles();
  const { myApps, products: words, common } = useMessages();
  const [asking, setAsking] = useState<string>();
  return (
    <section className={styles.section} aria-labelledby="other-apps">
      <h2 id="other-apps" className={styles.title}>
        {myApps.otherTitle}
      </h2>
      <p className={styles.text}>{myApps.otherText}</p>
      <ul className={styles.grid}>
        {products.map(({ key, name, publisher }) => (
          <li key={key} className={styles.card}>
            <ProductIcon name={name} />
            <div className={styles.words}>
              <h3 className={styles.name}>{name}</h3>
              <p className={styles.below}>{publisher ?? words.unknownPublisher}</p>
            </div>
            <Button
              className={styles.action}
              aria-label={myApps.askFor(name)}
              onClick={() => setAsking(name)}
            >
              {myApps.ask}
            </Button>
          </li>
        ))}
      </ul>
      {asking !== undefined && (
        <Suspense fallback={<Loading rows={0} what={common.waits.dialog} />}>
          <AskDialog productName={asking} onClose={() => setAsking(undefined)} />
        </Suspense>
      )}
    </section>
  );
}
