import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { RemovalLine } from '../../../licensing/preflight/previewRemoval';

const useStyles = makeStyles({
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** How many are sent, how many stay, and how many seats become free for sure. */
export function RemovalSummary({ lines }: { readonly lines: readonly RemovalLine[] }): ReactNode {
  const styles = useStyles();
  const { unassign } = useMessages();
  const sent = lines.filter(({ consequence }) => consequence.isSent).length;
  const freed = lines.filter(({ consequence }) => consequence.kind === 'frees-seat').length;
  const words = [
    unassign.willSend(sent),
    ...(sent < lines.length ? [unassign.willStay(lines.length - sent)] : []),
    ...(freed > 0 ? [unassign.willFree(freed)] : []),
  ];
  return (
    <p role="status" className={styles.summary}>
      {sent > 0 ? words.join(' · ') : unassign.nothingToSend}
    </p>
  );
}
