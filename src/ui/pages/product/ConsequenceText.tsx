import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { PersonSubtractRegular } from '@fluentui/react-icons/svg/person-subtract';
import type { ReactNode } from 'react';
import type { ProductKey } from '../../../licensing/keys';
import type { GivingGroup, RemovalConsequence } from '../../../licensing/preflight/previewRemoval';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { useProducts } from '../../queries/useProducts';
import { isUnlisted } from './disabledReasons';

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  icon: { flexShrink: 0, marginTop: '1px', fontSize: '18px' },
  sent: { color: tokens.colorNeutralForeground1 },
  stays: { color: tokens.colorNeutralForeground3 },
  also: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Consequence for one user or group, and the product that is removed. */
interface ConsequenceTextProps {
  readonly consequence: RemovalConsequence;
  readonly product: Product;
}

/** What removing does to one user or group, path by path, and what else a giving group gives. */
export function ConsequenceText({ consequence, product }: ConsequenceTextProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { products } = useProducts();
  const nameOf = (product: ProductKey): string =>
    products?.find(({ key }) => key === product)?.name ?? messages.unassign.otherProducts(1);
  const groups = consequence.kind === 'stays-inherited' ? consequence.groups : [];
  const isTaken = consequence.isSent || consequence.kind === 'goes-with-group';
  const Icon = isTaken ? PersonSubtractRegular : LockClosedRegular;
  return (
    <div className={styles.line}>
      <Icon className={mergeClasses(styles.icon, isTaken ? styles.sent : styles.stays)} aria-hidden />
      <div>
        {consequenceText(consequence, product, messages)}
        {groups
          .filter(({ otherProducts }) => otherProducts.length > 0)
          .map(({ groupId, groupName, otherProducts }) => (
            <div key={groupId} className={styles.also}>
              {messages.unassign.alsoGives(groupName ?? messages.unassign.aGroup, otherProducts.map(nameOf))}
            </div>
          ))}
      </div>
    </div>
  );
}

/** The words of a consequence. */
function consequenceText(consequence: RemovalConsequence, product: Product, { unassign }: Messages): string {
  const names = (groups: readonly GivingGroup[]): string[] =>
    groups.map(({ groupName }) => groupName ?? unassign.aGroup);
  switch (consequence.kind) {
    case 'frees-seat':
      if (isUnlisted(product)) return unassign.losesUnlisted;
      return product.state.kind === 'disabled' ? unassign.freesClosedSeat : unassign.freesSeat;
    case 'may-free-seat':
      return unassign.mayFreeSeat;
    case 'removes-error':
      return unassign.removesError;
    case 'keeps-through-group':
      return unassign.keepsThroughGroup(names(consequence.groups));
    case 'stays-inherited':
      return unassign.staysInherited(names(consequence.groups));
    case 'in-error':
      return unassign.inError(names(consequence.groups), consequence.goesAlong);
    case 'goes-with-group':
      return consequence.isUnsure
        ? unassign.mayGoWithGroup(names(consequence.groups))
        : unassign.goesWithGroup(names(consequence.groups));
    case 'members-lose':
      return consequence.members
        ? unassign.membersLoseExactly(consequence.members)
        : unassign.membersLose(consequence.directUsers);
    case 'nothing-held':
      return unassign.nothingHeld;
    case 'unreadable':
      return unassign.unreadable;
    case 'not-permitted':
      return unassign.notPermitted;
  }
}
