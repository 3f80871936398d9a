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
import { ExistingGroup } from './ExistingGroup';
import { NewGroupName } from './NewGroupName';

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

/** The choice, and what it is about. */
interface MethodPickerProps {
  /** The only product, where a group is offered. */
  readonly product: AssignableProduct;
  /** Number of people who are to get a seat. */
  readonly people: number;
  readonly offer: Exclude<GroupOffer, 'none'>;
  readonly method: AssignmentMethod;
  readonly onChange: (method: AssignmentMethod) => void;
}

/** Asks whether many people get their seats one by one or through a group, with what each way takes and means. */
export function MethodPicker({ product, people, offer, method, onChange }: MethodPickerProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const services = useServices();
  const disabledReason = groupDisabledReason(offer, services.me, assign);
  const { writes, writesThroughGroup } = preflightCost(people, []);
  const newGroup: AssignmentMethod = { kind: 'new-group', name: assign.groupNameDefault(product.name) };
  const isThroughGroup = method.kind !== 'direct';
  return (
    <div className={styles.choice}>
      <Field label={assign.wayTitle}>
        <RadioGroup
          value={isThroughGroup ? 'group' : 'direct'}
          onChange={(_event, { value }) => onChange(value === 'group' ? newGroup : { kind: 'direct' })}
        >
          <Radio value="direct" label={assign.wayDirect(services.timeForChanges(writes))} />
          <Radio
            value="group"
            disabled={disabledReason !== undefined}
            label={assign.wayGroup(services.timeForChanges(writesThroughGroup))}
          />
        </RadioGroup>
      </Field>
      {disabledReason && <p className={styles.reason}>{disabledReason}</p>}
      {isThroughGroup && (
        <>
          <Field label={assign.whichGroup}>
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
            <li>{assign.groupEntra}</li>
            <li>{assign.groupLeaving}</li>
            <li>{method.kind === 'new-group' ? assign.groupScopesNew : assign.groupScopesExisting}</li>
          </ul>
        </>
      )}
    </div>
  );
}

/** Why a group cannot be used, in words; undefined where it can. */
function groupDisabledReason(
  offer: MethodPickerProps['offer'],
  me: Permissions,
  words: Messages['assign'],
): string | undefined {
  if (offer === 'several-products') return words.wayGroupSeveral;
  if (offer === 'groups-in-list') return words.wayGroupOff;
  return evaluatePermission(me, { kind: 'manage-groups' }) && words.wayGroupNotPermitted;
}
