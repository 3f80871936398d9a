import type { jobOutcomes as english, WordKind } from '../../en/jobs/jobOutcomes';
import type { Format, PluralForms } from '../../format';

type English = ReturnType<typeof english>;

const doneForms: Record<WordKind, PluralForms> = {
  assign: { one: 'tilldelad', other: 'tilldelade' },
  remove: { one: 'borttagen', other: 'borttagna' },
  'free-seat': { one: 'frigjord', other: 'frigjorda' },
  move: { one: 'flyttad', other: 'flyttade' },
  'replace-plans': { one: 'ändrad', other: 'ändrade' },
  'through-group': { one: 'tilldelad', other: 'tilldelade' },
  'leave-groups': { one: 'borttagen', other: 'borttagna' },
  'migrate-to-group': { one: 'migrerad', other: 'migrerade' },
  'usage-location': { one: 'angiven', other: 'angivna' },
  reprocess: { one: 'bearbetad på nytt', other: 'bearbetade på nytt' },
  undo: { one: 'ångrad', other: 'ångrade' },
};

/** Says what needs attention, without what went well or was left alone. */
const attentionParts = (
  f: Format,
  { partly = 0, unsure = 0, pending, failed, halfDone = 0, cancelled }: Parameters<English['summary']>[1],
): readonly string[] => [
  ...(partly > 0 ? [f.plural(partly, { one: '# delvis klar', other: '# delvis klara' })] : []),
  ...(unsure > 0
    ? [
        f.plural(unsure, {
          one: '# klar men inte helt kontrollerad',
          other: '# klara men inte helt kontrollerade',
        }),
      ]
    : []),
  ...(pending > 0 ? [f.plural(pending, { one: '# mottagen', other: '# mottagna' })] : []),
  ...(halfDone > 0 ? [f.plural(halfDone, { one: '# halvklar', other: '# halvklara' })] : []),
  ...(failed > halfDone
    ? [f.plural(failed - halfDone, { one: '# misslyckad', other: '# misslyckade' })]
    : []),
  ...(cancelled > 0 ? [f.plural(cancelled, { one: '# inte påbörjad', other: '# inte påbörjade' })] : []),
];

/** Words for the outcomes of a job, counted and one by one. */
export const jobOutcomes = (f: Format): English => ({
  resultTitle: (kind, size, counts) => {
    const { done, partly = 0, unsure = 0, skipped } = counts;
    const full = done - partly - unsure;
    if (skipped === size) return 'Inget att ändra';
    const of = full === size ? f.number(full) : `${f.number(full)} av ${f.number(size)}`;
    return [`${of} ${f.plural(size, doneForms[kind])}`, ...attentionParts(f, counts)].join(', ');
  },
  runningTitle: {
    assign: 'Tilldelar …',
    remove: 'Tar bort …',
    'free-seat': 'Frigör licenser …',
    move: 'Flyttar …',
    'replace-plans': 'Ändrar appar …',
    'through-group': 'Tilldelar …',
    'leave-groups': 'Tar bort …',
    'migrate-to-group': 'Migrerar …',
    'usage-location': 'Anger användningsplatsen …',
    reprocess: 'Bearbetar på nytt …',
    undo: 'Ångrar …',
  },
  summary: (kind, counts) => {
    const { done, partly = 0, unsure = 0, pending, skipped } = counts;
    const full = done - partly - unsure;
    return (
      f.list([
        ...(full > 0 || done + pending === 0 ? [`${f.number(full)} ${f.plural(full, doneForms[kind])}`] : []),
        ...(skipped > 0 ? [f.plural(skipped, { one: '# oförändrad', other: '# oförändrade' })] : []),
        ...attentionParts(f, counts),
      ]) + '.'
    );
  },
  done: {
    assign: 'Licens tilldelad',
    remove: 'Licens borttagen',
    'free-seat': 'Licensen är frigjord',
    move: 'Licens flyttad',
    'replace-plans': 'Appar ändrade',
    'through-group': 'Licens tilldelad via gruppen',
    'leave-groups': 'Licens borttagen',
    'migrate-to-group': 'Migrerad: tilldelad via gruppen, och den direkta licensen är borttagen',
    'usage-location': 'Användningsplatsen är angiven',
    reprocess: 'Bearbetad på nytt',
    undo: 'Ångrad',
  },
  pending: {
    assign: 'Mottaget. Microsoft 365 tilldelar medlemmarna licensen.',
    remove: 'Mottaget. Microsoft 365 tar bort licensen från medlemmarna.',
    'free-seat': 'Mottaget. Microsoft 365 genomför ändringen.',
    move: 'Mottaget. Microsoft 365 genomför ändringen.',
    'replace-plans': 'Mottaget. Microsoft 365 genomför ändringen.',
    'through-group': 'Tillagd i gruppen. Microsoft 365 tilldelar licensen.',
    'leave-groups': 'Borttagen från gruppen. Microsoft 365 tar bort licensen.',
    'migrate-to-group': 'Med i gruppen, och har kvar den direkta licensen.',
    'usage-location': 'Mottagen. Microsoft 365 genomför ändringen.',
    reprocess: 'Mottaget. Microsoft 365 genomför ändringen.',
    undo: 'Mottaget. Microsoft 365 genomför ändringen.',
  },
  doneInPart: 'Klart för gruppen, men inte för alla medlemmar',
  doneUnsure: 'Klart för gruppen',
  shortfall: (members, isWaiting) =>
    isWaiting
      ? f.plural(members, {
          one: '# medlem har den inte än. Produktens sida visar vilka som väntar, och problem.',
          other: '# medlemmar har den inte än. Produktens sida visar vilka som väntar, och problem.',
        })
      : f.plural(members, {
          one: '# medlem fick den inte. Orsaken finns på produktens sida.',
          other: '# medlemmar fick den inte. Orsaken finns på produktens sida.',
        }),
  shortfallAtLeast: (members, isWaiting) =>
    isWaiting
      ? f.plural(members, {
          one: 'Minst # medlem har den inte än. Produktens sida visar vilka som väntar, och problem. Det gick inte att läsa om de andra fick den.',
          other:
            'Minst # medlemmar har den inte än. Produktens sida visar vilka som väntar, och problem. Det gick inte att läsa om de andra fick den.',
        })
      : f.plural(members, {
          one: 'Minst # medlem fick den inte. Orsaken finns på produktens sida. Det gick inte att läsa om de andra fick den.',
          other:
            'Minst # medlemmar fick den inte. Orsaken finns på produktens sida. Det gick inte att läsa om de andra fick den.',
        }),
  shortfallUnknown: 'Det gick inte att läsa om alla medlemmar fick den. Titta på produktens sida senare.',
  waitsInLine: {
    title: 'Väntar på en licens',
    action: 'Det finns ingen licens kvar. När en blir tillgänglig får den som är först i kön den.',
  },
  aGroup: 'en grupp',
  inheritedFrom: (groups) => ({
    title: `Tilldelad via ${f.list(groups)}, inte direkt`,
    action:
      groups.length === 1
        ? 'Ändra gruppens licenser, eller ta bort personen från gruppen.'
        : 'Ändra gruppernas licenser, eller ta bort personen från grupperna.',
  }),
  hasThrough: (groups) => ({
    title: `Har den redan via ${f.list(groups)}`,
    action: 'Inget skickades.',
  }),
  halfDone: ({ taken, given, notTaken, notGiven, switched, notSwitched }) => {
    const made = [
      ...(taken.length > 0 ? [`${f.list(taken)} togs bort`] : []),
      ...(given.length > 0 ? [`${f.list(given)} tilldelades`] : []),
      ...(switched.length > 0 ? [`apparna i ${f.list(switched)} ändrades`] : []),
    ];
    const missing = [
      ...(notGiven.length > 0 ? [`tilldela ${f.list(notGiven)}`] : []),
      ...(notTaken.length > 0 ? [`ta bort ${f.list(notTaken)}`] : []),
      ...(notSwitched.length > 0 ? [`ändra apparna i ${f.list(notSwitched)}`] : []),
    ];
    const text = `${f.list(made)}, men det gick inte att ${f.list(missing)}`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  oneLicense: (product) => `en licens för ${product}`,
  otherLicense: (product) => `en annan licens för ${product}`,
  halfDoneReason: (reason) => `Orsak: ${reason}.`,
  membershipOf: (group) => `medlemskapet i ${group}`,
  directUnknown: 'Tillagd i gruppen, men det är inte känt om den direkta licensen har tagits bort',
  keepsDirect: 'Tillagd i gruppen, men behåller den direkta licensen',
  pathSteps: {
    joined: (group) => `Tillagd i ${group ?? 'gruppen'}`,
    left: (group) => `Borttagen från ${group ?? 'gruppen'}`,
    verified: () => 'Licensen via gruppen fungerar',
    assigned: () => 'Direkt licens tilldelad',
    removed: () => 'Direkt licens borttagen',
  },
  pathStep: (step, time) => `${step} (${time})`,
  notGivenBack: (products) => `Det gick inte att ge tillbaka ${f.list(products)}.`,
  halfDoneNext: 'Försök igen för att göra den ändring som saknas, eller ångra det som gjordes.',
  waiting: 'Väntar',
  started: 'Arbetar …',
  unsettled: 'Inte känt än. Det kontrolleras först när jobbet fortsätter.',
  cancelled: 'Inte påbörjad, eftersom du stoppade jobbet',
  requestId: (id) => `Begärande-ID ${id}`,

  outcomesTable: 'Utfall för varje användare och grupp',
  columnWho: 'Användare eller grupp',
  columnOutcome: 'Utfall',
  filters: 'Visa bara',
  filterName: {
    waiting: 'Väntar',
    done: 'Klara',
    partly: 'Delvis klara',
    unsure: 'Klara men inte helt kontrollerade',
    pending: 'Mottagna',
    skipped: 'Ingen ändring',
    halfDone: 'Halvklara',
    failed: 'Misslyckade',
    cancelled: 'Inte påbörjade',
  },
  filterCount: (name, count) => `${name} (${f.number(count)})`,
  search: 'Sök bland utfallen',
  searchHint: 'Namn eller adress',
  clearSearch: 'Rensa sökningen',
  shown: (shown, all) => `${f.number(shown)} av ${f.number(all)} visas`,
  noneShown: 'Inga utfall matchar sökningen och filtren.',
});
