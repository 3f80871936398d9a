import type { assignmentMethod as english } from '../../en/assign/assignmentMethod';
import type { Format } from '../../format';

/** Words for the choice between assigning directly and through a group. */
export const assignmentMethod = (f: Format): ReturnType<typeof english> => ({
  methodTitle: 'Tilldelningsmetod',
  methodDirect: (inMs) => `Tilldela direkt till varje person. Tar ungefär ${f.duration(inMs)}.`,
  methodGroup: (inMs) =>
    `Tilldela via en grupp. Att lägga till alla tar ungefär ${f.duration(inMs)}. Sedan tilldelar Microsoft 365 licenserna.`,
  methodGroupNested:
    'Det går inte när listan innehåller grupper, eftersom medlemmar i kapslade grupper inte får något.',
  methodGroupSeveral:
    'Det går inte med flera produkter. En grupp tilldelar alla produkterna till alla, även till dem som redan har någon av dem.',
  methodGroupNotPermitted:
    'Med din roll kan du inte ändra grupper. En användar-, grupp- eller global administratör kan tilldela via en grupp.',
  groupLabel: 'Grupp',
  newGroup: 'Skapa en säkerhetsgrupp',
  existingGroup: 'Använd en befintlig grupp',
  groupName: 'Gruppnamn',
  groupNameDefault: (product) => `${product} – licenser`,
  groupNameMissing: 'Ange ett gruppnamn.',
  groupPicker: 'Sök gruppen',
  changeGroup: 'Byt',
  groupGives: (people) =>
    f.plural(people, {
      one: '# person som redan finns i den får också produkten, vilket tar # licens till.',
      other: '# personer som redan finns i den får också produkten, vilket tar # licenser till.',
    }),
  groupSizeUnknown: 'Vi vet inte hur stor gruppen är. Alla som redan finns i den får också produkten.',
  groupMayGive: (people) =>
    'Gruppens licenser kunde inte läsas. ' +
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
    dynamic: 'Det här är en dynamisk grupp. Du kan inte lägga till medlemmar i den.',
    synced:
      'Gruppen synkroniseras från organisationens lokala katalog. Du kan inte lägga till medlemmar i den här.',
    'mail-enabled': 'Du kan inte ändra medlemmar i e-postaktiverade grupper här.',
    'not-security-enabled': 'Licenser kan inte tilldelas gruppen. Den måste vara säkerhetsaktiverad.',
    'role-assignable': 'Gruppen kan tilldelas roller, och medlemmarna skulle få dem också.',
  },
  groupService: (hasWaitingList) =>
    'Microsoft 365 tilldelar licensen till varje medlem och fortsätter efter att jobbet har skickat allt. ' +
    (hasWaitingList
      ? 'Om licenserna inte räcker väntar resten på en.'
      : 'Det kräver Microsoft Entra ID P1 eller en plan där det ingår.'),
  groupLeaving: 'Personer som lämnar gruppen förlorar licensen.',
  groupScopesNew:
    'Appen ber om behörighet att skapa en grupp och lägga till medlemmar (Group.ReadWrite.All, GroupMember.ReadWrite.All).',
  groupScopesExisting: 'Appen ber om behörighet att lägga till medlemmar (GroupMember.ReadWrite.All).',
  reasonGroup: 'Välj en grupp först.',
});
