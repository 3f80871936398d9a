import type { GroupUnsuitability } from '../../../../licensing/policy/groupUnsuitability';
import type { Format } from '../../format';

/** Words for the choice between assigning directly and through a group. */
export const assignmentMethod = (f: Format) => ({
  wayTitle: 'How to assign',
  wayDirect: (inMs: number) => `To each person directly. Takes about ${f.duration(inMs)}.`,
  wayGroup: (inMs: number) =>
    `Through a group. Adding everyone takes about ${f.duration(inMs)}; Entra then gives out the licenses.`,
  wayGroupOff: 'Not with groups in the list: members of a group inside a group get nothing.',
  wayGroupSeveral:
    'Not with several products: a group gives all of them to everyone in it, also to those who have one already.',
  wayGroupNotPermitted:
    'Your role does not let you change groups. A User, Groups or Global Administrator can assign through a group.',
  whichGroup: 'Group',
  newGroup: 'Make a new security group',
  existingGroup: 'Take a group that exists',
  groupName: 'Name of the new group',
  groupNameDefault: (product: string) => `${product} licenses`,
  groupNameMissing: 'Give the group a name.',
  groupPicker: 'Find the group',
  changeGroup: 'Change',
  groupGives: (people: number) =>
    f.plural(people, {
      one: '# person who is in it already gets the product too, and takes a seat of their own.',
      other: '# people who are in it already get the product too, and take # more seats.',
    }),
  groupSizeUnknown: "The size of this group isn't known. Everyone who is in it already gets the product too.",
  groupMayGive: (people: number | undefined) =>
    "What this group gives couldn't be read. " +
    (people === undefined
      ? 'Everyone who is in it already may get the product too.'
      : f.plural(people, {
          one: 'The person who is in it already may get the product too.',
          other: 'The # people who are in it already may get the product too.',
        })),
  groupHasPeople: (people: number) =>
    f.plural(people, {
      one: 'The person who is in it already gets the product too.',
      other: 'The # people who are in it already get the product too.',
    }),
  unsuitable: {
    dynamic: 'A rule decides who is in this group. Nobody can be added to it here.',
    synced: 'This group is managed in your own directory. Nobody can be added to it here.',
    'mail-enabled': 'Members of mail-enabled groups cannot be changed here.',
    'not-security-enabled': 'This group cannot carry licenses. It must be security enabled.',
    'role-assignable': 'Roles can be assigned to this group, so its members would get them too.',
  } satisfies Record<GroupUnsuitability, string>,
  groupEntra:
    'Entra gives the license to each member. It works on after the job has sent everything, and needs Microsoft Entra ID P1 or a plan that contains it.',
  groupLeaving: 'Whoever leaves the group loses the license.',
  groupScopesNew:
    'The app asks for permission to make a group and to add members (Group.ReadWrite.All, GroupMember.ReadWrite.All).',
  groupScopesExisting: 'The app asks for permission to add members (GroupMember.ReadWrite.All).',
  reasonGroup: 'Choose the group first.',
});
