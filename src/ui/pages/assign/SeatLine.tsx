import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useState, type ReactNode } from 'react';
import type { ProductSeats } from '../../../licensing/preflight/preflight';
import { useMessages } from '../../messages/MessagesContext';
import { ExternalLinkDialog } from '../../parts/ExternalLinkDialog';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    fontVariantNumeric: 'tabular-nums',
  },
  icon: { flexShrink: 0, marginTop: '2px', fontSize: '16px' },
  short: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** The seats of a product, and what is said of them. */
interface SeatLineProps {
  readonly seats: ProductSeats;
  readonly text: string;
  /** Names the product where several are spoken of. */
  readonly moreLabel?: string;
}

/** What the list takes of one product; where seats are missing, with the way to more of them. */
export function SeatLine({ seats, text, moreLabel }: SeatLineProps): ReactNode {
  const styles = useStyles();
  const { assign, product: words } = useMessages();
  const [isLeaving, setIsLeaving] = useState(false);
  const isShort = seats.missing > 0;
  const { links } = seats.product;
  const url = links.manage ?? links.website;
  return (
    <div className={styles.line}>
      {isShort && <WarningRegular aria-hidden className={mergeClasses(styles.icon, styles.short)} />}
      <div>
        <span role="status" className={mergeClasses(isShort && styles.short)}>
          {text}
        </span>{' '}
        {isShort && url && (
          <Link as="button" aria-label={moreLabel} onClick={() => setIsLeaving(true)}>
            {assign.getMore}
          </Link>
        )}
      </div>
      {isLeaving && url && (
        <ExternalLinkDialog
          url={url}
          title={words.manageTitle}
          text={words.manageBody}
          onClose={() => setIsLeaving(false)}
        />
      )}
    </div>
  );
}
