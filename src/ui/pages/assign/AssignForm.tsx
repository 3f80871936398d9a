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
          <UnresolvedRowList {...{ unresolvedRows, reading }} />
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

/** The options, and what they depend on. */
interface AssignOptionsFormProps {
  readonly list: Assignees;
  readonly assignable: readonly AssignableProduct[];
  readonly options: AssignOptions;
  readonly onChange: AssignOptionsState['change'];
}

/** What can be decided besides the list; nothing is asked that makes no difference to it. */
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

/** Whether the job rests where no seat is left. */
interface SeatsShortChoiceProps {
  readonly stopsWithoutSeats: boolean;
  readonly onChange: (stopsWithoutSeats: boolean) => void;
}

/** Asks what happens when the last seat is taken. */
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

/** What the buttons do. */
interface AssignActionsProps {
  /** Why nothing can be assigned now, in words; undefined where it can. */
  readonly disabledReason: string | undefined;
  readonly onAssign: () => void;
  readonly onClose: () => void;
}

/** The buttons under the list. **Assign** says why it is disabled. */
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

/** Where the flow stands. */
interface AssignStanding {
  /** Why nobody can be given the product any more, in words. */
  readonly closedReason: string | undefined;
  readonly list: Assignees;
  readonly options: AssignOptions;
  readonly reading: ReadingStep['kind'];
  readonly isPlanning: boolean;
}

/** Why nothing can be assigned now, in words; undefined where it can. */
function disabledReason(standing: AssignStanding, { assign }: Messages): string | undefined {
  const { closedReason, list, options, reading, isPlanning } = standing;
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
