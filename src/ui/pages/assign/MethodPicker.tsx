import { Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { preflightCost } from '../../../licensing/preflight/preflightCost';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { useServices } from '../../services';
import type { Permissions } from '../../../base/permissions';
import { evaluatePermission } from '../../../licensing/policy/evaluatePermission';
import type { AssignmentMethod, GroupOffer } from '../../../license-jobs/assign/assignmentMethod';
import { GroupChoice } from '../../parts/GroupChoice';
import { doorOf, hasWaitingList } from '../../../licensing/door';
import { defaultPool } from '../../../licensing/pools';

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
      {method.kind !== 'direct' && (
        <>
          <GroupChoice {...{ product, method, onChange }} />
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
