import type { jobOutcomes as english, WordKind } from '../../en/jobs/jobOutcomes';
import type { Format, PluralForms } from '../../format';

const doneForms: Record<WordKind, PluralForms> = {
  assign: { one: '# tilldelad', other: '# tilldelade' },
  remove: { one: '# borttagen', other: '# borttagna' },
  move: { one: '# flyttad', other: '# flyttade' },
  'replace-plans': { one: '# ändrad', other: '# ändrade' },
  'through-group': { one: '# tilldelad', other: '# tilldelade' },
  'usage-location': { one: '# angiven', other: '# angivna' },
  undo: { one: '# ångrad', other: '# ångrade' },
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
    'through-group': 'Licens tilldelad via gruppen',
    'usage-location': 'Användningsplatsen är angiven',
    undo: 'Ångrad',
  },
  pending: {
    assign: 'Mottaget. Microsoft Entra tilldelar medlemmarna licensen.',
    remove: 'Mottaget. Microsoft Entra tar bort licensen från medlemmarna.',
    move: 'Mottaget. Microsoft Entra genomför ändringen.',
    'replace-plans': 'Mottaget. Microsoft Entra genomför ändringen.',
    'through-group': 'Tillagd i gruppen. Microsoft Entra tilldelar licensen.',
    'usage-location': 'Mottagen. Microsoft Entra genomför ändringen.',
    undo: 'Mottaget. Microsoft Entra genomför ändringen.',
  },
  doneInPart: 'Klart för gruppen, men inte för alla medlemmar',
  doneUnsure: 'Klart för gruppen',
  shortfall: (members) =>
    f.plural(members, {
      one: '# medlem fick den inte. Orsaken finns på produktens sida.',
      other: '# medlemmar fick den inte. Orsaken finns på produktens sida.',
    }),
  shortfallAtLeast: (members) =>
    f.plural(members, {
      one: 'Minst # medlem fick den inte. Orsaken finns på produktens sida. Det gick inte att läsa om de andra fick den.',
      other:
        'Minst # medlemmar fick den inte. Orsaken finns på produktens sida. Det gick inte att läsa om de andra fick den.',
    }),
  shortfallUnknown: 'Det gick inte att läsa om alla medlemmar fick den. Titta på produktens sida senare.',
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
    skipped: 'Lämnade som de var',
    cancelled: 'Inte påbörjade',
  },
  filterCount: (name, count) => `${name} (${f.number(count)})`,
  search: 'Sök bland utfallen',
  searchHint: 'Namn eller adress',
  clearSearch: 'Rensa sökningen',
  shown: (shown, all) => `${f.number(shown)} av ${f.number(all)} visas`,
  noneShown: 'Inga utfall matchar sökningen och filtren.',
});
