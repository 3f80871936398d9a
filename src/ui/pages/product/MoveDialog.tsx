import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Principal } from '../../../base/principal';
import type { MoveLine, MovePreflight } from '../../../licensing/preflight/movePreflight';
import type { LicensingAdapter } from '../../../licensing/licensingAdapter';
import { defaultPool, nextChangeOf, poolToGiveFrom } from '../../../licensing/pools';
import type { AssignableProduct, TenantProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { userWithoutUsageLocation, withUsageLocation } from '../../parts/usage-location/usageLocations';
import { MissingUsageLocations } from '../../parts/usage-location/MissingUsageLocations';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { JobDialog, manyPeople } from '../../parts/JobPanel/JobDialog';
import { Loading } from '../../parts/Loading';
import { planMoves } from '../../../license-jobs/move/planMoves';
import { isOneWay, removalNotes } from './disabledReasons';
import { peopleText } from './peopleText';
import { PreviewTable } from './PreviewTable';
import { moveTexts } from './moveTexts';
import { forEachInSteps } from '../../../base/async/inSlices';
import { previewMoveFromBestPool } from '../../../licensing/preflight/previewMove';
import type { Holding, OwnedProduct } from '../../../licensing/types';
import { useGroupReadings } from '../../queries/useGroupReadings';
import { useProducts } from '../../queries/useProducts';
import { useServices } from '../../services';
import { useGroupNames } from './useGroupNames';
import { useHoldings } from './useHoldings';
import { useInSlices } from './useInSlices';

const useStyles = makeStyles({
  text: { margin: 0 },
  // A select is as wide as its longest option, even if that's wider than the dialog.
  target: { gridTemplateColumns: 'minmax(0, 1fr)', '& select': { width: '100%', minWidth: 0 } },
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** Props of the dialog. */
export interface MoveDialogProps {
  readonly product: TenantProduct;
  readonly targets: readonly AssignableProduct[];
  readonly principals: readonly Principal[];
  /** `hasRun` is true if a job was started. */
  readonly onClose: (hasRun: boolean) => void;
}

/** The dialog **Move licenses**: choose the product, preview, **Move**, follow the job. */
export function MoveDialog({ product, targets, onClose, ...props }: MoveDialogProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { changes, common } = messages;
  const { licensing } = useServices();
  // The dialog keeps the selection of when it opened, even if the list behind it is refetched.
  const [principals, setPrincipals] = useState(props.principals);
  const takeLocations = useCallback(
    (locations: ReadonlyMap<string, string>) =>
      setPrincipals((before) => {
        const now = before.map((one) => withUsageLocation(one, locations));
        return now.every((one, index) => one === before[index]) ? before : now;
      }),
    [],
  );
  const [hasBegun, setHasBegun] = useState(false);
  const [targetKey, setTargetKey] = useState('');
  const target = targets.find(({ key }) => key === targetKey);
  const { preflight, isCurrent, isReading, error, retry } = useMovePreview({
    from: product.owned,
    target: target?.owned,
    principals,
    isEnabled: !hasBegun,
  });
  const missing = useMemo(() => preflight?.lines.flatMap(userWithoutUsageLocation) ?? [], [preflight]);
  const sent = useMemo(
    () => preflight?.lines.filter(({ outcome, isInGroup }) => !outcome && !isInGroup) ?? [],
    [preflight],
  );
  const isSent = sent.length > 0;
  const extent = useMemo(() => peopleText(sent, messages), [sent, messages]);
  return (
    <JobDialog
      title={changes.move}
      confirm={changes.moveNow}
      extent={target && isSent ? extent : undefined}
      plan={
        target && preflight && isSent && isCurrent ? () => planMoves(product, target, preflight) : undefined
      }
      acknowledgment={
        target && preflight && isSent && needsAcknowledgment(preflight.people)
          ? changes.moveUnderstood(product.name, target.name, preflight.people)
          : undefined
      }
      summary={target && preflight && <MoveSum from={product.name} preflight={preflight} />}
      onBegun={() => setHasBegun(true)}
      onClose={() => onClose(hasBegun)}
    >
      <p className={styles.text}>
        {changes.moveIntro(product.name, target && isOneStep(product.owned, target.owned, licensing))}
      </p>
      {removalNotes(product, messages).map((note) => (
        <p key={note} className={styles.text}>
          {note}
        </p>
      ))}
      <TargetSelect {...{ targets, targetKey }} onChange={setTargetKey} />
      {target && preflight && <TargetPool target={preflight.target} />}
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {isReading && (
        <Loading
          rows={Math.min(principals.length, 4)}
          label={changes.reading}
          what={common.waits.licenses(principals.map(({ displayName }) => displayName))}
        />
      )}
      <MissingUsageLocations missing={missing} onSet={takeLocations} />
      {target && preflight && (
        <MoveLines
          from={product.name}
          to={target.name}
          mayBeRefused={isOneWay(product)}
          lines={preflight.lines}
        />
      )}
    </JobDialog>
  );
}

/** True if the service gives the new product and takes the old one in one step; also for one person, as for all. */
function isOneStep(
  from: OwnedProduct,
  target: OwnedProduct,
  licensing: Pick<LicensingAdapter, 'isOneStep'>,
): boolean {
  const add = [{ ...defaultPool(target), disabledPlanIds: [] }];
  return licensing.isOneStep({ principal: { kind: 'user', id: '' }, add, remove: [defaultPool(from)] });
}

/** Says which subscription of the new product its licenses come from, if there are several. */
function TargetPool({ target }: { readonly target: OwnedProduct }): ReactNode {
  const styles = useStyles();
  const { doors } = useMessages();
  const pool = poolToGiveFrom(target);
  return (
    target.pools.length > 1 && (
      <p role="status" className={styles.text}>
        {doors.comesFrom(target.pools.indexOf(pool) + 1, nextChangeOf(pool))}
      </p>
    )
  );
}

interface TargetSelectProps {
  readonly targets: readonly AssignableProduct[];
  readonly targetKey: string;
  readonly onChange: (key: string) => void;
}

/** Select of the product to move to, with the seats that are left. */
function TargetSelect({ targets, targetKey, onChange }: TargetSelectProps): ReactNode {
  const styles = useStyles();
  const { changes, product: words } = useMessages();
  return (
    <Field label={changes.target} className={styles.target}>
      <Select value={targetKey} onChange={(_event, { value }) => onChange(value)}>
        <option value="">{changes.chooseTarget}</option>
        {targets.map(({ key, name, owned }) => (
          <option key={key} value={key}>
            {changes.available(name, words.availableOf(owned.seats))}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** True if so many users may be affected that the admin must confirm the number. */
function needsAcknowledgment({ gaining, losing, isExact }: MovePreflight['people']): boolean {
  return !isExact || Math.max(gaining, losing) >= manyPeople;
}

interface MoveLinesProps {
  readonly from: string;
  readonly to: string;
  readonly mayBeRefused: boolean;
  readonly lines: readonly MoveLine[];
}

/** The selected users and groups, each with its change. */
function MoveLines({ from, to, mayBeRefused, lines }: MoveLinesProps): ReactNode {
  const messages = useMessages();
  const { changes } = messages;
  const render = useCallback(
    ({ findings }: MoveLine) => moveTexts(findings, { from, to, mayBeRefused }, messages).join(' · '),
    [from, to, mayBeRefused, messages],
  );
  return <PreviewTable label={changes.moveList} header={changes.columnWhat} {...{ lines, render }} />;
}

interface MoveSumProps {
  readonly from: string;
  readonly preflight: MovePreflight;
}

/** Counts of those who move, and of those who don't. */
function MoveSum({ from, preflight: { lines, seatsMissing } }: MoveSumProps): ReactNode {
  const styles = useStyles();
  const { changes } = useMessages();
  const [sent, giving, along, staying, failing] = useMemo(() => {
    const count = (kind: 'skipped' | 'failed' | undefined): number =>
      lines.filter(({ outcome, isInGroup }) => outcome?.kind === kind && !isInGroup).length;
    const inGroups = lines.filter(({ isInGroup }) => isInGroup).length;
    const withTarget = lines.filter(
      ({ findings: [first], outcome }) => !outcome && first?.kind === 'moves' && first.hasTarget,
    ).length;
    return [count(undefined), withTarget, inGroups, count('skipped'), count('failed')];
  }, [lines]);
  const words = [
    ...(sent === 0 ? [changes.noneToMove] : []),
    ...(sent > giving ? [changes.willMove(sent - giving)] : []),
    ...(giving > 0 ? [changes.willOnlyLose(giving, from)] : []),
    ...(sent > 0 && along > 0 ? [changes.willGoAlong(along)] : []),
    ...(sent > 0 && staying > 0 ? [changes.willStay(staying)] : []),
    ...(sent > 0 && failing > 0 ? [changes.cannotMove(failing)] : []),
    ...(seatsMissing > 0 ? [changes.seatsMissing(seatsMissing)] : []),
  ];
  return (
    <p role="status" className={styles.summary}>
      {words.join(' · ')}
    </p>
  );
}

interface MoveSelection {
  /** Product to remove. */
  readonly from: OwnedProduct;
  /** Undefined until a product is chosen. */
  readonly target: OwnedProduct | undefined;
  readonly principals: readonly Principal[];
  readonly isEnabled: boolean;
}

/** The preview of a move. */
interface MovePreview {
  /** Undefined until a product is chosen and the holdings are read. */
  readonly preflight: MovePreflight | undefined;
  /**
   * False while the pre-flight runs again, e.g. after a usage location was set. The earlier result shows until then.
   */
  readonly isCurrent: boolean;
  readonly isReading: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads the holdings of the selected and previews the move of each. All apps of the new product are on. */
function useMovePreview({ from, target, principals, isEnabled }: MoveSelection): MovePreview {
  const { me } = useServices();
  const targetKey = target?.key;
  const products = useMemo(() => [from.key, ...(targetKey ? [targetKey] : [])], [from.key, targetKey]);
  const isEnabledNow = isEnabled && target !== undefined;
  const reading = useHoldings({ principals, products, isEnabled: isEnabledNow });
  const { data: holdings, error, isFetching, refetch } = reading;
  const groups = useGroupReadings(principals, products, isEnabledNow);
  const { products: tenant } = useProducts();
  const named = useGroupNames(from.key, principals);
  const start = useMemo(() => {
    if (!target || !holdings || groups.pending.size > 0) return undefined;
    return function* steps() {
      const withNames: Holding[] = [];
      yield* forEachInSteps(holdings, (holding) => withNames.push(named(holding)));
      return yield* previewMoveFromBestPool({
        from,
        target,
        disabledPlanIds: [],
        principals,
        holdings: withNames,
        groups: groups.byId,
        tenant,
        access: me.access,
        canLicenseRoleAssignableGroups: me.canLicenseRoleAssignableGroups,
      });
    };
  }, [from, target, principals, holdings, groups, tenant, named, me]);
  const current = useInSlices(start, principals.length);
  const [latest, setLatest] = useState<{
    readonly of: typeof targetKey;
    readonly preflight: MovePreflight;
  }>();
  if (current && latest?.preflight !== current) setLatest({ of: targetKey, preflight: current });
  const preflight = current ?? (target && latest?.of === targetKey ? latest?.preflight : undefined);
  const isWorking = start !== undefined || isFetching || groups.pending.size > 0;
  const isReading = isEnabledNow && !preflight && isWorking;
  return { preflight, isCurrent: current !== undefined, isReading, error, retry: () => void refetch() };
}
