import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { breakDown } from '../../../licensing/preflight/countRemoval';
import type { RemovalPreview } from '../../../licensing/preflight/previewRemoval';

const useStyles = makeStyles({
  breakdown: { margin: 0 },
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** How the selected have the product, how many are sent, how many go with a group, how many stay, and how many seats become free. */
export function RemovalSummary({ preview }: { readonly preview: RemovalPreview }): ReactNode {
  const styles = useStyles();
  const { unassign } = useMessages();
  const { lines } = preview;
  const sent = lines.filter(({ consequence }) => consequence.isSent).length;
  const along = lines.filter(({ consequence }) => consequence.kind === 'goes-with-group').length;
  const stay = lines.length - sent - along;
  const words = [
    unassign.willSend(sent),
    ...(along > 0 ? [unassign.willGoAlong(along)] : []),
    ...(stay > 0 ? [unassign.willStay(stay)] : []),
    ...freedWords(preview, unassign),
  ];
  return (
    <div role="status">
      {lines.length > 1 && (
        <p className={styles.breakdown}>{unassign.breakdown(lines.length, breakDown(lines))}</p>
      )}
      <p className={styles.summary}>{sent > 0 ? words.join(' · ') : unassign.nothingToSend}</p>
    </div>
  );
}

function freedWords({ seatsFreed, isExact }: RemovalPreview, unassign: Messages['unassign']): string[] {
  if (isExact) return seatsFreed > 0 ? [unassign.willFree(seatsFreed)] : [];
  return [seatsFreed > 0 ? unassign.willFreeAtLeast(seatsFreed) : unassign.freedUnknown];
}
