import { DrawerBody, DrawerFooter, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { userWithoutUsageLocation } from '../../parts/usage-location/usageLocations';
import { MissingUsageLocations } from '../../parts/usage-location/MissingUsageLocations';
import { PlanFailure } from '../../parts/JobPanel/PlanFailure';
import { usePlanJob } from '../../parts/JobPanel/usePlanJob';
import { PrincipalPicker } from '../../parts/PrincipalPicker/PrincipalPicker';
import { AssignActions } from './AssignActions';
import { AssignOptionsForm } from './AssignOptionsForm';
import { ListImport } from '../../parts/list-import/ListImport';
import { UnresolvedRowList } from '../../parts/list-import/UnresolvedRowList';
import { toUnresolvedLines } from '../../parts/list-import/rowTable';
import { useListReading } from '../../parts/list-import/useListReading';
import type { UnresolvedRows } from '../../parts/list-import/useUnresolvedRows';
import { AssigneeList } from './list/AssigneeList';
import { planAssignJob, type AssignOptions } from '../../../license-jobs/assign/planAssignJob';
import type { Steps } from '../../../base/async/inSlices';
import type { LicenseJobPlan } from '../../../license-jobs/licenseJob';
import { withIntake } from '../../../license-jobs/intake';
import { disabledReason } from './disabledReason';
import { SeatSummary } from './SeatSummary';
import type { Assignees } from './useAssignees';
import { DraftOffer } from './DraftOffer';
import type { AssignOptionsState } from './useAssignOptions';
import type { DraftState } from './useAssignDraft';
import { evaluateGroupOffer } from '../../../license-jobs/assign/assignmentMethod';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
  subtitle: { margin: 0, color: tokens.colorNeutralForeground2 },
  footer: {
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  open: { margin: 0, color: tokens.colorStatusWarningForeground1 },
});

/** What is assigned, the list so far, and what happens next. */
interface AssignFormProps {
  readonly assignable: readonly AssignableProduct[];
  /** Why nobody can be given the product any more, in words; undefined where people can. */
  readonly closedReason: string | undefined;
  readonly list: Assignees;
  readonly unresolvedRows: UnresolvedRows;
  readonly edited: AssignOptionsState;
  readonly draft: DraftState;
  /** The job was written down and begun. */
  readonly onAssigned: (jobId: string) => void;
  readonly onClose: () => void;
}

/** Who gets which products, with everything that is known before anything is sent. */
export function AssignForm(props: AssignFormProps): ReactNode {
  const { assignable, closedReason, list, unresolvedRows, edited, draft, onAssigned, onClose } = props;
  const styles = useStyles();
  const messages = useMessages();
  const { assign } = messages;
  const reading = useListReading(list.chosenIds, unresolvedRows.addMatches);
  const { begin, isPlanning, error } = usePlanJob();
  const { products, preflight } = list;
  const options = applicable(edited.options, list);
  const missing = useMemo(() => preflight.lines.flatMap(userWithoutUsageLocation), [preflight.lines]);
  const reason = disabledReason(
    { closedReason, list, options, reading: reading.step.kind, isPlanning },
    messages,
  );
  const { ambiguous, suspicious, unknown } = unresolvedRows.tally;
  const openCount = ambiguous + suspicious + unknown;

  function start(): void {
    // What keeps it from being planned is shown below the list.
    const intake = { sources: unresolvedRows.sources, unresolved: toUnresolvedLines(unresolvedRows.rows) };
    function* plan(): Steps<LicenseJobPlan> {
      return yield* withIntake(yield* planAssignJob(products, preflight.lines, options), intake);
    }
    begin(plan()).then(onAssigned, () => undefined);
  }

  return (
    <>
      <DrawerBody>
        <div className={styles.form}>
          <p className={styles.subtitle}>{assign.subtitle(products.map(({ name }) => name))}</p>
          <DraftOffer draft={draft} />
          <ListImport
            reading={reading}
            fileHint={assign.addFromFileHint}
            dropText={assign.dropHere}
            renderField={(takeText) => (
              <PrincipalPicker
                products={products}
                chosenIds={list.chosenIds}
                onChoose={(principal) => list.add([principal])}
                onPasteList={takeText}
              />
            )}
          />
          <UnresolvedRowList unresolvedRows={unresolvedRows} />
          <MissingUsageLocations missing={missing} onSet={list.setUsageLocations} />
          <AssignOptionsForm {...{ list, assignable, options }} onChange={edited.change} />
          {/* Last, for it may be long, and the pane scrolls as one. */}
          <AssigneeList list={list} />
        </div>
      </DrawerBody>
      <DrawerFooter className={styles.footer}>
        <SeatSummary preflight={preflight} isDirect={options.method.kind === 'direct'} />
        {openCount > 0 && <p className={styles.open}>{assign.openLeft(openCount)}</p>}
        <PlanFailure error={error} onRetry={start} />
        <AssignActions disabledReason={reason} onAssign={start} onClose={onClose} />
      </DrawerFooter>
    </>
  );
}

/** The options as far as the list gives reason for them: it may have changed since they were chosen. */
function applicable(options: AssignOptions, { products, preflight }: Assignees): AssignOptions {
  const isGroupOffered = evaluateGroupOffer(preflight.lines, products.length) === 'offered';
  return {
    ...options,
    method: isGroupOffered ? options.method : { kind: 'direct' },
    stopsWithoutSeats: options.stopsWithoutSeats && preflight.seats.some(({ missing }) => missing > 0),
  };
}
