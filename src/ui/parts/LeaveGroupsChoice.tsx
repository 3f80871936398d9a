import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { GroupPrincipal } from '../../base/principal';
import type { Me } from '../../directory/types';
import { evaluatePermission } from '../../licensing/policy/evaluatePermission';
import { groupUnsuitability } from '../../licensing/policy/groupUnsuitability';
import { useMessages } from '../messages/MessagesContext';
import type { Messages } from '../messages/types';

const useStyles = makeStyles({
  groups: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  title: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  // Aligned with the labels.
  detail: {
    marginInlineStart: '32px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** A group that gives people licenses, as the choice shows it. */
export interface GroupToLeave {
  /** In lower case. */
  readonly groupId: string;
  readonly name: string;
  /** Number of the people whom it gives the license; undefined where the choice is about one person. */
  readonly people?: number;
  /** Text that says why people can't be removed from it here; undefined if they can. */
  readonly reason: string | undefined;
  /** Names of what else it gives. */
  readonly others: readonly string[];
  readonly isTeam: boolean;
}

interface LeaveGroupsChoiceProps {
  readonly groups: readonly GroupToLeave[];
  /** Ids in lower case of the groups to leave. */
  readonly leaving: ReadonlySet<string>;
  readonly onChange: (leaving: ReadonlySet<string>) => void;
}

/** Offers to remove the selected people from the groups that give them the product, with what else each group gives; or the reason why not. */
export function LeaveGroupsChoice(props: LeaveGroupsChoiceProps): ReactNode {
  const { groups, leaving, onChange } = props;
  const styles = useStyles();
  const { unassign } = useMessages();
  const id = useId();
  if (groups.length === 0) return undefined;
  return (
    <fieldset className={styles.groups}>
      <legend className={styles.title}>{unassign.leaveTitle}</legend>
      {groups.map(({ groupId, name, people, reason, others, isTeam }) => {
        const details = reason ? [reason] : whatElse(name, others, isTeam, unassign);
        const detailId = `${id}-${groupId}`;
        return (
          <div key={groupId}>
            <Checkbox
              label={people === undefined ? unassign.leaveGroup(name) : unassign.leave(name, people)}
              checked={leaving.has(groupId)}
              disabled={reason !== undefined}
              aria-describedby={details.length > 0 ? detailId : undefined}
              onChange={(_event, { checked }) => {
                const others = [...leaving].filter((each) => each !== groupId);
                onChange(new Set(checked === true ? [...others, groupId] : others));
              }}
            />
            {details.length > 0 && (
              <div id={detailId} className={styles.detail}>
                {details.join(' ')}
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

/** Returns why people can't be removed from a group here; undefined if they can. A group of which nothing is known isn't offered. */
export function leavingReason(
  me: Me,
  group: GroupPrincipal | undefined,
  { unassign }: Pick<Messages, 'unassign'>,
): string | undefined {
  if (!group || group.isNameOnly) return unassign.leaveUnknown;
  const fault = groupUnsuitability(group);
  // Members can leave it, whether or not it could be licensed today.
  if (fault && fault !== 'not-security-enabled') return unassign.cannotLeave[fault];
  return evaluatePermission(me, { kind: 'manage-groups' }) ? unassign.cannotLeave.role : undefined;
}

/** Says what people lose besides the product by leaving a group. */
function whatElse(
  group: string,
  products: readonly string[],
  isTeam: boolean,
  unassign: Messages['unassign'],
): readonly string[] {
  return [
    ...(products.length > 0 ? [unassign.alsoGives(group, products)] : []),
    ...(isTeam ? [unassign.leavesTeam] : []),
  ];
}
