import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { GroupPrincipal } from '../../../../base/principal';
import type { AssignableProduct } from '../../../../licensing/product';
import { groupUnsuitability } from '../../../../licensing/policy/groupUnsuitability';
import { useMessages } from '../../../messages/MessagesContext';
import { PrincipalName } from '../../../parts/PrincipalName';
import { PrincipalPicker } from '../../../parts/PrincipalPicker/PrincipalPicker';
import { keys } from '../../../queries/keys';
import { useServices } from '../../../services';
import { isGroup } from '../../../../license-jobs/assign/assignmentMethod';

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

const nobody: ReadonlySet<string> = new Set();

/** Finds a group to put the people in, and says who gets the product besides, or why the group cannot be taken. */
export function ExistingGroup({ product, group, onChange }: ExistingGroupProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const { directory } = useServices();
  const { data: size } = useQuery({
    queryKey: keys.composition(group?.id ?? ''),
    queryFn: ({ signal }) => directory.readComposition(group?.id ?? '', { signal }),
    enabled: group !== undefined,
  });
  if (!group) {
    return (
      <PrincipalPicker
        products={[product]}
        chosenIds={nobody}
        label={assign.groupPicker}
        isWanted={isGroup}
        isQuiet
        onChoose={(principal) => isGroup(principal) && onChange(principal)}
      />
    );
  }
  const fault = groupUnsuitability(group);
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
        size &&
        size.directUsers > 0 && <p className={styles.note}>{assign.groupHasPeople(size.directUsers)}</p>
      )}
    </div>
  );
}
