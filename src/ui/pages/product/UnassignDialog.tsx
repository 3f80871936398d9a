import { makeStyles } from '@fluentui/react-components';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { forEachInSteps } from '../../../base/async/inSlices';
import type { Principal } from '../../../base/principal';
import { planRemovals } from '../../../license-jobs/remove/planRemovals';
import { peopleLosing } from '../../../licensing/preflight/countRemoval';
import {
  previewRemovals,
  type RemovalLine,
  type RemovalPreview,
} from '../../../licensing/preflight/previewRemoval';
import { inheritedGroups, type InheritedGroup } from '../../../licensing/preflight/inheritedGroups';
import type { TenantProduct } from '../../../licensing/product';
import type { Holding, OwnedProduct } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { JobDialog, manyPeople } from '../../parts/JobPanel/JobDialog';
import { LeaveGroupsChoice, leavingReason, type GroupToLeave } from '../../parts/LeaveGroupsChoice';
import { Loading } from '../../parts/Loading';
import { useGroupReadings } from '../../queries/useGroupReadings';
import { useGroups } from '../../queries/useGroups';
import { useProducts } from '../../queries/useProducts';
import { useServices } from '../../services';
import { removalNotes } from './disabledReasons';
import { FreeSeatChoice, FreeingSummary, FreeingText, useFreeing, type DialogJob } from './FreeSeatChoice';
import { peopleText } from './peopleText';
import { PreviewTable } from './PreviewTable';
import { ConsequenceText, RemovalSummary } from './RemovalTexts';
import { useGroupNames } from './useGroupNames';
import { useHoldings } from './useHoldings';
import { useInSlices } from './useInSlices';

const useStyles = makeStyles({ intro: { margin: 0 } });

const noGroups: ReadonlySet<string> = new Set();

interface UnassignDialogProps {
  readonly product: TenantProduct;
  readonly principals: readonly Principal[];
  /** `hasRun` is true if a job was started. */
  readonly onClose: (hasRun: boolean) => void;
}

/** The dialog **Unassign licenses**: preview, **Remove** or **Free seats**, follow the job. */
export function UnassignDialog(props: UnassignDialogProps): ReactNode {
  const { product, onClose } = props;
  const styles = useStyles();
  const messages = useMessages();
  const { unassign, common } = messages;
  // The dialog keeps the selection of when it opened, even if the list behind it is refetched.
  const [principals] = useState(props.principals);
  const [hasBegun, setHasBegun] = useState(false);
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(noGroups);
  const { preview, inherited, error, retry } = useRemovalPreview(
    product.owned,
    principals,
    leaving,
    !hasBegun,
  );
  const lines = preview?.lines;
  const freeing = useFreeing(product, lines);
  const removal = useRemoval(product, preview);
  const { pool } = freeing;
  const isFreeing = freeing.way === 'free';
  const render = useCallback(
    (line: RemovalLine) =>
      isFreeing ? (
        <FreeingText {...{ line, product, pool }} />
      ) : (
        <ConsequenceText consequence={line.consequence} product={product} />
      ),
    [isFreeing, pool, product],
  );
  return (
    <JobDialog
      title={unassign.title}
      {...(isFreeing ? freeing.job : removal)}
      summary={
        preview &&
        (isFreeing ? (
          <FreeingSummary {...{ freeing, product }} total={preview.lines.length} />
        ) : (
          <RemovalSummary {...{ preview, product }} />
        ))
      }
      onBegun={() => setHasBegun(true)}
      onClose={() => onClose(hasBegun)}
    >
      <p className={styles.intro}>{unassign.intro(product.name)}</p>
      {removalNotes(product, messages).map((note) => (
        <p key={note} className={styles.intro}>
          {note}
        </p>
      ))}
      <FreeSeatChoice {...{ freeing, product }} />
      {!isFreeing && inherited && (
        <ProductGroups {...{ product, leaving }} groups={inherited} onChange={setLeaving} />
      )}
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

interface ProductGroupsProps {
  readonly product: TenantProduct;
  /** Groups through which selected people have the product, most people first. */
  readonly groups: readonly InheritedGroup[];
  readonly leaving: ReadonlySet<string>;
  readonly onChange: (leaving: ReadonlySet<string>) => void;
}

/** The choice of the groups to leave, with what else each of them gives. */
function ProductGroups({ product, groups, leaving, onChange }: ProductGroupsProps): ReactNode {
  const messages = useMessages();
  const { unassign } = messages;
  const { me } = useServices();
  const { data: licensed, isPending } = useGroups(product.key);
  const { products } = useProducts();
  const shown = groups.map(({ groupId, groupName, people }): GroupToLeave => {
    const found = licensed?.find(({ group }) => group.id.toLowerCase() === groupId);
    const others = (found?.otherProducts ?? []).map(
      (key) => products?.find((each) => each.key === key)?.name ?? unassign.otherProducts(1),
    );
    return {
      ...{ groupId, people, others, isTeam: found?.group.isTeam === true },
      name: found?.group.displayName ?? groupName ?? unassign.aGroup,
      reason: isPending ? unassign.leaveReading : leavingReason(me, found?.group, messages),
    };
  });
  return <LeaveGroupsChoice {...{ leaving, onChange }} groups={shown} />;
}

/** Returns what the dialog does where the product is removed. */
function useRemoval(product: TenantProduct, preview: RemovalPreview | undefined): DialogJob {
  const messages = useMessages();
  const { unassign } = messages;
  const lines = preview?.lines;
  const sent = useMemo(() => lines?.filter(({ consequence }) => consequence.isSent) ?? [], [lines]);
  const canRemove = sent.length > 0;
  const extent = useMemo(() => peopleText(sent, messages), [sent, messages]);
  const acknowledgment = useMemo(
    () => preview && canRemove && acknowledgmentText(product.name, preview, unassign),
    [preview, canRemove, product.name, unassign],
  );
  return {
    confirm: unassign.remove,
    extent: canRemove ? unassign.removeFrom(extent) : undefined,
    plan: canRemove ? () => planRemovals(product, lines ?? []) : undefined,
    acknowledgment: acknowledgment || undefined,
  };
}

/** Returns the text to confirm if thousands lose the product, or may lose it. */
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

/** The preview of a removal. */
interface Consequences {
  /** Undefined while holdings or group members are loading. */
  readonly preview: RemovalPreview | undefined;
  /** Groups through which some of the people have the product, without those that are selected; undefined while they are loading. */
  readonly inherited: readonly InheritedGroup[] | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads the holdings of the selected and previews the removal for each, who also leave some groups, while `isEnabled`. */
function useRemovalPreview(
  product: OwnedProduct,
  principals: readonly Principal[],
  leaving: ReadonlySet<string>,
  isEnabled: boolean,
): Consequences {
  const { me } = useServices();
  const products = useMemo(() => [product.key], [product.key]);
  const { data, error, refetch } = useHoldings({ principals, products, isEnabled });
  const groups = useGroupReadings(principals, products, isEnabled);
  const named = useGroupNames(product.key, principals);
  const start = useMemo(() => {
    if (!data || groups.pending.size > 0) return undefined;
    return function* steps() {
      const holdings: Holding[] = [];
      yield* forEachInSteps(data, (holding) => holdings.push(named(holding)));
      return yield* previewRemovals({
        product,
        principals,
        holdings,
        groups: groups.byId,
        leaving,
        access: me.access,
        canLicenseRoleAssignableGroups: me.canLicenseRoleAssignableGroups,
      });
    };
  }, [principals, data, groups, named, product, leaving, me]);
  const preview = useInSlices(start, principals.length);
  const startGroups = useMemo(() => data && (() => inheritedGroups(data, product.key)), [data, product.key]);
  const all = useInSlices(startGroups, principals.length);
  const inherited = useMemo(() => {
    const selected = new Set(
      principals.flatMap(({ kind, id }) => (kind === 'group' ? [id.toLowerCase()] : [])),
    );
    return all?.filter(({ groupId }) => !selected.has(groupId));
  }, [all, principals]);
  return { preview, inherited, error, retry: () => void refetch() };
}
