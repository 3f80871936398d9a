import { DrawerBody, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Steps } from '../../../base/async/inSlices';
import type { AssignableProduct } from '../../../licensing/product';
import { isSent } from '../../../licensing/preflight/preflight';
import { evaluateGroupOffer, isMethodReady } from '../../../license-jobs/assign/assignmentMethod';
import { planAssignJob } from '../../../license-jobs/assign/planAssignJob';
import { withIntake } from '../../../license-jobs/intake';
import type { LicenseJobPlan } from '../../../license-jobs/licenseJob';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { usePlanJob } from '../../parts/JobPanel/usePlanJob';
import { ListImport } from '../../parts/list-import/ListImport';
import { toUnresolvedLines } from '../../parts/list-import/rowTable';
import { useListReading, type ListReading, type ReadingStep } from '../../parts/list-import/useListReading';
import type { UnresolvedRows } from '../../parts/list-import/useUnresolvedRows';
import { PrincipalPicker } from '../../parts/PrincipalPicker/PrincipalPicker';
import { useIsRoomy } from '../../parts/roomyWindow';
import { AssignFooter } from './AssignFooter';
import { DraftOffer } from './DraftOffer';
import { AssignList } from './list/AssignList';
import { OptionsLine, OptionsPage } from './OptionsPage';
import { PaneHeader } from './PaneHeader';
import { userPlans } from './PlanSwitches';
import { SeatSummary } from './SeatSummary';
import type { DraftState } from './useAssignDraft';
import type { Assignees } from './useAssignees';
import type { AssignOptionsState, EditedOptions } from './useAssignOptions';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', padding: 0, overflow: 'hidden', minHeight: 0 },
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    paddingInline: tokens.spacingHorizontalL,
    // Room for the focus ring of the first and the last control.
    paddingBlock: tokens.spacingVerticalXXS,
  },
  line: { flexShrink: 0, paddingInline: tokens.spacingHorizontalL },
  // Keeps its layout and its place, and takes files that are dropped.
  covered: { visibility: 'hidden' },
  options: {
    position: 'absolute',
    inset: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalXXS,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface AssignFormProps {
  readonly assignable: readonly AssignableProduct[];
  /** Reason that the product can't be assigned anymore, as text; undefined if it can. */
  readonly closedReason: string | undefined;
  readonly list: Assignees;
  readonly unresolvedRows: UnresolvedRows;
  readonly edited: AssignOptionsState;
  readonly draft: DraftState;
  /** Called with the name of the list that is being read, and with undefined once it is added or cancelled. */
  readonly onReadingChange: (name: string | undefined) => void;
  /** Called with the id of the job once it's planned and started. */
  readonly onAssigned: (jobId: string) => void;
  readonly onClose: () => void;
}

/** The form to choose who gets which products. Shows what would happen before anything is sent. */
export function AssignForm(props: AssignFormProps): ReactNode {
  const { assignable, closedReason, list, unresolvedRows, edited, draft, onAssigned, onClose } = props;
  const messages = useMessages();
  const reading = useListReading(list.chosenIds, unresolvedRows.addMatches, unresolvedRows.idsOfList);
  useReadingReport(reading, props.onReadingChange);
  const { begin, isPlanning, error } = usePlanJob();
  const { products, preflight } = list;
  const options = applicable(edited.options, list);
  const reason = disabledReason({ closedReason, list, options, reading: reading.step.kind }, messages);
  const pages = useOptionsPage(reading.step.kind === 'idle');
  const { ambiguous, suspicious, unknown } = unresolvedRows.tally;

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
      <PaneHeader
        title={messages.assign.title(products.map(({ name }) => name))}
        onClose={onClose}
        onBack={pages.isOpen ? pages.close : undefined}
      >
        <SeatSummary preflight={preflight} isThroughGroup={options.method.kind !== 'direct'} />
      </PaneHeader>
      <FormBody
        {...{ assignable, list, unresolvedRows, draft, reading, options, pages }}
        onChange={edited.change}
      />
      <AssignFooter
        {...{ preflight, isPlanning, error, onClose }}
        skipped={ambiguous + suspicious + unknown}
        isDirect={options.method.kind === 'direct'}
        disabledReason={reason}
        onAssign={start}
      />
    </>
  );
}

/** Reports the name of the list that is being read, which closing the pane would lose. */
function useReadingReport({ step }: ListReading, onChange: AssignFormProps['onReadingChange']): void {
  const name = isUnderWay(step.kind) && 'name' in step ? step.name : undefined;
  useEffect(() => onChange(name), [name, onChange]);
  useEffect(() => () => onChange(undefined), [onChange]);
}

interface FormBodyProps extends Pick<AssignFormProps, 'assignable' | 'list' | 'unresolvedRows' | 'draft'> {
  readonly reading: ListReading;
  readonly options: EditedOptions;
  readonly pages: OptionsPages;
  readonly onChange: AssignOptionsState['change'];
}

/** The two pages of the form: the list, and the options. */
function FormBody(props: FormBodyProps): ReactNode {
  const { assignable, list, unresolvedRows, draft, reading, options, pages, onChange } = props;
  const opener = useRef<HTMLButtonElement>(null);
  const page = useRef<HTMLDivElement>(null);
  usePageFocus(pages.isOpen, page, opener);
  const styles = useStyles();
  const { assign } = useMessages();
  const { products } = list;
  const form = useRef<HTMLDivElement>(null);
  // A table to review takes the room of the list.
  const isFilling = useIsRoomy() && reading.step.kind !== 'column';
  return (
    <DrawerBody className={styles.body}>
      <div ref={form} className={mergeClasses(styles.page, pages.isOpen && styles.covered)}>
        <DraftOffer draft={draft} />
        <ListImport
          reading={reading}
          fileHint={assign.addFromFileHint}
          dropText={assign.dropHere}
          renderField={(takeText, addFromFile) => (
            <PrincipalPicker
              products={products}
              chosenIds={list.chosenIds}
              hint={assign.pickerListHint}
              isLabelHidden
              contentAfter={addFromFile}
              onChoose={(principal) => list.add([principal])}
              onPasteList={takeText}
            />
          )}
        />
        <AssignList
          {...{ list, unresolvedRows, reading, isFilling }}
          onEmptied={() => form.current?.querySelector<HTMLElement>('[role=combobox]')?.focus()}
        />
      </div>
      <div className={mergeClasses(styles.line, pages.isOpen && styles.covered)}>
        <OptionsLine {...{ list, assignable, options }} button={opener} onOpen={pages.open} />
      </div>
      {pages.isOpen && (
        <div ref={page} className={styles.options}>
          <OptionsPage {...{ list, assignable, options, onChange }} onBack={pages.close} />
        </div>
      )}
    </DrawerBody>
  );
}

/** The page with the options, over that with the list. */
interface OptionsPages {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
}

/** Opens and closes the page with the options. A list that is added shows on the first page, so it closes this one. */
function useOptionsPage(isIdle: boolean): OptionsPages {
  const [isWanted, setIsWanted] = useState(false);
  if (isWanted && !isIdle) setIsWanted(false);
  return {
    isOpen: isWanted && isIdle,
    open: () => setIsWanted(true),
    close: () => setIsWanted(false),
  };
}

/** Moves the focus to the page that opens, and back to the button that opened it. */
function usePageFocus(
  isOpen: boolean,
  page: RefObject<HTMLElement | null>,
  opener: RefObject<HTMLElement | null>,
): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen) page.current?.querySelector<HTMLElement>('input, button')?.focus();
    else if (wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, page, opener]);
}

/** Drops options that no longer apply because the list has changed since they were chosen. */
function applicable(options: EditedOptions, { products, preflight }: Assignees): EditedOptions {
  const isGroupOffered = evaluateGroupOffer(preflight.lines, products.length) === 'offered';
  return {
    ...options,
    method: isGroupOffered ? options.method : { kind: 'direct' },
    stopsWithoutSeats: options.stopsWithoutSeats && preflight.seats.some(({ missing }) => missing > 0),
  };
}

/** True while a list is read that isn't added yet. */
function isUnderWay(step: ReadingStep['kind']): boolean {
  return step === 'reading' || step === 'column' || step === 'matching';
}

/** State that enables or disables **Assign**. */
interface AssignState {
  /** Reason that the product can't be assigned anymore, as text. */
  readonly closedReason: string | undefined;
  readonly list: Assignees;
  readonly options: EditedOptions;
  readonly reading: ReadingStep['kind'];
}

/** Returns the reason that **Assign** is disabled, as text; undefined if it's enabled. */
function disabledReason(state: AssignState, { assign }: Messages): string | undefined {
  const { closedReason, list, options, reading } = state;
  const { principals, products, checks, preflight } = list;
  if (closedReason !== undefined) return closedReason;
  if (isUnderWay(reading)) return assign.reasonReading;
  if (principals.length === 0) return assign.reasonEmpty;
  if (checks.error) return assign.checkFailed;
  if (checks.pending.size > 0) return assign.reasonChecking;
  const allOff = products.find((product) => isEveryPlanOff(product, options.disabledPlanIds));
  if (allOff) return products.length > 1 ? assign.plansNoneOnOf(allOff.name) : assign.plansNoneOn;
  if (!preflight.lines.some(isSent)) return assign.nothingToSend;
  return isMethodReady(options.method) ? undefined : assign.reasonGroup;
}

function isEveryPlanOff(product: AssignableProduct, off: EditedOptions['disabledPlanIds']): boolean {
  const plans = userPlans(product);
  return plans.length > 0 && plans.every(({ id }) => off[product.key]?.includes(id));
}
