import type { jobOutcomes as english, WordKind } from '../../en/jobs/jobOutcomes';
import type { Format, PluralForms } from '../../format';

const doneForms: Record<WordKind, PluralForms> = {
  assign: { one: '# tilldelad', other: '# tilldelade' },
  remove: { one: '# borttagen', other: '# borttagna' },
  move: { one: '# flyttad', other: '# flyttade' },
  'replace-plans': { one: '# ändrad', other: '# ändrade' },
  'through-group': { one: '# tilldelad', other: '# tilldelade' },
  'usage-location': { one: '# angiven', other: '# angivna' },
  undo: { one: '# återställd', other: '# återställda' },
};

/** Words for the outcomes of a job, counted and one by one. */
export const jobOutcomes = (f: Format): ReturnType<typeof english> => ({
  summary: (kind, { done, partly = 0, unsure = 0, pending, skipped, failed, cancelled }) =>
    f.list([
      ...(done > partly + unsure || done + pending === 0
        ? [f.plural(done - partly - unsure, doneForms[kind])]
        : []),
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
      ...(skipped > 0
        ? [f.plural(skipped, { one: '# lämnad som den var', other: '# lämnade som de var' })]
        : []),
      ...(failed > 0 ? [f.plural(failed, { one: '# misslyckad', other: '# misslyckade' })] : []),
      ...(cancelled > 0 ? [f.plural(cancelled, { one: '# inte påbörjad', other: '# inte påbörjade' })] : []),
    ]) + '.',
  done: {
    assign: 'Licens tilldelad',
    remove: 'Licens borttagen',
    move: 'Licens flyttad',
    'replace-plans': 'Appar ändrade',
    'through-group': 'Licens tilldelad genom gruppen',
    'usage-location': 'Användningsplatsen är angiven',
    undo: 'Återställd',
  },
  pending: {
    assign: 'Mottaget. Entra ger medlemmarna licensen nu.',
    remove: 'Mottaget. Entra tar bort licensen från medlemmarna nu.',
    move: 'Mottaget. Entra genomför det nu.',
    'replace-plans': 'Mottaget. Entra genomför det nu.',
    'through-group': 'Med i gruppen. Entra tilldelar licensen nu.',
    'usage-location': 'Mottagen. Entra tillämpar den nu.',
    undo: 'Mottaget. Entra genomför det nu.',
  },
  doneInPart: 'Klart för gruppen, men inte för alla medlemmar',
  doneUnsure: 'Klart för gruppen',
  shortfall: (members) =>
    f.plural(members, {
      one: '# medlem fick den inte. Produktens sida säger varför.',
      other: '# medlemmar fick den inte. Produktens sida säger varför.',
    }),
  shortfallAtLeast: (members) =>
    f.plural(members, {
      one: 'Minst # medlem fick den inte. Produktens sida säger varför. Det gick inte att läsa om andra fick den.',
      other:
        'Minst # medlemmar fick den inte. Produktens sida säger varför. Det gick inte att läsa om andra fick den.',
    }),
  shortfallUnknown: 'Det gick inte att läsa om alla medlemmar fick den. Titta på produktens sida senare.',
  aGroup: 'en grupp',
  inheritedFrom: (groups) => ({
    title: `Tilldelad via ${f.list(groups)}, inte direkt`,
    action:
      groups.length === 1
        ? 'Ändra vad gruppen ger, eller ta bort personen från den.'
        : 'Ändra vad grupperna ger, eller ta bort personen från dem.',
  }),
  hasThrough: (groups) => ({
    title: `Har den redan via ${f.list(groups)}`,
    action: 'Inget skickades.',
  }),
  waiting: 'Väntar',
  started: 'Arbetar …',
  unsettled: 'Inte avgjort än. Det kontrolleras först när jobbet fortsätter.',
  cancelled: 'Inte påbörjad, eftersom du stoppade',
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
    skipped: 'Lämnade som de var',
    cancelled: 'Inte påbörjade',
  },
  filterCount: (name, count) => `${name} (${f.number(count)})`,
  search: 'Sök bland utfallen',
  searchHint: 'Namn eller adress',
  clearSearch: 'Rensa sökningen',
  shown: (shown, all) => `${f.number(shown)} av ${f.number(all)} visas`,
  noneShown: 'Inget utfall matchar sökningen och filtren.',
});
