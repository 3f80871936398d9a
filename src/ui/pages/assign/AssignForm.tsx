import {
  DrawerBody,
  DrawerFooter,
  makeStyles,
  tokens,
  Field,
  Radio,
  RadioGroup,
  Button,
} from '@fluentui/react-components';
import { useMemo, type ReactNode, useId } from 'react';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { userWithoutUsageLocation } from '../../parts/usage-location/usageLocations';
import { MissingUsageLocations } from '../../parts/usage-location/MissingUsageLocations';
import { PlanFailure } from '../../parts/JobPanel/PlanFailure';
import { usePlanJob } from '../../parts/JobPanel/usePlanJob';
import { PrincipalPicker } from '../../parts/PrincipalPicker/PrincipalPicker';
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
import { SeatSummary } from './SeatSummary';
import type { Assignees } from './useAssignees';
import { DraftOffer } from './DraftOffer';
import type { AssignOptionsState } from './useAssignOptions';
import type { DraftState } from './useAssignDraft';
import { evaluateGroupOffer, isMethodReady } from '../../../license-jobs/assign/assignmentMethod';
import { isSent } from '../../../licensing/preflight/preflight';
import { ProductSection } from './ProductSection';
import { MethodPicker } from './MethodPicker';
import type { Messages } from '../../messages/types';
import type { ReadingStep } from '../../parts/list-import/useListReading';

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

interface AssignFormProps {
  readonly assignable: readonly AssignableProduct[];
  /** Reason that the product can't be assigned anymore, as text; undefined if it can. */
  readonly closedReason: string | undefined;
  readonly list: Assignees;
  readonly unresolvedRows: UnresolvedRows;
  readonly edited: AssignOptionsState;
  readonly draft: DraftState;
  /** Called with the id of the job once it's planned and started. */
  readonly onAssigned: (jobId: string) => void;
  readonly onClose: () => void;
}

/** The form to choose who gets which products. Shows what would happen before anything is sent. */
export function AssignForm(props: AssignFormProps): ReactNode {
  const { assignable, closedReason, list, unresolvedRows, edited, draft, onAssigned, onClose } = props;
  const styles = useStyles();
  const messages = useMessages();
  const { assign } = messages;
  const reading = useListReading(list.chosenIds, unresolvedRows.addMatches, unresolvedRows.idsOfList);
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
    // `PlanFailure` shows the error.
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
          <UnresolvedRowList {...{ unresolvedRows, reading }} />
          <MissingUsageLocations missing={missing} onSet={list.setUsageLocations} />
          <AssignOptionsForm {...{ list, assignable, options }} onChange={edited.change} />
          {/* Comes last because it can be long, and the pane scrolls as a whole. */}
          <AssigneeList list={list} />
        </div>
      </DrawerBody>
      <DrawerFooter className={styles.footer}>
        <SeatSummary preflight={preflight} isDirect={options.method.kind === 'direct'} />
        {openCount > 0 && <p className={styles.open}>{assign.unresolvedLeft(openCount)}</p>}
        <PlanFailure error={error} onRetry={start} />
        <AssignActions disabledReason={reason} onAssign={start} onClose={onClose} />
      </DrawerFooter>
    </>
  );
}

/** Drops options that no longer apply because the list has changed since they were chosen. */
function applicable(options: AssignOptions, { products, preflight }: Assignees): AssignOptions {
  const isGroupOffered = evaluateGroupOffer(preflight.lines, products.length) === 'offered';
  return {
    ...options,
    method: isGroupOffered ? options.method : { kind: 'direct' },
    stopsWithoutSeats: options.stopsWithoutSeats && preflight.seats.some(({ missing }) => missing > 0),
  };
}

interface AssignOptionsFormProps {
  readonly list: Assignees;
  readonly assignable: readonly AssignableProduct[];
  readonly options: AssignOptions;
  readonly onChange: AssignOptionsState['change'];
}

/** The options of the assignment. Each shows only if it makes a difference for the current list. */
function AssignOptionsForm(props: AssignOptionsFormProps): ReactNode {
  const { list, assignable, options, onChange } = props;
  const { lines, seats } = list.preflight;
  const [product] = list.products;
  const offer = evaluateGroupOffer(lines, list.products.length);
  const sent = lines.filter(isSent).length;
  return (
    <>
      {product && offer !== 'none' && (
        <MethodPicker
          {...{ product, offer }}
          people={sent}
          method={options.method}
          onChange={(method) => onChange({ method })}
        />
      )}
      {seats.some(({ missing }) => missing > 0) && sent > 0 && options.method.kind === 'direct' && (
        <SeatsShortChoice
          stopsWithoutSeats={options.stopsWithoutSeats}
          onChange={(stopsWithoutSeats) => onChange({ stopsWithoutSeats })}
        />
      )}
      <ProductSection
        {...{ list, assignable }}
        disabledPlanIds={options.disabledPlanIds}
        onChange={(disabledPlanIds) => onChange({ disabledPlanIds })}
      />
    </>
  );
}

interface SeatsShortChoiceProps {
  readonly stopsWithoutSeats: boolean;
  readonly onChange: (stopsWithoutSeats: boolean) => void;
}

/** Asks whether to pause or to go on when no license is left. */
function SeatsShortChoice({ stopsWithoutSeats, onChange }: SeatsShortChoiceProps): ReactNode {
  const { assign } = useMessages();
  return (
    <Field label={assign.seatsShortTitle}>
      <RadioGroup
        value={stopsWithoutSeats ? 'stop' : 'go-on'}
        onChange={(_event, { value }) => onChange(value === 'stop')}
      >
        <Radio value="go-on" label={assign.seatsShortGoOn} />
        <Radio value="stop" label={assign.seatsShortStop} />
      </RadioGroup>
    </Field>
  );
}

const useAssignActionsStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  reason: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface AssignActionsProps {
  /** Returns the reason that **Assign** is disabled, as text; undefined if it's enabled. */
  readonly disabledReason: string | undefined;
  readonly onAssign: () => void;
  readonly onClose: () => void;
}

/** The buttons in the footer. **Assign** says why it's disabled. */
function AssignActions({ disabledReason, onAssign, onClose }: AssignActionsProps): ReactNode {
  const styles = useAssignActionsStyles();
  const { assign, common } = useMessages();
  const reasonId = useId();
  const isDisabled = disabledReason !== undefined;
  return (
    <>
      {isDisabled && (
        <p id={reasonId} className={styles.reason}>
          {disabledReason}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={isDisabled}
          aria-describedby={isDisabled ? reasonId : undefined}
          onClick={onAssign}
        >
          {assign.assign}
        </Button>
        <Button onClick={onClose}>{common.close}</Button>
      </div>
    </>
  );
}

/** State that enables or disables **Assign**. */
interface AssignState {
  /** Reason that the product can't be assigned anymore, as text. */
  readonly closedReason: string | undefined;
  readonly list: Assignees;
  readonly options: AssignOptions;
  readonly reading: ReadingStep['kind'];
  readonly isPlanning: boolean;
}

/** Returns the reason that **Assign** is disabled, as text; undefined if it's enabled. */
function disabledReason(state: AssignState, { assign }: Messages): string | undefined {
  const { closedReason, list, options, reading, isPlanning } = state;
  const { principals, products, checks, preflight } = list;
  if (isPlanning) return assign.planning;
  if (closedReason !== undefined) return closedReason;
  if (reading === 'reading' || reading === 'column' || reading === 'matching') return assign.reasonReading;
  if (principals.length === 0) return assign.reasonEmpty;
  if (checks.error) return assign.checkFailed;
  if (checks.pending.size > 0) return assign.reasonChecking;
  const allOff = products.find((product) => isEveryPlanOff(product, options.disabledPlanIds));
  if (allOff) return products.length > 1 ? assign.plansNoneOnOf(allOff.name) : assign.plansNoneOn;
  if (!preflight.lines.some(isSent)) return assign.nothingToSend;
  return isMethodReady(options.method) ? undefined : assign.reasonGroup;
}

function isEveryPlanOff({ key, owned }: AssignableProduct, off: AssignOptions['disabledPlanIds']): boolean {
  const plans = owned.plans.filter(({ isUserScoped }) => isUserScoped);
  return plans.length > 0 && plans.every(({ id }) => off[key]?.includes(id));
}
