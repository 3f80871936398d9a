import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Principal } from '../../../base/principal';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { isUnlisted, removalNotes } from './disabledReasons';
import { JobDialog, manyPeople } from '../../parts/JobPanel/JobDialog';
import { peopleText } from './peopleText';
import { PreviewTable } from './PreviewTable';
import { planRemovals } from '../../../license-jobs/remove/planRemovals';
import { breakDown, peopleLosing } from '../../../licensing/preflight/countRemoval';
import {
  previewRemovals,
  type GivingGroup,
  type RemovalConsequence,
  type RemovalLine,
  type RemovalPreview,
} from '../../../licensing/preflight/previewRemoval';
import type { Product, TenantProduct } from '../../../licensing/product';
import { forEachInSteps } from '../../../base/async/inSlices';
import type { Holding, OwnedProduct } from '../../../licensing/types';
import { useGroupReadings } from '../../queries/useGroupReadings';
import { useServices } from '../../services';
import { useGroupNames } from './useGroupNames';
import { useHoldings } from './useHoldings';
import { useInSlices } from './useInSlices';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { PersonSubtractRegular } from '@fluentui/react-icons/svg/person-subtract';
import type { ProductKey } from '../../../licensing/keys';
import { useProducts } from '../../queries/useProducts';

const useStyles = makeStyles({ intro: { margin: 0 } });

interface UnassignDialogProps {
  readonly product: TenantProduct;
  readonly principals: readonly Principal[];
  /** `hasRun` is true if a job was started. */
  readonly onClose: (hasRun: boolean) => void;
}

/** The dialog **Unassign licenses**: preview, **Remove**, follow the job. */
export function UnassignDialog(props: UnassignDialogProps): ReactNode {
  const { product, onClose } = props;
  const styles = useStyles();
  const messages = useMessages();
  const { unassign, common } = messages;
  // The dialog keeps the selection of when it opened, even if the list behind it is refetched.
  const [principals] = useState(props.principals);
  const [hasBegun, setHasBegun] = useState(false);
  const { preview, error, retry } = useRemovalPreview(product.owned, principals, !hasBegun);
  const lines = preview?.lines;
  const render = useCallback(
    ({ consequence }: RemovalLine) => <ConsequenceText {...{ consequence, product }} />,
    [product],
  );
  const sent = useMemo(() => lines?.filter(({ consequence }) => consequence.isSent) ?? [], [lines]);
  const canRemove = sent.length > 0;
  const extent = useMemo(() => peopleText(sent, messages), [sent, messages]);
  const acknowledgment = useMemo(
    () => preview && canRemove && acknowledgmentText(product.name, preview, unassign),
    [preview, canRemove, product.name, unassign],
  );
  return (
    <JobDialog
      title={unassign.title}
      confirm={unassign.remove}
      extent={canRemove ? unassign.removeFrom(extent) : undefined}
      plan={canRemove ? () => planRemovals(product, lines ?? []) : undefined}
      acknowledgment={acknowledgment || undefined}
      summary={preview && <RemovalSummary {...{ preview, product }} />}
      onBegun={() => setHasBegun(true)}
      onClose={() => onClose(hasBegun)}
    >
      <p className={styles.intro}>{unassign.intro(product.name)}</p>
      {removalNotes(product, messages).map((note) => (
        <p key={note} className={styles.intro}>
          {note}
        </p>
      ))}
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
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads the holdings of the selected and previews the removal for each, while `isEnabled`. */
function useRemovalPreview(
  product: OwnedProduct,
  principals: readonly Principal[],
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
        access: me.access,
        canLicenseRoleAssignableGroups: me.canLicenseRoleAssignableGroups,
      });
    };
  }, [principals, data, groups, named, product, me]);
  const preview = useInSlices(start, principals.length);
  return { preview, error, retry: () => void refetch() };
}

const useRemovalSummaryStyles = makeStyles({
  breakdown: { margin: 0 },
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

interface RemovalSummaryProps {
  readonly preview: RemovalPreview;
  readonly product: Product;
}

/**
 * Totals of the preview: assignment paths, removals to send, removals through a group, those who keep it, and
 * licenses that become available.
 */
function RemovalSummary({ preview, product }: RemovalSummaryProps): ReactNode {
  const styles = useRemovalSummaryStyles();
  const { unassign } = useMessages();
  const { lines } = preview;
  const parts = useMemo(() => breakDown(lines), [lines]);
  const { sent, along, unreadable } = parts;
  const stay = lines.length - sent - along - unreadable;
  const words = [
    unassign.willSend(sent),
    ...(along > 0 ? [unassign.willGoAlong(along)] : []),
    ...(stay > 0 ? [unassign.willStay(stay)] : []),
    ...(unreadable > 0 ? [unassign.willBeUnread(unreadable)] : []),
    ...freedWords(preview, product, unassign),
  ];
  return (
    <div role="status">
      {lines.length > 1 && <p className={styles.breakdown}>{unassign.breakdown(lines.length, parts)}</p>}
      <p className={styles.summary}>{sent > 0 ? words.join(' · ') : unassign.nothingToSend}</p>
    </div>
  );
}

/**
 * Says how many licenses become available: none of a product that isn't listed, and no usable ones if it's disabled.
 */
function freedWords(
  { seatsFreed, isExact }: RemovalPreview,
  product: Product,
  unassign: Messages['unassign'],
): string[] {
  if (isUnlisted(product)) return [];
  if (product.state.kind === 'disabled') return [unassign.freedUnusable];
  if (isExact) return seatsFreed > 0 ? [unassign.willFree(seatsFreed)] : [];
  return [seatsFreed > 0 ? unassign.willFreeAtLeast(seatsFreed) : unassign.freedUnknown];
}

const useConsequenceTextStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  icon: { flexShrink: 0, marginTop: '1px', fontSize: '18px' },
  sent: { color: tokens.colorNeutralForeground1 },
  stays: { color: tokens.colorNeutralForeground3 },
  also: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface ConsequenceTextProps {
  readonly consequence: RemovalConsequence;
  readonly product: Product;
}

/** Consequence for one user or group, and other products of the groups that assign this one. */
function ConsequenceText({ consequence, product }: ConsequenceTextProps): ReactNode {
  const styles = useConsequenceTextStyles();
  const messages = useMessages();
  const { products } = useProducts();
  const nameOf = (product: ProductKey): string =>
    products?.find(({ key }) => key === product)?.name ?? messages.unassign.otherProducts(1);
  const groups = consequence.kind === 'stays-inherited' ? consequence.groups : [];
  const isTaken = consequence.isSent || consequence.kind === 'goes-with-group';
  const Icon = isTaken ? PersonSubtractRegular : LockClosedRegular;
  return (
    <div className={styles.line}>
      <Icon className={mergeClasses(styles.icon, isTaken ? styles.sent : styles.stays)} aria-hidden />
      <div>
        {consequenceText(consequence, product, messages)}
        {groups
          .filter(({ otherProducts }) => otherProducts.length > 0)
          .map(({ groupId, groupName, otherProducts }) => (
            <div key={groupId} className={styles.also}>
              {messages.unassign.alsoGives(groupName ?? messages.unassign.aGroup, otherProducts.map(nameOf))}
            </div>
          ))}
      </div>
    </div>
  );
}

/** Returns the text of a consequence. */
function consequenceText(consequence: RemovalConsequence, product: Product, { unassign }: Messages): string {
  const names = (groups: readonly GivingGroup[]): string[] =>
    groups.map(({ groupName }) => groupName ?? unassign.aGroup);
  switch (consequence.kind) {
    case 'frees-seat':
      if (isUnlisted(product)) return unassign.losesUnlisted;
      return product.state.kind === 'disabled' ? unassign.freesClosedSeat : unassign.freesSeat;
    case 'may-free-seat':
      return unassign.mayFreeSeat;
    case 'removes-error':
      return unassign.removesError;
    case 'keeps-through-group':
      return unassign.keepsThroughGroup(names(consequence.groups));
    case 'stays-inherited':
      return unassign.staysInherited(names(consequence.groups));
    case 'in-error':
      return unassign.inError(names(consequence.groups), consequence.goesAlong);
    case 'goes-with-group':
      return consequence.isUnsure
        ? unassign.mayGoWithGroup(names(consequence.groups))
        : unassign.goesWithGroup(names(consequence.groups));
    case 'members-lose':
      return consequence.members
        ? unassign.membersLoseExactly(consequence.members)
        : unassign.membersLose(consequence.directUsers);
    case 'nothing-held':
      return unassign.nothingHeld;
    case 'unreadable':
      return unassign.unreadable;
    case 'not-permitted':
      return unassign.notPermitted;
  }
}
