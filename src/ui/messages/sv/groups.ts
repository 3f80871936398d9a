import type { groups as english } from '../en/groups';
import type { Format } from '../format';

/** Words of the pane of a group, and of the dialog that migrates people to a group. */
export const groups = (f: Format): ReturnType<typeof english> => ({
  list: (names) => f.list(names),
  processingTitle: 'Bearbetning',
  processing: {
    queued: 'Väntar på Microsoft 365',
    processing: 'Microsoft 365 tilldelar licenser',
    complete: 'Klar',
    unknown: 'Inte känd. Microsoft 365 talar inte om hur långt den har kommit.',
  },
  otherProducts: 'Andra produkter',
  noOtherProducts: 'Inga',
  leavingTitle: 'Att lämna gruppen',
  leaving: (product, others) =>
    `De som lämnar gruppen förlorar ${f.list([product, ...others])}, om de inte har det på något annat sätt.`,
  nestedTitle: 'Kapslade, inte med',
  nested: (count) =>
    f.plural(count, {
      one: '# grupp finns i gruppen. Dess medlemmar får ingen licens härifrån.',
      other: '# grupper finns i gruppen. Deras medlemmar får ingen licens härifrån.',
    }),
  showMembers: 'Visa medlemmar',
  memberState: { assigned: 'Tilldelade', action: 'Åtgärder krävs', open: 'Inte tilldelade än' },
  noMembers: {
    assigned: 'Ingen har fått licensen från gruppen än.',
    action: 'Inga åtgärder krävs.',
    open: 'Inga medlemmar att visa.',
  },
  noneLoaded: 'Ingen av de medlemmar som har lästs in hittills.',
  loadMore: 'Läs in fler medlemmar',
  membersOf: (group) => `Medlemmar i ${group}`,
  loadedOf: (loaded, total) => `${f.number(loaded)} av ${f.number(total)} medlemmar har lästs in.`,
  unread: (count) =>
    f.plural(count, {
      one: '# medlem gick inte att läsa.',
      other: '# medlemmar gick inte att läsa.',
    }),
  waits: 'Väntar på en licens. Ingen är ledig.',
  memberUnread: 'Det gick inte att läsa personens licenser.',
  memberOpen: 'Licensen syns inte än',
  alsoDirect: 'Har också en direkt licens',
  issueStep: {
    'not-enough-licenses': 'Köp fler licenser eller frigör några.',
    'usage-location': 'Ange en användningsplats där produkten är tillgänglig.',
    'conflicting-plans': 'Ta bort produkten vars appar är i konflikt.',
    'missing-plans': 'Tilldela produkten som den här behöver.',
    'duplicate-proxy-address': 'Ta bort den dubbla e-postadressen från ett av kontona.',
    other: 'Kontrollera gruppens andra licenser. Utom i molnlicensieringen misslyckas alla om en gör det.',
  },

  reasonNoUsers: 'Välj en eller flera användare.',
  migrateTitle: 'Migrera till en grupp',
  migrate: 'Migrera',
  migrateIntro: (product) =>
    `De som har ${product} direkt får den via en grupp i stället. Ingen är utan licens däremellan.`,
  migrateSteps: [
    'Alla läggs till i gruppen.',
    'Microsoft 365 tilldelar licensen, och varje person kontrolleras.',
    'Först därefter tas den direkta licensen bort. De vars licens via gruppen misslyckas behåller den direkta.',
  ],
  migrateReading: 'Kontrollerar licenser …',
  migrateList: 'Vad som händer med varje användare och grupp',
  columnResult: 'Vad som händer',
  result: {
    migrates: 'Läggs till i gruppen och förlorar sedan den direkta licensen.',
    'has-group-license': 'Har den redan via gruppen. Förlorar den direkta licensen.',
    'not-direct': 'Har ingen direkt licens. Inget skickas.',
    'nested-group': 'Är en grupp, och medlemmar i en kapslad grupp får ingenting. Den läggs inte till.',
    unreadable: 'Det gick inte att läsa personens licenser. Inget skickas.',
    'not-permitted': 'Din roll tillåter inte den här ändringen.',
  },
  turnsOn: (count) =>
    f.plural(count, {
      one: '# app som var inaktiverad aktiveras av gruppen.',
      other: '# appar som var inaktiverade aktiveras av gruppen.',
    }),
  turnsOff: (count) =>
    f.plural(count, {
      one: '# app inaktiveras av gruppen.',
      other: '# appar inaktiveras av gruppen.',
    }),
  noneMigrates: 'Ingen av de valda kan migreras.',
  migrationSum: (sent, all) =>
    sent === all
      ? f.plural(sent, { one: '# migreras', other: '# migreras' })
      : `${f.number(sent)} av ${f.number(all)} migreras`,
  groupAlsoGives: (group, products) => `Alla som läggs till i ${group} får också ${f.list(products)}.`,
  joinsTeam:
    'Det är ett team i Microsoft Teams, så alla som läggs till får åtkomst till dess kanaler och filer.',
});
