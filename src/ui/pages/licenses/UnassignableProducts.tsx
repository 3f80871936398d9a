import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { lazy, Suspense, useState } from 'react';
import type { Product } from '../../../licensing/product';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { Loading } from '../../parts/Loading';
import { loadWhenOnline } from '../../parts/loadWhenOnline';
import { ProductIcon } from '../../parts/ProductIcon';
import { useListStyles } from './listStyles';

const LeadsAwayDialog = lazy(async () => ({
  default: (await loadWhenOnline(() => import('../../parts/ExternalLinkDialog'))).ExternalLinkDialog,
}));

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  words: { flex: '1 1 200px', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** Products that Graph does not list: why, and the way to the vendor. */
export function UnassignableProducts({ products }: { readonly products: readonly Product[] }) {
  const styles = { ...useListStyles(), ...useStyles() };
  const { licenses, products: words, common } = useCriticalMessages();
  const [leaving, setLeaving] = useState<string>();
  return (
    <section className={styles.section} aria-labelledby="elsewhere">
      <h2 id="elsewhere" className={styles.title}>
        {licenses.elsewhereTitle}
      </h2>
      <p className={styles.text}>{licenses.elsewhereText}</p>
      <ul className={styles.list}>
        {products.map(({ key, name, publisher, coverage, links }) => {
          const url = links.manage ?? links.website;
          return (
            <li key={key} className={styles.item}>
              <ProductIcon name={name} />
              <div className={styles.words}>
                <div className={styles.name}>{name}</div>
                <div className={styles.below}>{publisher ?? words.unknownPublisher}</div>
                {coverage.kind !== 'assignable' && (
                  <div className={styles.below}>{words.coverage[coverage.because]}</div>
                )}
              </div>
              {url && (
                <Button
                  icon={<OpenRegular />}
                  aria-label={licenses.goToVendorOf(name)}
                  onClick={() => setLeaving(url)}
                >
                  {licenses.goToVendor}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {leaving !== undefined && (
        <Suspense fallback={<Loading rows={0} what={common.waits.dialog} />}>
          <LeadsAwayDialog url={leaving} onClose={() => setLeaving(undefined)} />
        </Suspense>
      )}
    </section>
  );
}
