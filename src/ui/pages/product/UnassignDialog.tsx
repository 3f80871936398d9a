import { makeStyles } from '@fluentui/react-components';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Principal } from '../../../base/principal';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { ConsequenceText } from './ConsequenceText';
import { removalNotes } from './disabledReasons';
import { JobDialog, manyPeople } from '../../parts/JobPanel/JobDialog';
import { PreviewTable } from './PreviewTable';
import { planRemovals } from '../../../license-jobs/remove/planRemovals';
import { RemovalSummary } from './RemovalSummary';
import { peopleLosing } from '../../../licensing/preflight/countRemoval';
import type { RemovalLine, RemovalPreview } from '../../../licensing/preflight/previewRemoval';
import type { TenantProduct } from '../../../licensing/product';
import { useRemovalPreview } from './useRemovalPreview';

const useStyles = makeStyles({ intro: { margin: 0 } });

/** From whom a product is taken, and how the dialog goes away. */
interface UnassignDialogProps {
  readonly product: TenantProduct;
  readonly principals: readonly Principal[];
  /** `hasRun` says that a job was begun. */
  readonly onClose: (hasRun: boolean) => void;
}

/** The dialog **Unassign licenses**: what happens to each, then **Remove**, then the job. */
export function UnassignDialog(props: UnassignDialogProps): ReactNode {
  const { product, onClose } = props;
  const styles = useStyles();
  const messages = useMessages();
  const { unassign, common } = messages;
  // The list behind the dialog may be read again meanwhile; the dialog keeps to what was selected.
  const [principals] = useState(props.principals);
  const [hasBegun, setHasBegun] = useState(false);
  const { preview, error, retry } = useRemovalPreview(product.owned, principals, !hasBegun);
  const lines = preview?.lines;
  const render = useCallback(
    ({ consequence }: RemovalLine) => <ConsequenceText {...{ consequence, product }} />,
    [product],
  );
  const canRemove = lines?.some(({ consequence }) => consequence.isSent);
  const acknowledgment = useMemo(
    () => preview && canRemove && acknowledgmentText(product.name, preview, unassign),
    [preview, canRemove, product.name, unassign],
  );
  return (
    <JobDialog
      title={unassign.title}
      confirm={unassign.remove}
      plan={canRemove ? () => planRemovals(product, lines ?? []) : undefined}
      acknowledgment={acknowledgment || undefined}
      summary={preview && <RemovalSummary {...{ preview, product }} />}
      onBegun={() => setHasBegun(true)}
      onClose={() => onClose(hasBegun)}
    >
      <p className={styles.intro}>{unassign.intro(product.name)}</p>
      {removalNotes(product, messages).map((note) => (
        <p key={note} className={styles.intro}>
          {note}
        </p>
      ))}
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {!lines && !error && (
        <Loading
          rows={Math.min(principals.length, 4)}
          label={unassign.reading}
          what={common.waits.licenses(principals.map(({ displayName }) => displayName))}
        />
      )}
      {lines && (
        <PreviewTable
          label={unassign.list}
          header={unassign.columnConsequence}
          lines={lines}
          render={render}
        />
      )}
    </JobDialog>
  );
}

/** The sentence to agree to where thousands lose the product, or where nothing says that it is fewer. */
function acknowledgmentText(
  product: string,
  preview: RemovalPreview,
  unassign: Messages['unassign'],
): string | undefined {
  const { atLeast, isExact, atMost } = peopleLosing(preview);
  if (atMost !== undefined && atMost < manyPeople) return undefined;
  return atLeast === 0 && !isExact
    ? unassign.understoodUnknown(product)
    : unassign.understood(product, atLeast, isExact);
}
