import { Button, mergeClasses } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import type { SeatPath } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { ProductIcon } from '../../parts/ProductIcon';
import { routes } from '../../routes';
import type { OwnApp } from './ownApps';
import { useAppListStyles } from './useAppListStyles';

/** The apps that the person holds: how they got each, whether it works, and **Install**. */
export function LicensedApps({ apps }: { readonly apps: readonly OwnApp[] }) {
  const styles = useAppListStyles();
  const messages = useMessages();
  const { myApps, install, products } = messages;
  const [, navigate] = useLocation();
  return (
    <section className={styles.section} aria-label={myApps.title}>
      <p className={styles.text} role="status">
        {myApps.count(apps.length)}
      </p>
      <ul className={styles.grid}>
        {apps.map(({ product, paths, state }) => (
          <li key={product.key} className={styles.card}>
            <ProductIcon name={product.name} isLarge />
            <div className={styles.words}>
              <h2 className={styles.name}>{product.name}</h2>
              <p className={styles.below}>{product.publisher ?? products.unknownPublisher}</p>
              <p className={styles.below}>{pathsText(paths, messages)}</p>
              <p className={mergeClasses(styles.below, state === 'problem' && styles.problem)}>
                {state === 'problem' ? myApps.problemText : myApps.states[state]}
              </p>
            </div>
            {product.installTarget && (
              <Button
                appearance="primary"
                className={styles.action}
                aria-label={install.actionFor(product.name)}
                onClick={() => navigate(routes.install(product.key))}
              >
                {install.shortAction}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function pathsText(paths: readonly SeatPath[], { myApps }: Messages): string {
  const groups = paths.flatMap((path) =>
    path.kind === 'group' ? [path.groupName ?? myApps.viaUnnamedGroup] : [],
  );
  const texts = [
    ...(paths.some(({ kind }) => kind === 'direct') ? [myApps.direct] : []),
    ...(groups.length > 0 ? [myApps.viaGroups(groups)] : []),
  ];
  return texts.join(' · ');
}
