import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { isUnlisted } from './disabledReasons';
import { breakDown } from '../../../licensing/preflight/countRemoval';
import type { RemovalPreview } from '../../../licensing/preflight/previewRemoval';

const useStyles = makeStyles({
  breakdown: { margin: 0 },
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** Preview of a removal, and the product that is removed. */
interface RemovalSummaryProps {
  readonly preview: RemovalPreview;
  readonly product: Product;
}

/** How the selected have the product, how many are sent, how many go with a group, how many stay, and how many seats become free. */
export function RemovalSummary({ preview, product }: RemovalSummaryProps): ReactNode {
  const styles = useStyles();
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

/** Says how many seats become free; of a product that doesn't work none is of use, and one that isn't listed has none. */
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
