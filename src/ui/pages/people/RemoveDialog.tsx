import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useMemo, useState, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import { planPersonRemovals } from '../../../license-jobs/remove/planRemovals';
import type { ProductKey } from '../../../licensing/keys';
import { previewPersonRemovals, type ProductRemoval } from '../../../licensing/preflight/previewPerson';
import type { TenantProduct } from '../../../licensing/product';
import type { Holding } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import { JobDialog } from '../../parts/JobPanel/JobDialog';
import { Notice } from '../../parts/Notice';
import { useServices } from '../../services';
import type { ProductActions } from './productActions';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  // Begins under the name of the product.
  below: { paddingInlineStart: '32px', fontSize: tokens.fontSizeBase200 },
  name: { paddingBlock: tokens.spacingVerticalS, paddingInlineStart: '32px' },
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

interface RemoveDialogProps {
  readonly person: UserPrincipal;
  readonly holding: Holding;
  /** Products that the person has, without Microsoft's. */
  readonly products: readonly TenantProduct[];
  readonly actions: ProductActions;
  readonly onClose: () => void;
}

/** The dialog **Remove everything**: each product with its consequence, **Remove** in one change, follow the job. */
export function RemoveDialog({ person, holding, products, actions, onClose }: RemoveDialogProps): ReactNode {
  const styles = useStyles();
  const { people: words, product: productWords, unassign } = useMessages();
  const { me } = useServices();
  const removals = useMemo(
    () => previewPersonRemovals(person, holding, products, me),
    [person, holding, products, me],
  );
  // Of these Microsoft 365 might refuse one, and with it the whole change.
  const [left, setLeft] = useState<ReadonlySet<ProductKey>>(
    () => new Set(products.filter(({ coverage }) => coverage.kind !== 'assignable').map(({ key }) => key)),
  );
  const removable = removals.filter(({ line }) => line.consequence.isSent);
  const chosen = removable.filter(({ product }) => !left.has(product.key));
  const staying = removals.length - chosen.length;
  return (
    <JobDialog
      title={words.removeAll}
      confirm={unassign.remove}
      extent={chosen.length > 0 ? words.licenses(chosen.length) : undefined}
      plan={chosen.length > 0 ? () => planPersonRemovals(person, chosen) : undefined}
      disabledReason={removable.length > 0 && chosen.length === 0 ? words.selectProduct : undefined}
      summary={
        <p role="status" className={styles.summary}>
          {removable.length === 0 ? unassign.nothingToSend : words.removeSum(chosen.length, staying)}
        </p>
      }
      onBegun={() => undefined}
      onClose={onClose}
    >
      <p className={styles.text}>{words.removeIntro(person.displayName)}</p>
      {holding.isIncomplete && <Notice intent="warning">{productWords.personIncomplete}</Notice>}
      {removable.some(({ product }) => product.coverage.kind !== 'assignable') && (
        <p className={styles.text}>{words.removeApart}</p>
      )}
      <ul className={styles.list} aria-label={words.removeList}>
        {removals.map((removal) => (
          <RemovalItem
            key={removal.product.key}
            removal={removal}
            Consequence={actions.Consequence}
            isChosen={!left.has(removal.product.key)}
            onChange={(isOn) =>
              setLeft((before) => {
                const after = new Set(before);
                if (isOn) after.delete(removal.product.key);
                else after.add(removal.product.key);
                return after;
              })
            }
          />
        ))}
      </ul>
    </JobDialog>
  );
}

interface RemovalItemProps extends Pick<ProductActions, 'Consequence'> {
  readonly removal: ProductRemoval;
  readonly isChosen: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function RemovalItem({ removal, Consequence, isChosen, onChange }: RemovalItemProps): ReactNode {
  const styles = useStyles();
  const { product, line } = removal;
  const id = useId();
  return (
    <li className={styles.item}>
      {line.consequence.isSent ? (
        <Checkbox
          label={product.name}
          aria-describedby={id}
          checked={isChosen}
          onChange={(_event, { checked }) => onChange(checked === true)}
        />
      ) : (
        <div className={styles.name}>{product.name}</div>
      )}
      <div id={id} className={styles.below}>
        <Consequence consequence={line.consequence} product={product} />
      </div>
    </li>
  );
}
