import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import type { Principal } from '../../../base/principal';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { OutcomePanel } from '../../parts/OutcomeTable/OutcomePanel';
import type { OutcomeRow } from '../../parts/OutcomeTable/OutcomeTable.types';
import { useChangeRun } from '../../parts/OutcomeTable/useChangeRun';
import { useReturnFocus } from '../../parts/useReturnFocus';
import { ConsequenceTable } from './ConsequenceTable';
import { consequenceText } from './ConsequenceText';
import { keptRows, planRemovals } from './planRemovals';
import { RemovalSummary } from './RemovalSummary';
import { UnassignActions } from './UnassignActions';
import { useConsequences } from './useConsequences';

const useStyles = makeStyles({
  surface: { maxWidth: '760px', width: 'calc(100vw - 32px)', boxSizing: 'border-box' },
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  intro: { margin: 0 },
});

const nobody: readonly Principal[] = [];

/** From whom a product is taken, and how the dialog goes away. */
export interface UnassignDialogProps {
  readonly product: Product;
  readonly skuId: string;
  readonly principals: readonly Principal[];
  /** `hasRun` says that something was sent. */
  readonly onClose: (hasRun: boolean) => void;
}

/** The dialog **Unassign licenses**: what happens to each, then **Remove**, then what happened. */
export function UnassignDialog(props: UnassignDialogProps): ReactNode {
  const { product, skuId, onClose } = props;
  const styles = useStyles();
  useReturnFocus();
  const messages = useMessages();
  const { unassign } = messages;
  // The list behind the dialog may be read again meanwhile; the dialog keeps to what was selected.
  const [principals] = useState(props.principals);
  const run = useChangeRun(skuId);
  const isAsking = run.status === 'idle';
  // Once it runs, nobody asks any more what would happen.
  const consequences = useConsequences(skuId, isAsking ? principals : nobody);
  const [kept, setKept] = useState<readonly OutcomeRow[]>([]);
  const rows = useMemo(() => [...run.rows, ...kept], [run.rows, kept]);
  const isRunning = run.status === 'running' || run.status === 'cancelling';

  function remove(): void {
    const lines = consequences.lines ?? [];
    setKept(keptRows(lines, ({ consequence }) => consequenceText(consequence, messages)));
    run.start(planRemovals(lines, skuId));
  }

  return (
    <Dialog
      open
      modalType={isRunning ? 'alert' : 'modal'}
      onOpenChange={(_event, { open }) => !open && !isRunning && onClose(!isAsking)}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{unassign.title}</DialogTitle>
          <DialogContent className={styles.content}>
            {isAsking ? (
              <>
                <p className={styles.intro}>{unassign.intro(product.name)}</p>
                {consequences.error && (
                  <ErrorNotice error={consequences.error} onRetry={consequences.retry} />
                )}
                {!consequences.lines && !consequences.error && (
                  <Loading rows={Math.min(principals.length, 4)} label={unassign.reading} />
                )}
                {consequences.lines && <ConsequenceTable lines={consequences.lines} />}
                {consequences.lines && <RemovalSummary lines={consequences.lines} />}
              </>
            ) : (
              <OutcomePanel
                rows={rows}
                isFinished={run.status === 'finished'}
                onRetry={run.retryFailed}
                words={unassign}
              />
            )}
          </DialogContent>
          <UnassignActions
            run={run}
            canRemove={Boolean(consequences.lines?.some(({ consequence }) => consequence.isSent))}
            onRemove={remove}
            onClose={() => onClose(!isAsking)}
          />
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
