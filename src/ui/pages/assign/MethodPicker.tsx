import { Field, Radio, RadioGroup, makeStyles, tokens, Button, Input } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { preflightCost } from '../../../licensing/preflight/preflightCost';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { useServices } from '../../services';
import type { Permissions } from '../../../base/permissions';
import { evaluatePermission } from '../../../licensing/policy/evaluatePermission';
import type { AssignmentMethod, GroupOffer } from '../../../license-jobs/assign/assignmentMethod';
import { useMemo } from 'react';
import type { GroupPrincipal } from '../../../base/principal';
import { hasSeat } from '../../../licensing/changes/seatStates';
import type { GroupReading } from '../../../licensing/preflight/groupReading';
import { doorOf, hasWaitingList } from '../../../licensing/door';
import { defaultPool } from '../../../licensing/pools';
import { groupUnsuitability } from '../../../licensing/policy/groupUnsuitability';
import { PrincipalName } from '../../parts/PrincipalName';
import { PrincipalPicker } from '../../parts/PrincipalPicker/PrincipalPicker';
import { useGroupReadings } from '../../queries/useGroupReadings';
import { isGroup, maxGroupNameLength } from '../../../license-jobs/assign/assignmentMethod';

const useStyles = makeStyles({
  choice: { display: 'grid', gap: tokens.spacingVerticalS },
  notes: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  reason: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface MethodPickerProps {
  /** The only product of the assignment: groups are offered for one product only. */
  readonly product: AssignableProduct;
  /** Number of users who get a license. */
  readonly people: number;
  readonly offer: Exclude<GroupOffer, 'none'>;
  readonly method: AssignmentMethod;
  readonly onChange: (method: AssignmentMethod) => void;
}

/** Asks whether to assign directly or through a group, with the time and the consequences of each. */
export function MethodPicker({ product, people, offer, method, onChange }: MethodPickerProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const services = useServices();
  const { pool } = defaultPool(product.owned);
  const disabledReason = groupDisabledReason(offer, services.me, assign);
  const { writes, writesThroughGroup } = preflightCost(people, []);
  const newGroup: AssignmentMethod = { kind: 'new-group', name: assign.groupNameDefault(product.name) };
  const isThroughGroup = method.kind !== 'direct';
  return (
    <div className={styles.choice}>
      <Field label={assign.methodTitle}>
        <RadioGroup
          value={isThroughGroup ? 'group' : 'direct'}
          onChange={(_event, { value }) => onChange(value === 'group' ? newGroup : { kind: 'direct' })}
        >
          <Radio value="direct" label={assign.methodDirect(services.timeForChanges(writes, doorOf(pool)))} />
          <Radio
            value="group"
            disabled={disabledReason !== undefined}
            label={assign.methodGroup(services.timeForChanges(writesThroughGroup))}
          />
        </RadioGroup>
      </Field>
      {disabledReason && <p className={styles.reason}>{disabledReason}</p>}
      {isThroughGroup && (
        <>
          <Field label={assign.groupLabel}>
            <RadioGroup
              value={method.kind}
              onChange={(_event, { value }) =>
                onChange(value === 'new-group' ? newGroup : { kind: 'existing-group', group: undefined })
              }
            >
              <Radio value="new-group" label={assign.newGroup} />
              <Radio value="existing-group" label={assign.existingGroup} />
            </RadioGroup>
          </Field>
          {method.kind === 'new-group' ? (
            <NewGroupName name={method.name} onChange={(name) => onChange({ kind: 'new-group', name })} />
          ) : (
            <ExistingGroup
              product={product}
              group={method.group}
              onChange={(group) => onChange({ kind: 'existing-group', group })}
            />
          )}
          <ul className={styles.notes}>
            <li>{assign.groupService(hasWaitingList(pool))}</li>
            <li>{assign.groupLeaving}</li>
            <li>{method.kind === 'new-group' ? assign.groupScopesNew : assign.groupScopesExisting}</li>
          </ul>
        </>
      )}
    </div>
  );
}

/** Returns the reason that no group can be used, as text; undefined if one can. */
function groupDisabledReason(
  offer: MethodPickerProps['offer'],
  me: Permissions,
  words: Messages['assign'],
): string | undefined {
  if (offer === 'several-products') return words.methodGroupSeveral;
  if (offer === 'groups-in-list') return words.methodGroupNested;
  return evaluatePermission(me, { kind: 'manage-groups' }) && words.methodGroupNotPermitted;
}

const useExistingGroupStyles = makeStyles({
  chosen: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  note: { margin: 0, gridColumn: '1 / span 2' },
});

interface ExistingGroupProps {
  readonly product: AssignableProduct;
  readonly group: GroupPrincipal | undefined;
  readonly onChange: (group: GroupPrincipal | undefined) => void;
}

const noIds: ReadonlySet<string> = new Set();

/** Picks an existing group. Says who else gets the product, or why the group can't be used. */
function ExistingGroup({ product, group, onChange }: ExistingGroupProps): ReactNode {
  const styles = useExistingGroupStyles();
  const { assign } = useMessages();
  const groups = useMemo(() => (group ? [group] : []), [group]);
  const products = useMemo(() => [product.key], [product.key]);
  const { byId } = useGroupReadings(groups, products);
  if (!group) {
    return (
      <PrincipalPicker
        products={[product]}
        chosenIds={noIds}
        label={assign.groupPicker}
        isWanted={isGroup}
        isQuiet
        onChoose={(principal) => isGroup(principal) && onChange(principal)}
      />
    );
  }
  const fault = groupUnsuitability(group);
  const reading = byId.get(group.id);
  const others = reading && othersText(reading, product, assign);
  return (
    <div className={styles.chosen}>
      <PrincipalName principal={group} />
      <Button size="small" onClick={() => onChange(undefined)}>
        {assign.changeGroup}
      </Button>
      {fault ? (
        <p role="alert" className={styles.note}>
          {assign.unsuitable[fault]}
        </p>
      ) : (
        others && <p className={styles.note}>{others}</p>
      )}
    </div>
  );
}

/** Describes the current members who would get the product too; undefined if there are none. */
function othersText(
  { directUsers, members, carried }: GroupReading,
  { key }: AssignableProduct,
  words: Messages['assign'],
): string | undefined {
  if (carried?.includes(key)) return undefined;
  // If the group gives the product already, its members have it.
  if (!carried) return directUsers === 0 ? undefined : words.groupMayGive(directUsers);
  if (directUsers === undefined) return words.groupSizeUnknown;
  if (!members) return directUsers > 0 ? words.groupHasPeople(directUsers) : undefined;
  const having = members.map((member) => hasSeat(member, key));
  if (having.includes(undefined)) return words.groupHasPeople(members.length);
  const gaining = having.filter((hasOne) => !hasOne).length;
  return gaining > 0 ? words.groupGives(gaining) : undefined;
}

interface NewGroupNameProps {
  readonly name: string;
  readonly onChange: (name: string) => void;
}

/** Asks for the name of the new group. */
function NewGroupName({ name, onChange }: NewGroupNameProps): ReactNode {
  const { assign } = useMessages();
  return (
    <Field
      label={assign.groupName}
      required
      validationMessage={name.trim() ? undefined : assign.groupNameMissing}
    >
      <Input value={name} maxLength={maxGroupNameLength} onChange={(_event, { value }) => onChange(value)} />
    </Field>
  );
}
