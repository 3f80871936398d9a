import type { assignmentMethod as english } from '../../en/assign/assignmentMethod';
import type { Format } from '../../format';

/** Words for the choice between assigning directly and through a group. */
export const assignmentMethod = (f: Format): ReturnType<typeof english> => ({
  wayTitle: 'Så tilldelas licenserna',
  wayDirect: (inMs) => `Direkt till varje person. Tar ungefär ${f.duration(inMs)}.`,
  wayGroup: (inMs) =>
    `Genom en grupp. Att lägga till alla tar ungefär ${f.duration(inMs)}; sedan delar Entra ut licenserna.`,
  wayGroupOff: 'Inte med grupper i listan: medlemmar i en grupp inuti en grupp får inget.',
  wayGroupSeveral:
    'Inte med flera produkter: en grupp ger alla i den samtliga produkter, även den som redan har någon av dem.',
  wayGroupNotPermitted:
    'Din roll låter dig inte ändra grupper. En användar-, grupp- eller global administratör kan tilldela via en grupp.',
  whichGroup: 'Grupp',
  newGroup: 'Skapa en ny säkerhetsgrupp',
  existingGroup: 'Ta en grupp som finns',
  groupName: 'Den nya gruppens namn',
  groupNameDefault: (product) => `${product} – licenser`,
  groupNameMissing: 'Ge gruppen ett namn.',
  groupPicker: 'Sök gruppen',
  changeGroup: 'Byt',
  groupGives: (people) =>
    f.plural(people, {
      one: '# person som redan finns i den får också produkten, och tar en licens till.',
      other: '# personer som redan finns i den får också produkten, och tar # licenser till.',
    }),
  groupSizeUnknown: 'Gruppens storlek är inte känd. Alla som redan finns i den får också produkten.',
  groupMayGive: (people) =>
    'Vad gruppen ger kunde inte läsas. ' +
    (people === undefined
      ? 'Alla som redan finns i den kan också få produkten.'
      : f.plural(people, {
          one: 'Personen som redan finns i den kan också få produkten.',
          other: 'De # personer som redan finns i den kan också få produkten.',
        })),
  groupHasPeople: (people) =>
    f.plural(people, {
      one: 'Personen som redan finns i den får också produkten.',
      other: 'De # personer som redan finns i den får också produkten.',
    }),
  unsuitable: {
    dynamic: 'En regel avgör vilka som finns i gruppen. Ingen kan läggas till här.',
    synced: 'Gruppen hanteras i er egen katalog. Ingen kan läggas till här.',
    'mail-enabled': 'Medlemmar i e-postaktiverade grupper kan inte ändras här.',
    'not-security-enabled': 'Gruppen kan inte ha licenser. Den måste vara säkerhetsaktiverad.',
    'role-assignable': 'Gruppen kan tilldelas roller, så medlemmarna skulle få dem också.',
  },
  groupEntra:
    'Entra ger licensen till varje medlem. Det fortsätter efter att jobbet har skickat allt, och kräver Microsoft Entra ID P1 eller ett abonnemang där det ingår.',
  groupLeaving: 'Den som lämnar gruppen förlorar licensen.',
  groupScopesNew:
    'Appen ber om behörighet att skapa en grupp och lägga till medlemmar (Group.ReadWrite.All, GroupMember.ReadWrite.All).',
  groupScopesExisting: 'Appen ber om behörighet att lägga till medlemmar (GroupMember.ReadWrite.All).',
  reasonGroup: 'Välj gruppen först.',
});
