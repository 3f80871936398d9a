import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';

const useStyles = makeStyles({
  product: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  seats: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** One of several products. */
interface ProductCardProps {
  readonly product: AssignableProduct;
  /** Id of the heading with its name. */
  readonly nameId: string;
  /** Undefined for the product that the pane is about, which stays. */
  readonly onRemove: (() => void) | undefined;
  /** What can be chosen about it. */
  readonly children: ReactNode;
}

/** A product that is assigned besides others, with its free seats and the way to leave it out. */
export function ProductCard({ product, nameId, onRemove, children }: ProductCardProps): ReactNode {
  const styles = useStyles();
  const { assign, product: words } = useMessages();
  const { name, owned } = product;
  return (
    <li className={styles.product}>
      <div className={styles.head}>
        <div>
          <h4 id={nameId} className={styles.name}>
            {name}
          </h4>
          <span className={styles.seats}>{words.availableOf(owned.seats)}</span>
        </div>
        {onRemove && (
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={assign.dropProduct(name)}
            data-drop
            onClick={onRemove}
          />
        )}
      </div>
      {children}
    </li>
  );
}
