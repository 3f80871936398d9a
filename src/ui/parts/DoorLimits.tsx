import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DoorLimit } from '../../licensing/door';
import type { Product } from '../../licensing/product';
import { useMessages } from '../messages/MessagesContext';

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface DoorLimitsProps {
  readonly product: Product;
  /** Facts that would stand here. */
  readonly of: readonly DoorLimit[];
}

/** Says which of these facts the product's door can't tell; nothing where it can tell all. */
export function DoorLimits({ product, of }: DoorLimitsProps): ReactNode {
  const styles = useStyles();
  const { doors: words } = useMessages();
  const limits = of.filter((limit) => product.owned?.limits?.includes(limit));
  if (limits.length === 0) return undefined;
  return <p className={styles.note}>{limits.map((limit) => words.limit[limit]).join(' ')}</p>;
}
