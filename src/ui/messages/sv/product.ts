import type { product as english } from '../en/product';
import type { Format } from '../format';

/** Words of the product page and of the grids that show who holds a product. */
export const product = (f: Format): ReturnType<typeof english> => ({
  back: 'Tillbaka till Licenser',
  notFoundTitle: 'Produkten hittades inte',
  notFoundInDoor: 'Den finns inte i katalogen, men kanske i molnlicensieringen, som appen inte kan läsa nu.',
  notFoundBody: 'Länken kan vara gammal, eller så har produkten tagits bort.',
  seeAllLicenses: 'Visa alla licenser',
  renewalUnread: 'Det gick inte att läsa förnyelsedatumet.',
  earlierRenewalUnread: 'Det gick inte att läsa ett annat datum, som kan vara tidigare.',
  renews: (iso) => `Förnyas eller upphör ${f.date(iso)}`,

  assign: 'Tilldela licenser',
  unassign: 'Ta bort licenser',
  install: 'Installera den här produkten',
  seeHolders: 'Visa vilka som har den',
  moreSelectionActions: 'Fler åtgärder för markeringen',
  moreActions: 'Fler åtgärder',
  copyLink: 'Kopiera länk till den här sidan',
  manageCount: 'Lägg till eller ta bort licenser för ditt konto',
  manageTitle: 'Lägg till eller ta bort licenser för ditt konto',
  manageBody:
    'Leverantören hanterar hur många licenser din organisation äger. Ändra antalet, och priset, på leverantörens webbplats.',
  manageUnknown: 'Vi har ingen adress till leverantören. Du hittar den i din köpbekräftelse.',
  linkShared: 'Du kan nu dela länken.',

  stillRemovable: 'Du kan fortfarande ta bort licenserna eller flytta personer till en annan produkt.',
  removableIfAllowed:
    'Du kan försöka ta bort licenserna eller flytta personer till en annan produkt. Microsoft 365 kan neka det.',
  mayRefuse:
    'Microsoft 365 kan neka detta, eftersom organisationen inte längre äger produkten. Jobbet visar resultatet för varje person.',
  undoNeedsRenewal: 'Du kan inte ångra detta så länge produktens licenser inte kan tilldelas.',
  reasonGroupsOnly: 'Din roll gäller bara grupper. Ta bort användare från urvalet.',
  reasonNoInstall: 'Katalogen anger inte hur produkten installeras.',

  tabs: 'Produktinformation',
  titleOf: (product, tab) => `${product} – ${tab}`,
  users: 'Användare',
  groups: 'Grupper',
  issues: 'Problem',
  about: 'Om',

  selected: (users, groups) => {
    const parts = [
      ...(users > 0 ? [f.plural(users, { one: '# användare', other: '# användare' })] : []),
      ...(groups > 0 ? [f.plural(groups, { one: '# grupp', other: '# grupper' })] : []),
    ];
    return `${f.list(parts)} ${users + groups === 1 ? 'vald' : 'valda'}`;
  },
  clearSelection: 'Rensa urvalet',
  selectionActions: 'Åtgärder för det du har valt',
  notShown: (count) => ` · ${f.number(count)} av dem visas inte`,
  selectAll: (count) => `Markera alla ${f.number(count)}`,
  selectingAll: (count) => `Markerar alla ${f.number(count)} …`,
  selectAllRows: 'Markera alla som visas',
  selectRow: (name) => `Markera ${name}`,
  sortBy: (column) => `Sortera efter ${column}`,

  usersGrid: (name) => `Användare som har ${name}`,
  searchUsers: 'Sök användare',
  searchUsersHint: 'Namn eller adress',
  clearSearch: 'Rensa sökningen',
  filters: 'Visa bara',
  filterName: {
    direct: 'Direkta',
    inherited: 'Ärvda',
    issues: 'Problem',
    several: 'Flera licenser',
    blocked: 'Blockerade',
    guests: 'Gäster',
  },
  clearFilters: 'Rensa filter',
  issuesIn: (group) => `Problem i ${group ?? 'en grupp'}`,
  countAll: (licensed, inError = 0, isPartial = false) => {
    const people = f.plural(licensed, { one: '# person har en licens', other: '# personer har en licens' });
    if (inError === 0) return isPartial ? `${people} · antalet med fel är okänt` : people;
    return `${people} · ${isPartial ? 'minst ' : ''}${f.number(inError)} med fel`;
  },
  countWaiting: (people) => f.plural(people, { one: '# väntar på en', other: '# väntar på en' }),
  countDevices: (devices) =>
    f.plural(devices, { one: '# enhet har också en', other: '# enheter har också en' }),
  emptyDevices: (devices) =>
    f.plural(devices, { one: '# enhet har en licens.', other: '# enheter har en licens.' }),
  countShown: (shown, all, isPartial = false) => {
    const part = isPartial && shown > 0 ? `Minst ${f.number(shown)}` : f.number(shown);
    return f.plural(all, { one: `${part} av # person`, other: `${part} av # personer` });
  },
  countUnknown: (people) =>
    f.plural(people, {
      one: '# person utelämnas, uppgifterna är okända',
      other: '# personer utelämnas, uppgifterna är okända',
    }),
  lookingThrough: (shown, loaded, total) => {
    const all = total === undefined ? 'alla' : f.plural(total, { one: '# person', other: '# personer' });
    return `Går igenom ${all} … ${f.number(loaded)} klara, ${f.number(shown)} hittade`;
  },
  loadedOf: (loaded, total) => `${f.number(loaded)} av ${f.number(total)} inlästa`,
  readingInError: 'Kontrollerar vilka som har fel …',
  loadedSoFar: (loaded) => `${f.number(loaded)} inlästa hittills`,
  issueCount: (count, isPartial) => `${f.number(count)}${isPartial ? '+' : ''}`,
  severalHint: (count, isPartial) =>
    f.plural(count, {
      one: `${isPartial ? 'Minst ' : ''}# person har licenser från mer än en prenumeration.`,
      other: `${isPartial ? 'Minst ' : ''}# personer har licenser från mer än en prenumeration.`,
    }),
  issuesHint: (inError, withIssue, isPartial) =>
    [
      ...(inError > 0
        ? [
            f.plural(inError, {
              one: `Det blev fel för ${isPartial ? 'minst ' : ''}# person, som inte har någon licens.`,
              other: `Det blev fel för ${isPartial ? 'minst ' : ''}# personer, som inte har någon licens.`,
            }),
          ]
        : []),
      ...(withIssue > 0
        ? [
            f.plural(withIssue, {
              one: '# person har en licens med problem.',
              other: '# personer har en licens med problem.',
            }),
          ]
        : []),
    ].join(' '),
  issuesUnreadable: 'Det gick inte att läsa vilka som har problem, så några personer kan saknas i listan.',
  issuesUnreadIn: (names, count) => {
    const areFew = names.length === count && count <= 3;
    const groups = areFew ? f.list(names) : f.plural(count, { one: 'en grupp', other: '# grupper' });
    return `Det gick inte att läsa problem i ${groups}, så några personer kan saknas i listan.`;
  },

  columnUser: 'Användare',
  columnAssignedVia: 'Tilldelad via',
  columnSince: 'Sedan',
  columnNotes: 'Anmärkningar',
  columnGroup: 'Grupp',
  columnKind: 'Typ',
  columnMembers: 'Medlemmar',

  pathDirect: 'Direkt',
  pathGroup: (name) => `via ${name}`,
  pathUnnamedGroup: 'via en grupp',
  guest: 'Gäst',
  blocked: 'Blockerad',
  seatState: {
    active: 'Aktiv',
    'active-with-error': 'Aktiv, med problem',
    disabled: 'Inaktiverad',
    error: 'Fel',
    unknown: 'Okänt tillstånd',
  },
  issue: {
    'not-enough-licenses': 'Det finns inte tillräckligt många licenser',
    'usage-location': 'Användningsplats saknas eller är inte tillåten',
    'conflicting-plans': 'Tjänstplaner i konflikt',
    'missing-plans': 'Beroende tjänstplaner saknas',
    'duplicate-proxy-address': 'Duplicerad proxyadress',
    other: 'Annat problem',
  },
  notKnown: 'Okänt',
  availableOf: ({ available }) =>
    available === undefined
      ? 'antal tillgängliga licenser är okänt'
      : f.plural(Math.max(0, available), { one: '# tillgänglig', other: '# tillgängliga' }),
  subscriptionsUnread:
    'Det gick inte att läsa prenumerationerna, så förnyelsedatum och utvärderingsversioner är okända.',
  isIncomplete: 'Det gick inte att läsa vissa uppgifter om produkten. Du ser det vi vet.',
  recordsUnread: (count) =>
    f.plural(count, { one: '# post kunde inte läsas', other: '# poster kunde inte läsas' }),
  holderIncomplete: 'Vissa uppgifter kunde inte läsas',
  appsOff: (names) => `Avstängda appar: ${f.list(names)}`,

  personLicenses: 'Licenser',
  personNone: 'Inga licenser för produkterna i den här appen',
  personIncomplete: 'Vissa licenser kunde inte läsas, så det kan finnas fler.',

  emptyUsersTitle: 'Inga användare har produkten ännu',
  emptyUsersBody: 'När du tilldelar licenser till användare eller grupper ser du dem här.',
  emptySearchTitle: 'Inga användare hittades',
  emptySearchBody: 'Inga användare med produkten matchar sökningen och filtren.',
  partialSearchTitle: 'Det gick inte att läsa alla',
  partialSearchBody: 'Ingen av användarna som kunde läsas matchar sökningen och filtren.',
  emptyGroupsTitle: 'Inga grupper har produkten',
  emptyGroupsBody:
    'När du tilldelar den till en grupp tilldelar Microsoft 365 en licens till varje direkt medlem.',
  notListedTitle: 'Du kan inte se vem som har produkten här',

  groupsGrid: (name) => `Grupper som har ${name}`,
  groupCount: (count) => f.plural(count, { one: '# grupp', other: '# grupper' }),
  team: 'Team',
  groupKind: {
    security: 'Säkerhetsgrupp',
    dynamic: 'Dynamisk grupp',
    'mail-enabled-security': 'E-postaktiverad säkerhetsgrupp',
    microsoft365: 'Microsoft 365-grupp',
    distribution: 'Distributionslista',
  },
  groupDone: 'Alla licenser tilldelade',
  groupBusy: 'Pågår',
  peopleWithIssues: (count) =>
    f.plural(count, { one: '# person med problem', other: '# personer med problem' }),
  issuesNotKnown: 'Problem okända',
  groupUnknown: 'Okänt',
  groupsRefreshing: 'Microsoft 365 arbetar fortfarande med några grupper. Listan uppdateras automatiskt.',
  showPeopleWithIssues: (count, name) =>
    f.plural(count, { one: `# person med problem i ${name}`, other: `# personer med problem i ${name}` }),

  plansTitle: 'Appar och tjänster i produkten',
  plansEmpty: 'Microsoft anger inga appar eller tjänster för produkten.',
  planOrganization: 'För hela organisationen',
  subscriptionsTitle: 'Prenumerationer',
  subscriptionsNote: 'Licenserna i alla prenumerationer läggs ihop.',
  subscriptionsEmpty: 'Vi hittade inga prenumerationer på produkten.',
  subscriptionSeats: 'Licenser',
  subscriptionStatus: 'Status',
  subscriptionNext: 'Nästa förnyelse eller slut',
  subscriptionId: 'Prenumeration',
  subscriptionTrial: 'Utvärderingsversion',
  linksTitle: 'Leverantör',
  linksEmpty: 'Katalogen har inga länkar till leverantören.',
  linkWebsite: 'Webbplats',
  linkSupport: 'Support',
  linkManage: 'Hantera antalet licenser',
  identifiersTitle: 'Identifierare',
  skuId: 'SKU-ID',
  skuPartNumber: 'SKU-artikelnummer',
  entraAppId: 'Program-ID i Entra',
  teamsAppId: 'App-ID i Teams',
  copy: (label) => `Kopiera ${label}`,
  copied: (label) => `${label} har kopierats`,
});
