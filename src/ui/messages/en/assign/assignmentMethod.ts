import type { GroupUnsuitability } from '../../../../licensing/policy/groupUnsuitability';
import type { Format } from '../../format';

/** Words for the choice between assigning directly and through a group. */
export const assignmentMethod = (f: Format) => ({
  methodTitle: 'Assignment method',
  methodDirect: (inMs: number) => `Assign directly to each person. Takes about ${f.duration(inMs)}.`,
  methodGroup: (inMs: number) =>
    `Assign through a group. Adding everyone takes about ${f.duration(inMs)}. Then Microsoft 365 assigns the licenses.`,
  methodGroupNested:
    "You can't use this with groups in your list, because members of a nested group get nothing.",
  methodGroupSeveral:
    "You can't use this with several products. A group assigns all of them to everyone, even to people who already have one.",
  methodGroupNotPermitted:
    "Your role doesn't let you change groups. A User, Groups, or Global Administrator can assign through a group.",
  groupLabel: 'Group',
  newGroup: 'Create a security group',
  existingGroup: 'Use an existing group',
  groupName: 'Group name',
  groupNameDefault: (product: string) => `${product} licenses`,
  groupNameMissing: 'Enter a group name.',
  groupPicker: 'Find the group',
  changeGroup: 'Change',
  groupGives: (people: number) =>
    f.plural(people, {
      one: "# person who's already in it also gets the product, which takes # more seat.",
      other: '# people who are already in it also get the product, which takes # more seats.',
    }),
  groupSizeUnknown:
    "We don't know the size of this group. Everyone who's already in it also gets the product.",
  groupMayGive: (people: number | undefined) =>
    "We couldn't read the licenses of this group. " +
    (people === undefined
      ? "Everyone who's already in it might also get the product."
      : f.plural(people, {
          one: "The person who's already in it might also get the product.",
          other: 'The # people who are already in it might also get the product.',
        })),
  groupHasPeople: (people: number) =>
    f.plural(people, {
      one: "The person who's already in it also gets the product.",
      other: 'The # people who are already in it also get the product.',
    }),
  unsuitable: {
    dynamic: "This is a dynamic group. You can't add members to it.",
    synced: "This group is synced from your on-premises directory. You can't add members to it here.",
    'mail-enabled': "You can't change members of mail-enabled groups here.",
    'not-security-enabled': "Licenses can't be assigned to this group. It must be security-enabled.",
    'role-assignable': 'Roles can be assigned to this group, and its members would get them too.',
  } satisfies Record<GroupUnsuitability, string>,
  groupService: (hasWaitingList: boolean) =>
    'Microsoft 365 assigns the license to each member, and continues after the job has sent everything. ' +
    (hasWaitingList
      ? "If there aren't enough licenses, the rest wait for one."
      : 'This requires Microsoft Entra ID P1 or a plan that includes it.'),
  groupLeaving: 'People who leave the group lose the license.',
  groupScopesNew:
    'The app asks for permission to create a group and add members (Group.ReadWrite.All, GroupMember.ReadWrite.All).',
  groupScopesExisting: 'The app asks for permission to add members (GroupMember.ReadWrite.All).',
  reasonGroup: 'Select a group first.',
});
