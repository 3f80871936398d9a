import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { PersonSubtractRegular } from '@fluentui/react-icons/svg/person-subtract';
import { useMemo, type ReactNode } from 'react';
import type { ProductKey } from '../../../licensing/keys';
import { breakDown } from '../../../licensing/preflight/countRemoval';
import type { RemovalPreview } from '../../../licensing/preflight/previewRemoval';
import type { GivingGroup, RemovalConsequence } from '../../../licensing/preflight/removalConsequence';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { useProducts } from '../../queries/useProducts';
import { isUnlisted } from './disabledReasons';

const useRemovalSummaryStyles = makeStyles({
  breakdown: { margin: 0 },
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

interface RemovalSummaryProps {
  readonly preview: RemovalPreview;
  readonly product: Product;
}

/**
 * Totals of the preview: assignment paths, removals to send, removals through a group, those who keep it, and
 * licenses that become available.
 */
export function RemovalSummary({ preview, product }: RemovalSummaryProps): ReactNode {
  const styles = useRemovalSummaryStyles();
  const { unassign } = useMessages();
  const { lines } = preview;
  const parts = useMemo(() => breakDown(lines), [lines]);
  const { sent, along, unreadable } = parts;
  const stay = lines.length - sent - along - unreadable;
  const words = [
    unassign.willSend(sent),
    ...(along > 0 ? [unassign.willGoAlong(along)] : []),
    ...(stay > 0 ? [unassign.willStay(stay)] : []),
    ...(unreadable > 0 ? [unassign.willBeUnread(unreadable)] : []),
    ...freedWords(preview, product, unassign),
  ];
  return (
    <div role="status">
      {lines.length > 1 && <p className={styles.breakdown}>{unassign.breakdown(lines.length, parts)}</p>}
      <p className={styles.summary}>{sent > 0 ? words.join(' · ') : unassign.nothingToSend}</p>
    </div>
  );
}

/**
 * Says how many licenses become available: none of a product that isn't listed, and no usable ones if it's disabled.
 */
function freedWords(
  { seatsFreed, isExact }: RemovalPreview,
  product: Product,
  unassign: Messages['unassign'],
): string[] {
  if (isUnlisted(product)) return [];
  if (product.state.kind === 'disabled') return [unassign.freedUnusable];
  if (isExact) return seatsFreed > 0 ? [unassign.willFree(seatsFreed)] : [];
  return [seatsFreed > 0 ? unassign.willFreeAtLeast(seatsFreed) : unassign.freedUnknown];
}

const useConsequenceTextStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  icon: { flexShrink: 0, marginTop: '1px', fontSize: '18px' },
  sent: { color: tokens.colorNeutralForeground1 },
  stays: { color: tokens.colorNeutralForeground3 },
  also: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface ConsequenceTextProps {
  readonly consequence: RemovalConsequence;
  readonly product: Product;
}

/** Consequence for one user or group, and other products of the groups that assign this one. */
export function ConsequenceText({ consequence, product }: ConsequenceTextProps): ReactNode {
  const styles = useConsequenceTextStyles();
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

/** Returns the text of a consequence. */
export function consequenceText(
  consequence: RemovalConsequence,
  product: Product,
  { unassign }: Messages,
): string {
  const names = (groups: readonly GivingGroup[]): string[] =>
    groups.map(({ groupName }) => groupName ?? unassign.aGroup);
  switch (consequence.kind) {
    case 'frees-seat':
      if (isUnlisted(product)) return unassign.losesUnlisted;
      if (product.state.kind === 'disabled') return unassign.freesClosedSeat;
      return consequence.seats === undefined ? unassign.freesSeat : unassign.freesSeats(consequence.seats);
    case 'may-free-seat':
      return unassign.mayFreeSeat;
    case 'removes-error':
      return unassign.removesError;
    case 'keeps-through-group':
      return consequence.seats === undefined || product.state.kind === 'disabled'
        ? unassign.keepsThroughGroup(names(consequence.groups))
        : unassign.keepsAndFrees(names(consequence.groups), consequence.seats);
    case 'leaves-groups':
      return [
        unassign.leavesGroups(names(consequence.groups), consequence.fate),
        ...(consequence.keeping.length > 0 ? [unassign.keepsThrough(names(consequence.keeping))] : []),
      ].join(' ');
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
