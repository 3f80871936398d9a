import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { lazy } from 'react';
import { useLocation } from 'wouter';
import { evaluatePermission } from '../../../licensing/policy/evaluatePermission';
import type { Product } from '../../../licensing/product';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { loadWhenOnline } from '../../parts/loadWhenOnline';
import { routes } from '../../routes';
import { useServices } from '../../services';
import { DeferredMenu } from './DeferredMenu';

const useStyles = makeStyles({
  // Above the link that covers the row.
  actions: { position: 'relative', zIndex: 1, display: 'flex', justifyContent: 'flex-end' },
  touch: { '@media (pointer: coarse)': { minWidth: '44px', height: '44px' } },
});

const loadMenu = () => loadWhenOnline(() => import('./RowMenu'));
const RowMenu = lazy(async () => ({ default: (await loadMenu()).RowMenu }));

/** Actions at the end of a product's row: **Assign licenses** where possible, and a menu. */
export function RowActions({
  product,
  className,
}: {
  readonly product: Product;
  readonly className?: string;
}) {
  const styles = useStyles();
  const { licenses } = useCriticalMessages();
  const { me } = useServices();
  const [, navigate] = useLocation();
  const denial = evaluatePermission(me, { kind: 'change-licenses-of', principal: { kind: 'user' } });
  const canAssign = product.coverage.kind === 'assignable' && denial !== 'read-only';
  const assign = licenses.assignOf(product.name);
  return (
    <div className={mergeClasses(styles.actions, className)}>
      {canAssign && (
        <Button
          className={styles.touch}
          appearance="subtle"
          icon={<PersonAddRegular />}
          aria-label={assign}
          title={assign}
          onClick={() => navigate(routes.assign(product.key))}
        />
      )}
      <DeferredMenu
        className={styles.touch}
        label={licenses.moreOf(product.name)}
        icon={<MoreHorizontalRegular />}
        load={loadMenu}
      >
        {(button) => (
          <RowMenu product={product} canAssign={canAssign}>
            {button}
          </RowMenu>
        )}
      </DeferredMenu>
    </div>
  );
}
