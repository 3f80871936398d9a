import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { GroupPrincipal } from '../../../base/principal';
import { hasSeat } from '../../../licensing/changes/seatStates';
import type { AssignableProduct } from '../../../licensing/product';
import type { GroupReading } from '../../../licensing/preflight/groupReading';
import { groupUnsuitability } from '../../../licensing/policy/groupUnsuitability';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { PrincipalName } from '../../parts/PrincipalName';
import { PrincipalPicker } from '../../parts/PrincipalPicker/PrincipalPicker';
import { useGroupReadings } from '../../queries/useGroupReadings';
import { isGroup } from '../../../license-jobs/assign/assignmentMethod';

const useStyles = makeStyles({
  chosen: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  note: { margin: 0, gridColumn: '1 / span 2' },
});

/** The group that is chosen, if any. */
interface ExistingGroupProps {
  readonly product: AssignableProduct;
  readonly group: GroupPrincipal | undefined;
  readonly onChange: (group: GroupPrincipal | undefined) => void;
}

const noIds: ReadonlySet<string> = new Set();

/** Finds a group to put the people in, and says who gets the product besides, or why the group cannot be taken. */
export function ExistingGroup({ product, group, onChange }: ExistingGroupProps): ReactNode {
  const styles = useStyles();
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

/** Says who gets the product besides, since they are in the group already; undefined where no user does. */
function othersText(
  { directUsers, members, carried }: GroupReading,
  { key }: AssignableProduct,
  words: Messages['assign'],
): string | undefined {
  if (carried?.includes(key)) return undefined;
  // Members get it besides only where the group doesn't give it yet.
  if (!carried) return directUsers === 0 ? undefined : words.groupMayGive(directUsers);
  if (directUsers === undefined) return words.groupSizeUnknown;
  if (!members) return directUsers > 0 ? words.groupHasPeople(directUsers) : undefined;
  const having = members.map((member) => hasSeat(member, key));
  if (having.includes(undefined)) return words.groupHasPeople(members.length);
  const gaining = having.filter((hasOne) => !hasOne).length;
  return gaining > 0 ? words.groupGives(gaining) : undefined;
}
