import {
  Field,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  Select,
  tokens,
} from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { useMemo, useState, type ComponentProps, type ReactNode } from 'react';
import { planFreedSeats } from '../../../license-jobs/remove/planFreedSeats';
import type { PoolKey } from '../../../licensing/keys';
import { firstToEnd, isClosed, nextChangeOf } from '../../../licensing/pools';
import type { RemovalLine } from '../../../licensing/preflight/previewRemoval';
import type { TenantProduct } from '../../../licensing/product';
import type { OwnedProduct } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import type { JobDialog } from '../../parts/JobPanel/JobDialog';
import { peopleText } from './peopleText';
import { consequenceText } from './RemovalTexts';

/** The part of a job's dialog that depends on what is to be done. */
export type DialogJob = Pick<
  ComponentProps<typeof JobDialog>,
  'confirm' | 'extent' | 'plan' | 'acknowledgment'
>;

/** The choice to free one seat of those who take several, instead of removing the product. */
interface Freeing {
  readonly way: 'free' | 'remove';
  readonly setWay: (way: 'free' | 'remove') => void;
  /** Those of whom one seat can be freed. */
  readonly lines: readonly RemovalLine[];
  /** True if others are selected of whom the product would be removed. */
  readonly hasOthers: boolean;
  /** Pools to free a seat of, the first to end first. */
  readonly pools: readonly PoolKey[];
  /** Pool of which seats are freed, where a person has one there. */
  readonly pool: PoolKey | undefined;
  readonly setPool: (pool: PoolKey) => void;
  readonly job: DialogJob;
}

/**
 * Keeps the choice of the dialog. Default is to free a seat, from the pool that ends first; where others are selected as well, who would
 * stay as they are, it is to remove the product from all.
 */
export function useFreeing(product: TenantProduct, all: readonly RemovalLine[] | undefined): Freeing {
  const messages = useMessages();
  const { unassign } = messages;
  const [way, setWay] = useState<Freeing['way']>();
  const [chosen, setPool] = useState<PoolKey>();
  const lines = useMemo(() => all?.filter(({ freeable }) => freeable) ?? [], [all]);
  const pools = useMemo(() => {
    const found = new Set(lines.flatMap(({ freeable }) => freeable?.pools ?? []));
    return firstToEnd(product.owned.pools).flatMap(({ key }) => (found.has(key) ? [key] : []));
  }, [lines, product.owned]);
  const hasOthers = useMemo(
    () => all?.some(({ freeable, consequence }) => !freeable && consequence.isSent) ?? false,
    [all],
  );
  const pool = chosen ?? pools[0];
  const job = useMemo<DialogJob>(
    () => ({
      confirm: unassign.free,
      extent: unassign.freeOf(peopleText(lines, messages)),
      plan: () =>
        planFreedSeats(
          product,
          lines.flatMap((line) => toFreed(line, pool)),
        ),
    }),
    [lines, messages, pool, product, unassign],
  );
  const byDefault = hasOthers ? 'remove' : 'free';
  return {
    way: lines.length === 0 ? 'remove' : (way ?? byDefault),
    ...{ setWay, lines, hasOthers, pools, pool, setPool, job },
  };
}

/** Returns the pool of which a seat of this person is freed: the chosen one, else the person's own that ends first. */
function poolToFree({ freeable }: RemovalLine, chosen: PoolKey | undefined): PoolKey | undefined {
  return freeable?.pools.find((pool) => pool === chosen) ?? freeable?.pools[0];
}

function toFreed(line: RemovalLine, chosen: PoolKey | undefined): Parameters<typeof planFreedSeats>[1] {
  const { principal, freeable } = line;
  const pool = poolToFree(line, chosen);
  return freeable && pool && principal.kind === 'user'
    ? [{ principal, holding: freeable.holding, pool }]
    : [];
}

const useStyles = makeStyles({
  choice: { display: 'grid', gap: tokens.spacingVerticalS },
  // A select is as wide as its longest option, even if that is wider than the dialog.
  pool: { gridTemplateColumns: 'minmax(0, 1fr)', '& select': { width: '100%', minWidth: 0 } },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  icon: { flexShrink: 0, marginTop: '1px', fontSize: '18px' },
  stays: { color: tokens.colorNeutralForeground3 },
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

interface FreeingProps {
  readonly freeing: Freeing;
  readonly product: TenantProduct;
}

/** Asks whether to free one seat or to remove the product; nothing where none of the selected has a second seat. */
export function FreeSeatChoice({ freeing, product }: FreeingProps): ReactNode {
  const styles = useStyles();
  const { unassign, doors } = useMessages();
  const { way, setWay, lines, hasOthers, pools, pool, setPool } = freeing;
  if (lines.length === 0) return undefined;
  return (
    <div className={styles.choice}>
      <Field label={unassign.severalQuestion(lines.length)}>
        <RadioGroup
          value={way}
          onChange={(_event, { value }) => setWay(value === 'free' ? 'free' : 'remove')}
        >
          <Radio value="free" label={unassign.freeOne(hasOthers)} />
          <Radio value="remove" label={unassign.removeAll(hasOthers)} />
        </RadioGroup>
      </Field>
      {way === 'free' && pools.length > 1 && (
        <Field label={unassign.freeFrom} hint={unassign.freeFromNote} className={styles.pool}>
          <Select
            value={pool ?? ''}
            onChange={(_event, { value }) => {
              const found = pools.find((key) => key === value);
              if (found) setPool(found);
            }}
          >
            {pools.map((key) => (
              <option key={key} value={key}>
                {poolName(product.owned, key, doors)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}

/** Returns the name of a pool, by its place among those of the product and the date at which it renews or ends. */
function poolName({ pools }: OwnedProduct, key: PoolKey, doors: Messages['doors']): string {
  const at = pools.findIndex((pool) => pool.key === key);
  const found = pools[at];
  return doors.subscription(at + 1, found && nextChangeOf(found));
}

interface FreeingTextProps {
  readonly line: RemovalLine;
  readonly product: TenantProduct;
  /** The chosen pool. */
  readonly pool: PoolKey | undefined;
}

/** Consequence for one user or group where one seat of each is freed. */
export function FreeingText({ line, product, pool: chosen }: FreeingTextProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const pool = poolToFree(line, chosen);
  const Icon = pool ? PersonRegular : LockClosedRegular;
  return (
    <div className={styles.line}>
      <Icon className={mergeClasses(styles.icon, !pool && styles.stays)} aria-hidden />
      {pool
        ? messages.unassign.freesOne(poolName(product.owned, pool, messages.doors))
        : stayingText(line, product, messages)}
    </div>
  );
}

/** Returns why a user or group stays as it is. */
function stayingText({ consequence }: RemovalLine, product: TenantProduct, messages: Messages): string {
  switch (consequence.kind) {
    case 'nothing-held':
    case 'not-permitted':
    case 'unreadable':
    case 'stays-inherited':
      return consequenceText(consequence, product, messages);
    case 'may-free-seat':
      return messages.unassign.unreadable;
    default:
      return messages.unassign.noSecondSeat;
  }
}

/** Totals where one seat of each is freed: people who keep the product, seats that become free, those who stay as they are. */
export function FreeingSummary({
  freeing: { lines, pool: chosen },
  product,
  total,
}: FreeingProps & { readonly total: number }): ReactNode {
  const styles = useStyles();
  const { unassign } = useMessages();
  const closed = useMemo(() => {
    const pools = new Set(
      product.owned.pools.flatMap(({ key, capability }) => (isClosed(capability) ? [key] : [])),
    );
    return lines.filter((line) => {
      const pool = poolToFree(line, chosen);
      return pool !== undefined && pools.has(pool);
    }).length;
  }, [lines, chosen, product.owned]);
  const words = [
    unassign.willKeep(lines.length),
    ...(lines.length > closed ? [unassign.willFree(lines.length - closed)] : []),
    ...(closed > 0 ? [unassign.freedInClosed(closed)] : []),
    ...(total > lines.length ? [unassign.willStay(total - lines.length)] : []),
  ];
  return (
    <p role="status" className={styles.summary}>
      {words.join(' · ')}
    </p>
  );
}
