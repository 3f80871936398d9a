import { DrawerBody, DrawerFooter, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { findingTexts } from '../../parts/findingTexts';
import { OutcomePanel } from '../../parts/OutcomeTable/OutcomePanel';
import type { OutcomeRow } from '../../parts/OutcomeTable/OutcomeTable.types';
import { useChangeRun } from '../../parts/OutcomeTable/useChangeRun';
import { PrincipalPicker } from '../../parts/PrincipalPicker/PrincipalPicker';
import { AssignActions } from './AssignActions';
import { ChosenList } from './ChosenList';
import { leftOutRows, planChanges } from './planChanges';
import { PlanSwitches } from './PlanSwitches';
import { SeatSummary } from './SeatSummary';
import { useAssignList } from './useAssignList';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL, paddingBottom: tokens.spacingVerticalL },
  subtitle: { margin: 0, color: tokens.colorNeutralForeground2 },
  footer: {
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** What is assigned, and what the pane around has to know. */
export interface AssignFlowProps {
  readonly product: Product;
  readonly skuId: string;
  readonly onClose: () => void;
  /** Called when sending begins and ends. */
  readonly onRunning: (isRunning: boolean) => void;
}

/** From choosing people and groups to one outcome for each. */
export function AssignFlow({ product, skuId, onClose, onRunning }: AssignFlowProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { assign } = messages;
  const run = useChangeRun(skuId);
  const isChoosing = run.status === 'idle';
  const list = useAssignList(product, isChoosing);
  const [disabledPlanIds, setDisabledPlanIds] = useState<ReadonlySet<string>>(new Set());
  const [leftOut, setLeftOut] = useState<readonly OutcomeRow[]>([]);
  const rows = useMemo(() => [...run.rows, ...leftOut], [run.rows, leftOut]);
  const isRunning = run.status === 'running' || run.status === 'cancelling';
  useEffect(() => onRunning(isRunning), [onRunning, isRunning]);

  function start(): void {
    const { lines } = list.preflight;
    setLeftOut(leftOutRows(lines, (line) => findingTexts(line, messages).join(' · ')));
    run.start(planChanges(lines, skuId, [...disabledPlanIds]));
  }

  function assignMore(): void {
    list.clear();
    run.reset();
  }

  return (
    <>
      <DrawerBody>
        {isChoosing ? (
          <div className={styles.form}>
            <p className={styles.subtitle}>{assign.subtitle(product.name)}</p>
            <PrincipalPicker skuId={skuId} chosenIds={list.chosenIds} onChoose={list.add} />
            <ChosenList list={list} />
            <PlanSwitches product={product} disabledPlanIds={disabledPlanIds} onChange={setDisabledPlanIds} />
          </div>
        ) : (
          <OutcomePanel
            rows={rows}
            isFinished={run.status === 'finished'}
            onRetry={run.retryFailed}
            words={assign}
          />
        )}
      </DrawerBody>
      <DrawerFooter className={styles.footer}>
        {isChoosing && <SeatSummary preflight={list.preflight} />}
        <AssignActions
          {...{ list, run, onClose }}
          hasPlans={!isEveryPlanOff(product, disabledPlanIds)}
          onAssign={start}
          onAssignMore={assignMore}
        />
      </DrawerFooter>
    </>
  );
}

function isEveryPlanOff({ sku }: Product, disabledPlanIds: ReadonlySet<string>): boolean {
  const plans = (sku?.plans ?? []).filter(({ isUserScoped }) => isUserScoped);
  return plans.length > 0 && plans.every(({ id }) => disabledPlanIds.has(id));
}
