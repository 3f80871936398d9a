import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { forEachInSteps, type Steps } from '../../../base/async/inSlices';
import type { Principal } from '../../../base/principal';
import type { ProductKey } from '../../../licensing/keys';
import { hasSeat } from '../../../licensing/changes/seatStates';
import type { GroupReading } from '../../../licensing/preflight/groupReading';
import type { Holding, LicensingCode, Seat, ServicePlan } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { explainOutcome } from '../../parts/explainOutcome';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { useGroupReadings } from '../../queries/useGroupReadings';
import type { Product, TenantProduct } from '../../../licensing/product';
import { JobDialog, manyPeople } from '../../parts/JobPanel/JobDialog';
import { PlanName } from '../../parts/PlanName';
import { peopleText } from './peopleText';
import { PreviewTable } from './PreviewTable';
import { useGroupNames } from './useGroupNames';
import { useHoldings } from './useHoldings';
import { useInSlices } from './useInSlices';
import {
  planAppSwitches,
  previewAppSwitches,
  type AppLine,
  type AppSwitches,
} from '../../../license-jobs/replace-plans/planAppSwitches';

const useStyles = makeStyles({
  text: { margin: 0 },
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

interface ChangeAppsDialogProps {
  readonly product: TenantProduct;
  /** Plans of the product that can be switched for a user. */
  readonly plans: readonly ServicePlan[];
  readonly principals: readonly Principal[];
  /** `hasRun` is true if a job was started. */
  readonly onClose: (hasRun: boolean) => void;
}

/** The dialog **Change apps**: choose apps, preview, **Change**, follow the job. */
export function ChangeAppsDialog(props: ChangeAppsDialogProps): ReactNode {
  const { product, plans, onClose } = props;
  const { key, owned } = product;
  const styles = useStyles();
  const messages = useMessages();
  const { changes, common } = messages;
  // The dialog keeps the selection of when it opened, even if the list behind it is refetched.
  const [principals] = useState(props.principals);
  const [hasBegun, setHasBegun] = useState(false);
  const [switches, setSwitches] = useState<AppSwitches>(new Map());
  const products = useMemo(() => [key], [key]);
  const reading = useHoldings({ principals, products, isEnabled: !hasBegun });
  const { data: holdings, error, refetch } = reading;
  const groups = useGroupReadings(principals, products, !hasBegun);
  const named = useGroupNames(key, principals);
  const start = useMemo(
    () =>
      holdings && groups.pending.size === 0
        ? function* steps() {
            const withNames: Holding[] = [];
            yield* forEachInSteps(holdings, (holding) => withNames.push(named(holding)));
            const lines = yield* previewAppSwitches(principals, withNames, owned, switches);
            return { lines, ...(yield* sumUp(lines, plans, { product: owned.key, groups: groups.byId })) };
          }
        : undefined,
    [principals, holdings, named, owned, switches, plans, groups],
  );
  const preview = useInSlices(start, principals.length);
  const startNow = useMemo(() => holdings && (() => appsNow(holdings, key, plans)), [holdings, key, plans]);
  const now = useInSlices(startNow, principals.length);
  const extent = useMemo(
    () => peopleText(preview?.lines.filter(({ item }) => !item.outcome) ?? [], messages),
    [preview, messages],
  );
  const canChange = preview !== undefined && preview.sent > 0 && !preview.isNoneOn;
  return (
    <JobDialog
      title={changes.apps}
      confirm={changes.appsNow}
      extent={canChange ? changes.changeFor(extent) : undefined}
      plan={canChange ? () => planAppSwitches(product, preview.lines) : undefined}
      acknowledgment={
        canChange && !(preview.isExact && preview.people < manyPeople)
          ? changes.appsUnderstood(preview.people, product.name, preview.isExact)
          : undefined
      }
      summary={
        now && (
          <p role="status" className={styles.summary}>
            {preview ? summaryText(preview, changes) : changes.reading}
          </p>
        )
      }
      onBegun={() => setHasBegun(true)}
      onClose={() => onClose(hasBegun)}
    >
      <p className={styles.text}>{changes.appsIntro(product.name)}</p>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!now && !error && (
        <Loading
          rows={3}
          label={changes.reading}
          what={common.waits.licenses(principals.map(({ displayName }) => displayName))}
        />
      )}
      {now && <AppChoices {...{ product, plans, switches }} {...now} onSwitchesChange={setSwitches} />}
      {now && preview && <AppLines product={product} lines={preview.lines} />}
    </JobDialog>
  );
}

/** Totals of the preview. */
interface AppSum {
  readonly sent: number;
  readonly unreadable: number;
  /** Number of users whose apps change, including known members of groups, each once. */
  readonly people: number;
  /** False if there may be more, because members of a group or their holdings are unknown. */
  readonly isExact: boolean;
  /** True if the change would leave a line without any app. */
  readonly isNoneOn: boolean;
}

function* sumUp(
  lines: readonly AppLine[],
  plans: readonly ServicePlan[],
  { product, groups }: GroupsOfProduct,
): Steps<AppSum> {
  const people = new Set<string>();
  let [sent, unreadable, isExact, isNoneOn] = [0, 0, true, false];
  yield* forEachInSteps(lines, ({ principal: { kind, id }, item: { outcome }, disabledPlanIds }) => {
    if (outcome?.kind === 'failed' && outcome.reason === 'unreadable') unreadable += 1;
    if (outcome) return;
    sent += 1;
    isNoneOn ||= plans.every((plan) => disabledPlanIds.includes(plan.id));
    if (kind === 'user') people.add(id.toLowerCase());
    const members = kind === 'user' ? [] : groups.get(id)?.members;
    if (!members) isExact = false;
    for (const member of members ?? []) {
      const holds = hasSeat({ ...member, seats: seatsThrough(id, member.seats) }, product);
      if (holds) people.add(member.principal.id.toLowerCase());
      else if (holds === undefined) isExact = false;
    }
  });
  return { sent, unreadable, people: people.size, isExact, isNoneOn };
}

/** Groups among the selected, by id. */
interface GroupsOfProduct {
  readonly product: ProductKey;
  readonly groups: ReadonlyMap<string, GroupReading>;
}

function seatsThrough(groupId: string, seats: readonly Seat[]): readonly Seat[] {
  return seats.filter(
    ({ path }) => path.kind === 'group' && path.groupId.toLowerCase() === groupId.toLowerCase(),
  );
}

/** Says how many lines change, stay unchanged, or couldn't be read; or why nothing can be changed. */
function summaryText(
  { lines, sent, unreadable, isNoneOn }: AppSum & { readonly lines: readonly AppLine[] },
  words: Messages['changes'],
): string {
  if (sent > 0 && isNoneOn) return words.noneOn;
  const staying = lines.length - sent - unreadable;
  return [
    sent > 0 ? words.willChange(sent) : words.noneToChange,
    ...(sent > 0 && staying > 0 ? [words.appsStay(staying)] : []),
    ...(unreadable > 0 ? [words.appsUnread(unreadable)] : []),
  ].join(' · ');
}

/** Reasons to show. If the apps are as wanted already, the apps themselves are shown instead. */
const reasonsSaid: ReadonlySet<LicensingCode> = new Set([
  'inherited',
  'not-held',
  'concurrent-change',
  'unreadable',
]);

/** The apps of each line after the change, or the reason that nothing changes. */
function AppLines({
  product,
  lines,
}: {
  readonly product: TenantProduct;
  readonly lines: readonly AppLine[];
}) {
  const messages = useMessages();
  const { changes } = messages;
  const render = useCallback(
    ({ item: { outcome }, disabledPlanIds }: AppLine) => {
      const nameOf = (planId: string): string =>
        product.planNames[planId] ?? product.owned.plans.find(({ id }) => id === planId)?.partName ?? planId;
      if (outcome && 'reason' in outcome && reasonsSaid.has(outcome.reason))
        return explainOutcome(outcome, messages).title;
      return disabledPlanIds.length === 0 ? changes.allOn : changes.appsOff(disabledPlanIds.map(nameOf));
    },
    [product, changes, messages],
  );
  return <PreviewTable label={changes.appsList} header={changes.columnApps} lines={lines} render={render} />;
}

/** Counts the direct holders for whom each app is on. */
function* appsNow(
  holdings: readonly Holding[],
  productKey: ProductKey,
  plans: readonly ServicePlan[],
): Steps<{ readonly onNow: ReadonlyMap<string, number>; readonly holders: number }> {
  const onNow = new Map(plans.map(({ id }) => [id, 0]));
  let holders = 0;
  yield* forEachInSteps(holdings, ({ seats }) => {
    const direct = seats.find(({ product, path }) => product === productKey && path.kind === 'direct');
    if (!direct) return;
    holders += 1;
    for (const [id, count] of onNow) if (!direct.disabledPlanIds.includes(id)) onNow.set(id, count + 1);
  });
  return { onNow, holders };
}

const useAppChoicesStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: tokens.spacingVerticalM,
  },
});

interface AppChoicesProps {
  readonly product: Product;
  readonly plans: readonly ServicePlan[];
  /** Number of direct holders for whom each app is on now, by plan id; `holders` is the number of all. */
  readonly onNow: ReadonlyMap<string, number>;
  readonly holders: number;
  readonly switches: AppSwitches;
  readonly onSwitchesChange: (switches: AppSwitches) => void;
}

/** A select for each app: on, off, or unchanged. */
function AppChoices(props: AppChoicesProps): ReactNode {
  const { product, plans, onNow, holders, switches, onSwitchesChange } = props;
  const styles = useAppChoicesStyles();
  const { changes } = useMessages();

  function choose(planId: string, choice: string): void {
    const next = new Map(switches);
    if (choice === 'on' || choice === 'off') next.set(planId, choice);
    else next.delete(planId);
    onSwitchesChange(next);
  }

  return (
    <div role="group" aria-label={changes.appChoices} className={styles.choices}>
      {plans.map((plan) => (
        <Field
          key={plan.id}
          label={<PlanName {...{ product, plan }} />}
          // Without direct holders there is nothing to count.
          {...(holders > 0 && { hint: changes.onNow(onNow.get(plan.id) ?? 0, holders) })}
        >
          <Select
            value={switches.get(plan.id) ?? 'keep'}
            onChange={(_event, { value }) => choose(plan.id, value)}
          >
            {(['keep', 'on', 'off'] as const).map((choice) => (
              <option key={choice} value={choice}>
                {changes.choice[choice]}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}
