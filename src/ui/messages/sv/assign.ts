import type { assign as english } from '../en/assign';
import type { Format } from '../format';

/** Words of the assign pane, of the people picker and of the table of outcomes. */
export const assign = (f: Format): ReturnType<typeof english> => ({
  title: 'Tilldela licenser',
  subtitle: (product) => `Välj vilka som får ${product}.`,
  assign: 'Tilldela',

  pickerLabel: 'Användare och grupper',
  pickerHint: 'Börja skriva ett namn eller en adress',
  pickerResults: 'Användare och grupper som matchar',
  searching: 'Söker …',
  nothingFound: (text) => `Ingen person och ingen grupp matchar ”${text}”.`,
  found: (count) =>
    f.plural(count, {
      one: '# träff. Välj med piltangenterna.',
      other: '# träffar. Välj med piltangenterna.',
    }),
  kindUser: 'Användare',
  kindGroup: 'Grupp',
  alreadyChosen: 'Finns i din lista',
  hasDirect: 'Har den redan',
  hasVia: (groups) => `Har den via ${f.list(groups)}`,
  aGroup: 'en grupp',
  added: (name) => `${name} har lagts till i listan.`,
  removed: (name) => `${name} har tagits bort från listan.`,

  listTitle: 'Din lista',
  listCount: (count) => f.plural(count, { one: '# i listan', other: '# i listan' }),
  listEmpty: 'Listan är tom. Sökningen visar användare och grupper tillsammans.',
  removeFromList: (name) => `Ta bort ${name} från listan`,
  checking: 'Kontrollerar …',
  checkFailed: 'Det gick inte att läsa vad personerna och grupperna har nu.',

  finding: {
    'gets-seat': 'Får en plats',
    'has-already': 'Har den redan',
    'has-through-group': 'Har den genom en grupp',
    'usage-location-missing': 'Användningsplats saknas. Ange först ett land för personen.',
    'blocked-account': 'Kontot är blockerat: platsen tas men kan inte användas.',
    guest: 'Gäst från en annan organisation',
    'no-seat-left': 'Ingen plats finns kvar',
    'group-members': 'Gruppmedlemmar',
    'group-not-licensable': 'Den här sortens grupp kan inte ha licenser. Den måste vara säkerhetsaktiverad.',
    'role-assignable-group':
      'Gruppen kan tilldelas roller. Bara en global administratör eller administratör för privilegierade roller får ge den licenser.',
    'not-permitted': 'Din roll gäller bara grupper',
  },
  findingHasVia: (groups) => `Har den via ${f.list(groups)}; inget skickas`,
  findingHasAlready: 'Har den redan; inget skickas',
  findingMembers: (users) =>
    f.plural(users, {
      one: '# direkt medlem får en plats',
      other: '# direkta medlemmar: de som saknar produkten får en plats',
    }),
  findingShort: (users) =>
    f.plural(users, {
      one: '# direkt medlem, men ingen plats finns kvar',
      other: '# direkta medlemmar: platserna räcker kanske inte till dem som saknar produkten',
    }),
  findingNested: (groups) =>
    f.plural(groups, {
      one: '# grupp i gruppen: dess medlemmar får inget',
      other: '# grupper i gruppen: deras medlemmar får inget',
    }),
  verdict: { send: 'Klar', risk: 'Kontrollera först', skip: 'Behövs inte', stop: 'Kan inte tilldelas' },

  willGet: (seats) => f.plural(seats, { one: '# får en plats', other: '# får en plats' }),
  willGetAtMost: (seats) => f.plural(seats, { other: 'Högst # får en plats' }),
  seatsLeft: (seats) => f.plural(seats, { one: '# plats kvar efter det', other: '# platser kvar efter det' }),
  seatsLeftAtLeast: (seats) =>
    f.plural(seats, { one: 'minst # plats kvar efter det', other: 'minst # platser kvar efter det' }),
  seatsMissing: (seats) => f.plural(seats, { one: '# plats saknas', other: '# platser saknas' }),
  seatsMissingAtMost: (seats) =>
    f.plural(seats, { one: 'högst # plats saknas', other: 'högst # platser saknas' }),
  nothingToSend: 'Inget i listan behöver skickas.',

  plansTitle: 'Aktivera eller inaktivera appar och tjänster',
  plansNote: 'Gäller dem som får produkten nu. De som redan har den behåller sina appar som de är.',
  plansOn: (on, all) => `${f.number(on)} av ${f.number(all)} på`,
  plansNoneOn: 'Låt minst en app eller tjänst vara på.',

  reasonEmpty: 'Lägg till minst en användare eller grupp.',
  reasonChecking: 'Vänta tills alla i listan har kontrollerats.',

  progressTitle: 'Licenser tilldelas',
  resultTitle: 'Resultat',
  progress: (settled, all) => `${f.number(settled)} av ${f.number(all)} klara`,
  stop: 'Stoppa',
  stopping: 'Stoppar …',
  retryFailed: 'Försök igen med misslyckade',
  assignMore: 'Tilldela fler',
  summary: (done, accepted, skipped, failed, cancelled) =>
    f.list([
      ...(done > 0 || accepted === 0 ? [f.plural(done, { one: '# tilldelad', other: '# tilldelade' })] : []),
      ...(accepted > 0 ? [f.plural(accepted, { one: '# mottagen', other: '# mottagna' })] : []),
      ...(skipped > 0 ? [f.plural(skipped, { one: '# behövde inget', other: '# behövde inget' })] : []),
      ...(failed > 0 ? [f.plural(failed, { one: '# inte tilldelad', other: '# inte tilldelade' })] : []),
      ...(cancelled > 0 ? [f.plural(cancelled, { one: '# inte påbörjad', other: '# inte påbörjade' })] : []),
    ]) + '.',

  outcomesTable: 'Utfall för varje användare och grupp',
  columnWho: 'Användare eller grupp',
  columnOutcome: 'Utfall',
  waiting: 'Väntar',
  running: 'Arbetar …',
  done: 'Licens tilldelad',
  pending: 'Mottaget. Entra ger medlemmarna licensen nu.',
  cancelled: 'Inte påbörjad, eftersom du stoppade',
  requestId: (id) => `Begärande-ID ${id}`,

  closeTitle: 'Licenser tilldelas fortfarande',
  closeBody: 'Resten görs klart i bakgrunden så länge appen är öppen. Du ser inte resultatet här.',
  keepOpen: 'Håll öppen',
  closeAnyway: 'Stäng ändå',
});
