import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useMemo, useState, type ReactNode } from 'react';
import type { Principal, UserPrincipal } from '../../../base/principal';
import { planAssignJob } from '../../../license-jobs/assign/planAssignJob';
import { isAssignable } from '../../../licensing/isAssignable';
import type { ProductKey } from '../../../licensing/keys';
import { defaultPool } from '../../../licensing/pools';
import { lackedProducts, previewPersonGift } from '../../../licensing/preflight/previewPerson';
import { isSent, type PreflightLine } from '../../../licensing/preflight/preflight';
import type { AssignableProduct, Product } from '../../../licensing/product';
import type { Holding } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { summarizeHolder } from '../../parts/HolderGrid/summarizeHolder';
import { JobDialog } from '../../parts/JobPanel/JobDialog';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import { PrincipalName } from '../../parts/PrincipalName';
import { PrincipalPicker } from '../../parts/PrincipalPicker/PrincipalPicker';
import { usePersonHolding } from '../../queries/usePerson';
import { useServices } from '../../services';
import type { ProductActions } from './productActions';

const useStyles = makeStyles({
  text: { margin: 0 },
  source: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  // Begins under the name of the product.
  below: {
    paddingInlineStart: '32px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

interface GiveDialogProps {
  readonly person: UserPrincipal;
  readonly holding: Holding;
  /** All products of the tenant. */
  readonly products: readonly Product[];
  /** `copy`: what another person has and this one lacks; `assign`: anything that this one lacks. */
  readonly mode: 'assign' | 'copy';
  readonly actions: ProductActions;
  readonly onClose: () => void;
}

/** The dialogs **Assign licenses** and **Copy from another person**: each product with what will happen, **Assign**, follow the job. */
export function GiveDialog({
  person,
  holding,
  products,
  mode,
  actions,
  onClose,
}: GiveDialogProps): ReactNode {
  const styles = useStyles();
  const { people: words, product: productWords, assign } = useMessages();
  const { licensing } = useServices();
  const [source, setSource] = useState<UserPrincipal>();
  const isCopy = mode === 'copy';
  const { data: sourceHolding, error, refetch } = usePersonHolding(source);
  const { previews, chosen, gift, toggle } = useGift({ person, holding, products, isCopy }, sourceHolding);
  const { lines } = gift.preflight;
  const add = gift.products.map(({ owned }) => ({ ...defaultPool(owned), disabledPlanIds: [] }));
  const principal = { kind: 'user', id: person.id } as const;
  const isOneStep = add.length < 2 || licensing.isOneStep({ principal, add, remove: [] });
  const canSend = chosen.length > 0 && lines.every(isSent);
  return (
    <JobDialog
      title={isCopy ? words.copy : productWords.assign}
      confirm={assign.assign}
      extent={canSend ? words.licenses(chosen.length) : undefined}
      plan={
        canSend
          ? () =>
              planAssignJob(gift.products, lines, {
                disabledPlanIds: isCopy ? appsOff(person, chosen, sourceHolding) : {},
                method: { kind: 'direct' },
                stopsWithoutSeats: false,
              })
          : undefined
      }
      disabledReason={previews.length > 0 && chosen.length === 0 ? words.selectProduct : undefined}
      onBegun={() => undefined}
      onClose={onClose}
    >
      <p className={styles.text}>
        {isCopy ? words.copyIntro(person.displayName) : words.giveIntro(person.displayName, isOneStep)}
      </p>
      {isCopy && <Source {...{ person, source, products }} onChange={setSource} />}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {source && !sourceHolding && !error && <Loading rows={3} />}
      {sourceHolding?.isIncomplete && <Notice intent="warning">{productWords.personIncomplete}</Notice>}
      {previews.length === 0 && (!isCopy || sourceHolding) && (
        <p className={styles.text}>
          {source ? words.copyNone(source.displayName, person.displayName) : words.giveNone}
        </p>
      )}
      {previews.length > 0 && (
        <ul className={styles.list} aria-label={words.giveList}>
          {previews.map(({ product, line }) => (
            <GiftItem
              key={product.key}
              {...{ product, line, actions }}
              isChosen={chosen.includes(product)}
              onToggle={() => toggle(product.key)}
            />
          ))}
        </ul>
      )}
    </JobDialog>
  );
}

interface GiftParts extends Pick<GiveDialogProps, 'person' | 'holding' | 'products'> {
  readonly isCopy: boolean;
}

/** Previews each product that can be given, and those that are chosen together. A copy waits for what the other person has. */
function useGift(
  { person, holding, products, isCopy }: GiftParts,
  sourceHolding: Holding | null | undefined,
) {
  const { me } = useServices();
  const candidates = useMemo(
    () =>
      isCopy && !sourceHolding
        ? []
        : lackedProducts(products.filter(isOffered), holding, sourceHolding ?? undefined),
    [isCopy, products, holding, sourceHolding],
  );
  const previews = useMemo(
    () =>
      candidates.map((product) => ({
        product,
        line: previewPersonGift(person, holding, [product], { rights: me, tenant: products }).preflight
          .lines[0],
      })),
    [candidates, person, holding, me, products],
  );
  // A copy begins with all of them, which are what it is for.
  const [changed, setChanged] = useState<ReadonlySet<ProductKey>>(new Set());
  const chosen = previews
    .filter(({ product, line }) => line && isSent(line) && changed.has(product.key) !== isCopy)
    .map(({ product }) => product);
  const gift = previewPersonGift(person, holding, chosen, { rights: me, tenant: products });
  const toggle = (key: ProductKey): void =>
    setChanged((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  return { previews, chosen, gift, toggle };
}

/** Microsoft's products are not this app's to give, and hidden ones aren't wanted. */
function isOffered(product: Product): product is AssignableProduct {
  return isAssignable(product) && product.classification.owner !== 'microsoft' && !product.isHidden;
}

/** Returns the apps that are off for the other person, so that they are off here too. */
function appsOff(
  user: UserPrincipal,
  products: readonly Product[],
  source: Holding | null | undefined,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    products.map(({ key }) => {
      const seats = source?.seats.filter((seat) => seat.product === key) ?? [];
      return [key, summarizeHolder({ user, seats }).disabledPlanIds];
    }),
  );
}

interface SourceProps extends Pick<GiveDialogProps, 'person' | 'products'> {
  readonly source: UserPrincipal | undefined;
  readonly onChange: (source: UserPrincipal | undefined) => void;
}

const isPerson = ({ kind }: Principal): boolean => kind === 'user';

/** The person to copy from, or the field to find one. */
function Source({ person, source, products, onChange }: SourceProps): ReactNode {
  const styles = useStyles();
  const { people: words } = useMessages();
  const listed = useMemo(() => products.filter(isOffered), [products]);
  const own = useMemo(() => new Set([person.id]), [person.id]);
  if (source)
    return (
      <div className={styles.source}>
        <PrincipalName principal={source} />
        <Button size="small" onClick={() => onChange(undefined)}>
          {words.copyOther}
        </Button>
      </div>
    );
  return (
    <PrincipalPicker
      products={listed}
      chosenIds={own}
      isWanted={isPerson}
      label={words.copyFrom}
      hint={words.searchHint}
      onChoose={(chosen) => {
        if (chosen.kind === 'user') onChange(chosen);
      }}
    />
  );
}

interface GiftItemProps extends Pick<GiveDialogProps, 'actions'> {
  readonly product: AssignableProduct;
  readonly line: PreflightLine | undefined;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function GiftItem({ product, line, actions, isChosen, onToggle }: GiftItemProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const id = useId();
  const findings = line ? actions.findingsOf(line, messages) : [];
  return (
    <li className={styles.item}>
      <Checkbox
        label={product.name}
        aria-describedby={id}
        disabled={!line || !isSent(line)}
        checked={isChosen}
        onChange={onToggle}
      />
      <div id={id} className={styles.below}>
        {[...findings, messages.product.availableOf(product.owned.seats)].join(' · ')}
      </div>
    </li>
  );
}
