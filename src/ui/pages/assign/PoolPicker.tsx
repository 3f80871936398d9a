import { Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useId, type ReactNode } from 'react';
import type { PoolKey } from '../../../licensing/keys';
import { canGiveTo, nextChangeOf, poolToGiveFrom, poolsToGiveFrom } from '../../../licensing/pools';
import type { PreflightLine } from '../../../licensing/preflight/preflight';
import type { AssignableProduct } from '../../../licensing/product';
import type { Pool } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import type { ChosenPools } from './useAssignOptions';

const useStyles = makeStyles({
  facts: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  option: { overflowWrap: 'anywhere' },
});

interface PoolPickerProps {
  readonly product: AssignableProduct;
  /** Id of the heading with the product's name. Default is no heading, for a single product. */
  readonly nameId?: string;
  /** Undefined if the app chooses. */
  readonly chosen: PoolKey | undefined;
  readonly onChange: (chosen: PoolKey | undefined) => void;
}

/** Value of the option that lets the app choose; no pool has this key. */
const automatic = 'automatic';

/** Asks which of the product's subscriptions to assign from, if there are several. */
export function PoolPicker({ product, nameId, chosen, onChange }: PoolPickerProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { doors } = messages;
  const titleId = useId();
  if (!hasPoolChoice(product)) return undefined;
  const pools = usablePools(product);
  const now = poolName(product, poolToGiveFrom(product.owned), doors);
  return (
    <Field label={{ id: titleId, children: doors.assignFrom }}>
      <RadioGroup
        aria-labelledby={nameId && `${nameId} ${titleId}`}
        value={chosen ?? automatic}
        onChange={(_event, { value }) => onChange(pools.find(({ key }) => key === value)?.key)}
      >
        <Radio
          value={automatic}
          label={{
            className: styles.option,
            children: (
              <>
                {doors.automatic}
                <span className={styles.facts}>{doors.automaticNote(chosen ? undefined : now)}</span>
              </>
            ),
          }}
        />
        {pools.map((pool) => (
          <Radio
            key={pool.key}
            value={pool.key}
            label={{
              className: styles.option,
              children: (
                <>
                  {poolName(product, pool, doors)}
                  <span className={styles.facts}>{poolFacts(pool, messages).join(' · ')}</span>
                </>
              ),
            }}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

/** True if the product has several subscriptions to assign from. */
export function hasPoolChoice(product: AssignableProduct): boolean {
  return usablePools(product).length > 1;
}

/** Returns the subscription that the admin chose to assign from; undefined if the app chooses. */
export function chosenPoolOf(
  product: AssignableProduct,
  chosenPools: ChosenPools | undefined,
): Pool | undefined {
  const chosen = chosenPools?.[product.key];
  return usablePools(product).find(({ key }) => key === chosen);
}

/** Returns the name of a subscription: its place among the product's, and its next date. */
export function poolName(
  { owned }: AssignableProduct,
  pool: Pool,
  { subscription }: Messages['doors'],
): string {
  return subscription(owned.pools.findIndex(({ key }) => key === pool.key) + 1, nextChangeOf(pool));
}

/** Pools that seats can be given from, in the order of the page **About**. */
function usablePools({ owned }: AssignableProduct): readonly Pool[] {
  const usable = new Set(poolsToGiveFrom(owned));
  return owned.pools.filter((pool) => usable.has(pool));
}

function poolFacts(pool: Pool, { doors, product: words }: Messages): readonly string[] {
  const isTrial = pool.subscriptions?.some((each) => each.isTrial) ?? false;
  return [
    words.availableOf(pool.seats),
    ...(isTrial ? [words.subscriptionTrial] : []),
    ...(canGiveTo(pool, 'group') || pool.isPersonal ? [] : [doors.onlyPeople]),
    ...(canGiveTo(pool, 'user') ? [] : [doors.onlyGroups]),
    ...(pool.isPersonal ? [doors.ofOnePerson] : []),
  ];
}

/** List that seats are given to. */
interface PoolUse {
  readonly lines: readonly PreflightLine[];
  /** True if a group gets the license, and the list becomes its members. */
  readonly isThroughGroup: boolean;
}

/** Returns why the subscription to assign from may not do for the list, as texts. */
export function poolWarnings(
  { owned }: AssignableProduct,
  { lines, isThroughGroup }: PoolUse,
  doors: Messages['doors'],
): readonly string[] {
  const pool = poolToGiveFrom(owned);
  const isUnfitFor = (kind: 'user' | 'group'): boolean =>
    !canGiveTo(pool, kind) &&
    (isThroughGroup ? kind === 'group' : lines.some(({ principal }) => principal.kind === kind));
  return [
    ...(pool.isPersonal && lines.length > 0 ? [doors.personal] : []),
    ...(isUnfitFor('group') ? [doors.notForGroups] : []),
    ...(isUnfitFor('user') ? [doors.notForPeople] : []),
  ];
}

const useNoteStyles = makeStyles({
  note: {
    display: 'flex',
    flexBasis: '100%',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    color: tokens.colorStatusWarningForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { flexShrink: 0, fontSize: '16px' },
});

interface PoolNotesProps {
  readonly product: AssignableProduct;
  readonly use: PoolUse;
  /** True if several products are assigned, so that the note names this one. */
  readonly isNamed: boolean;
}

/** Warns if the subscription to assign from may not do for the list. */
export function PoolNotes({ product, use, isNamed }: PoolNotesProps): ReactNode {
  const styles = useNoteStyles();
  const { doors } = useMessages();
  return poolWarnings(product, use, doors).map((warning) => (
    <p key={warning} role="status" className={styles.note}>
      <WarningRegular aria-hidden className={styles.icon} />
      <span>{isNamed ? `${product.name}: ${warning}` : warning}</span>
    </p>
  ));
}
