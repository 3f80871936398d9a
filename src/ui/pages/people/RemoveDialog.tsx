import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useId, useMemo, useState, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import { planPersonRemovals } from '../../../license-jobs/remove/planRemovals';
import type { ProductKey } from '../../../licensing/keys';
import {
  personGroups,
  previewPersonRemovals,
  type PersonGroup,
  type ProductRemoval,
} from '../../../licensing/preflight/previewPerson';
import type { Product, TenantProduct } from '../../../licensing/product';
import type { Holding, Seat } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import { JobDialog } from '../../parts/JobPanel/JobDialog';
import { LeaveGroupsChoice, leavingReason, type GroupToLeave } from '../../parts/LeaveGroupsChoice';
import { Notice } from '../../parts/Notice';
import { usePersonMemberships } from '../../queries/usePerson';
import { useServices } from '../../services';
import type { ProductActions } from './productActions';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  // Begins under the name of the product.
  below: { paddingInlineStart: '32px', fontSize: tokens.fontSizeBase200 },
  name: { paddingBlock: tokens.spacingVerticalS, paddingInlineStart: '32px' },
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

interface RemoveDialogProps {
  readonly person: UserPrincipal;
  readonly holding: Holding;
  /** Products that the person has, without Microsoft's. */
  readonly products: readonly TenantProduct[];
  /** Finds the product of a seat. */
  readonly describe: (seat: Seat) => Product | undefined;
  readonly actions: ProductActions;
  readonly onClose: () => void;
}

/** The dialog **Remove everything**: each product with its consequence, groups to leave, **Remove** in one job, follow the job. */
export function RemoveDialog(props: RemoveDialogProps): ReactNode {
  const { person, holding, actions, onClose } = props;
  const styles = useStyles();
  const { people: words, product: productWords, unassign } = useMessages();
  const { removals, groups, leaving, setLeaving, chosen, toggle } = useRemovals(props);
  const sent = removals.filter((removal) => isTaken(removal) && (!removal.isDirect || chosen.has(removal)));
  const left = groups.filter(({ id }) => leaving.has(id.toLowerCase()));
  const canSend = sent.length > 0 || left.length > 0;
  const removable = removals.filter(isRemovable);
  const isStaying = (removal: ProductRemoval): boolean => !sent.includes(removal) || keepsAll(removal);
  return (
    <JobDialog
      title={words.removeAll}
      confirm={unassign.remove}
      extent={canSend ? words.licenses(sent.length) : undefined}
      plan={
        canSend
          ? () =>
              planPersonRemovals(
                person,
                sent,
                left.map(({ id, name }) => ({ id, name })),
              )
          : undefined
      }
      disabledReason={
        !canSend && (removable.length > 0 || groups.some(({ reason }) => reason === undefined))
          ? groups.length > 0
            ? words.selectRemoval
            : words.selectProduct
          : undefined
      }
      summary={
        <p role="status" className={styles.summary}>
          {removable.length === 0 && groups.length === 0
            ? unassign.nothingToSend
            : words.removeSum({
                removed: sent.filter(({ isDirect }) => isDirect).length,
                left: left.length,
                staying: removals.filter(isStaying).length,
              })}
        </p>
      }
      onBegun={() => undefined}
      onClose={onClose}
    >
      <p className={styles.text}>{words.removeIntro(person.displayName)}</p>
      {holding.isIncomplete && <Notice intent="warning">{productWords.personIncomplete}</Notice>}
      {removable.some(({ product }) => product.coverage.kind !== 'assignable') && (
        <p className={styles.text}>{words.removeApart}</p>
      )}
      <LeaveGroupsChoice groups={groups} leaving={leaving} onChange={setLeaving} />
      <ul className={styles.list} aria-label={words.removeList}>
        {removals.map((removal) => (
          <RemovalItem
            key={removal.product.key}
            removal={removal}
            Consequence={actions.Consequence}
            isChosen={chosen.has(removal)}
            onChange={() => toggle(removal.product.key)}
          />
        ))}
      </ul>
    </JobDialog>
  );
}

/** True for a product of which something is taken: directly, or with a group. */
function isTaken({ line }: ProductRemoval): boolean {
  return line.consequence.isSent;
}

/** True for a product that can be removed by itself. */
function isRemovable(removal: ProductRemoval): boolean {
  return isTaken(removal) && removal.isDirect;
}

/** True for a product that comes from groups alone, of which the person stays in one. */
function keepsAll({ isDirect, line: { consequence } }: ProductRemoval): boolean {
  return !isDirect && consequence.kind === 'leaves-groups' && consequence.fate === 'kept';
}

type RemovalParts = Pick<RemoveDialogProps, 'person' | 'holding' | 'products' | 'describe'>;

/** Previews what is removed, as the groups to leave and the products are chosen. */
function useRemovals({ person, holding, products, describe }: RemovalParts) {
  const { me } = useServices();
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const removals = useMemo(
    () => previewPersonRemovals(person, holding, products, { rights: me, leaving }),
    [person, holding, products, me, leaving],
  );
  const groups = useGroupsToLeave({ person, holding, products, describe });
  // Of these Microsoft 365 might refuse one, and with it the whole change.
  const [unchosen, setUnchosen] = useState<ReadonlySet<ProductKey>>(
    () => new Set(products.filter(({ coverage }) => coverage.kind !== 'assignable').map(({ key }) => key)),
  );
  const chosen = new Set(
    removals.filter((removal) => isRemovable(removal) && !unchosen.has(removal.product.key)),
  );
  const toggle = useCallback(
    (key: ProductKey) =>
      setUnchosen((before) => {
        const after = new Set(before);
        if (!after.delete(key)) after.add(key);
        return after;
      }),
    [],
  );
  return { removals, groups, leaving, setLeaving, chosen, toggle };
}

/** Returns the groups that give the person any of the products, with what else they give, or why the person can't leave them here. */
function useGroupsToLeave({
  person,
  holding,
  products,
  describe,
}: RemovalParts): readonly (GroupToLeave & Pick<PersonGroup, 'id'>)[] {
  const messages = useMessages();
  const { unassign } = messages;
  const { me } = useServices();
  const groups = useMemo(
    () => personGroups(holding, new Set(products.map(({ key }) => key))),
    [holding, products],
  );
  const memberships = usePersonMemberships(
    person.id,
    useMemo(() => groups.map(({ id }) => id), [groups]),
  );
  return groups.map(({ id, name, others }, index) => {
    const read = memberships[index];
    const nested = read?.isMember === false ? unassign.leaveNested : undefined;
    return {
      ...{ id, groupId: id.toLowerCase(), isTeam: read?.group.isTeam === true },
      name: read?.group.displayName ?? name ?? unassign.aGroup,
      others: others.map((key) => {
        const seat = holding.seats.find(({ product }) => product === key);
        return (seat && describe(seat)?.name) ?? unassign.otherProducts(1);
      }),
      reason:
        read === undefined ? unassign.leaveReading : (leavingReason(me, read?.group, messages) ?? nested),
    };
  });
}

interface RemovalItemProps extends Pick<ProductActions, 'Consequence'> {
  readonly removal: ProductRemoval;
  readonly isChosen: boolean;
  readonly onChange: () => void;
}

function RemovalItem({ removal, Consequence, isChosen, onChange }: RemovalItemProps): ReactNode {
  const styles = useStyles();
  const { people: words } = useMessages();
  const { product, line } = removal;
  const id = useId();
  const isOption = isRemovable(removal);
  return (
    <li className={styles.item}>
      {isOption ? (
        <Checkbox label={product.name} aria-describedby={id} checked={isChosen} onChange={onChange} />
      ) : (
        <div className={styles.name}>{product.name}</div>
      )}
      <div id={id} className={styles.below}>
        {isOption && !isChosen && line.consequence.kind === 'leaves-groups' ? (
          words.removeKeepsDirect
        ) : (
          <Consequence consequence={line.consequence} product={product} />
        )}
      </div>
    </li>
  );
}
