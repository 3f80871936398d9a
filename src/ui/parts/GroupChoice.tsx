import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { GroupPrincipal } from '../../base/principal';
import {
  isGroup,
  maxGroupNameLength,
  type AssignmentMethod,
} from '../../license-jobs/assign/assignmentMethod';
import { hasSeat } from '../../licensing/changes/seatStates';
import { groupUnsuitability } from '../../licensing/policy/groupUnsuitability';
import type { GroupReading } from '../../licensing/preflight/groupReading';
import type { AssignableProduct } from '../../licensing/product';
import { useMessages } from '../messages/MessagesContext';
import type { Messages } from '../messages/types';
import { useGroupReadings } from '../queries/useGroupReadings';
import { PrincipalName } from './PrincipalName';
import { PrincipalPicker } from './PrincipalPicker/PrincipalPicker';

/** A group to give licenses through: one that the job creates, or one that exists. */
export type GroupMethod = Exclude<AssignmentMethod, { kind: 'direct' }>;

interface GroupChoiceProps {
  readonly product: AssignableProduct;
  readonly method: GroupMethod;
  readonly onChange: (method: GroupMethod) => void;
}

/** Asks for the name of a group to create, or for one that exists, and says who else gets the product by it. */
export function GroupChoice({ product, method, onChange }: GroupChoiceProps): ReactNode {
  const { assign } = useMessages();
  const newGroup: GroupMethod = { kind: 'new-group', name: assign.groupNameDefault(product.name) };
  return (
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
    </>
  );
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
