import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Principal } from '../../../../base/principal';
import type { ProductKey } from '../../../../licensing/keys';
import type { Holding, LicensingCode, ServicePlan } from '../../../../licensing/types';
import { useMessages } from '../../../messages/MessagesContext';
import { ErrorNotice } from '../../../parts/ErrorNotice';
import { Loading } from '../../../parts/Loading';
import type { TenantProduct } from '../isOwned';
import { JobDialog } from '../../../parts/JobPanel/JobDialog';
import { LineTable } from '../LineTable';
import { useHoldings } from '../useHoldings';
import { AppChoices } from './AppChoices';
import {
  planAppSwitches,
  previewAppSwitches,
  type AppLine,
  type AppSwitches,
} from '../../../../license-jobs/replace-plans/planAppSwitches';

const useStyles = makeStyles({
  text: { margin: 0 },
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** Whose apps are switched, and how the dialog goes away. */
interface ChangeAppsDialogProps {
  readonly product: TenantProduct;
  /** Those of the product's plans that can be switched for a person. */
  readonly plans: readonly ServicePlan[];
  readonly principals: readonly Principal[];
  /** `hasRun` says that a job was begun. */
  readonly onClose: (hasRun: boolean) => void;
}

/** The dialog **Change apps**: which apps go on and off, what each has afterwards, then **Change**, then the job. */
export function ChangeAppsDialog(props: ChangeAppsDialogProps): ReactNode {
  const { product, plans, onClose } = props;
  const { key, owned } = product;
  const styles = useStyles();
  const { changes, common } = useMessages();
  // The list behind the dialog may be read again meanwhile; the dialog keeps to what was selected.
  const [principals] = useState(props.principals);
  const [hasBegun, setHasBegun] = useState(false);
  const [switches, setSwitches] = useState<AppSwitches>(new Map());
  const held = useHoldings({ principals, products: [key], isAsking: !hasBegun });
  const { data: holdings, error, refetch } = held;
  const now = useMemo(() => appsNow(holdings ?? [], key, plans), [holdings, key, plans]);
  const lines = useMemo(
    () => previewAppSwitches(principals, holdings ?? [], owned, switches),
    [principals, holdings, owned, switches],
  );
  const sent = lines.filter(({ item }) => !item.outcome);
  const isNoneOn = sent.some(({ disabledPlanIds }) => plans.every(({ id }) => disabledPlanIds.includes(id)));
  const sum = isNoneOn ? changes.noneOn : changes.willChange(sent.length);
  return (
    <JobDialog
      title={changes.apps}
      confirm={changes.appsNow}
      plan={sent.length > 0 && !isNoneOn ? () => planAppSwitches(product, lines) : undefined}
      summary={
        holdings && (
          <p role="status" className={styles.summary}>
            {sent.length > 0 ? sum : changes.noneToChange}
          </p>
        )
      }
      onBegun={() => setHasBegun(true)}
      onClose={() => onClose(hasBegun)}
    >
      <p className={styles.text}>{changes.appsIntro(product.name)}</p>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!holdings && !error && (
        <Loading
          rows={3}
          label={changes.reading}
          what={common.waits.licenses(principals.map(({ displayName }) => displayName))}
        />
      )}
      {holdings && (
        <>
          <AppChoices {...{ product, plans, switches }} {...now} onSwitches={setSwitches} />
          <AppLines product={product} lines={lines} />
        </>
      )}
    </JobDialog>
  );
}

/** Reasons for which the apps stay as they are; where they are as wanted, the apps themselves are shown. */
const reasonsSaid: ReadonlySet<LicensingCode> = new Set([
  'inherited',
  'not-held',
  'concurrent-change',
  'unreadable',
]);

/** What each has after the change, or why nothing changes. */
function AppLines({
  product,
  lines,
}: {
  readonly product: TenantProduct;
  readonly lines: readonly AppLine[];
}) {
  const { changes, outcomes } = useMessages();
  const render = useCallback(
    ({ item: { outcome }, disabledPlanIds }: AppLine) => {
      const nameOf = (planId: string): string =>
        product.planNames[planId] ?? product.owned.plans.find(({ id }) => id === planId)?.partName ?? planId;
      if (outcome && 'reason' in outcome && reasonsSaid.has(outcome.reason))
        return outcomes[outcome.reason].title;
      return disabledPlanIds.length === 0 ? changes.allOn : changes.appsOff(disabledPlanIds.map(nameOf));
    },
    [product, changes, outcomes],
  );
  return <LineTable label={changes.appsList} header={changes.columnApps} lines={lines} render={render} />;
}

/** For how many direct holders each app is on. */
function appsNow(holdings: readonly Holding[], productKey: ProductKey, plans: readonly ServicePlan[]) {
  const direct = holdings.flatMap(
    ({ seats }) => seats.find(({ product, path }) => product === productKey && path.kind === 'direct') ?? [],
  );
  const onNow = new Map(
    plans.map(({ id }) => [id, direct.filter(({ disabledPlanIds }) => !disabledPlanIds.includes(id)).length]),
  );
  return { onNow, holders: direct.length };
}
