import type { fromList as english } from '../en/fromList';
import type { Format } from '../format';

/** Words of the pane that selects users and groups of a product from a list. */
export const fromList = (f: Format): ReturnType<typeof english> => ({
  title: 'Markera från en lista',
  intro: (product) =>
    `Ta reda på vilka i en lista som har ${product}, och markera dem. Inget ändras förrän du väljer vad som ska hända med dem.`,
  boxLabel: 'Namn, adresser eller objekt-ID:n',
  boxHint: 'Klistra in eller skriv en per rad',
  lookUp: 'Slå upp',
  fileHint: 'Excel, CSV eller text. Du kan också släppa filen var som helst på sidan.',
  dropHere: 'Släpp filen för att hitta personerna i den',
  wait: (product) => `listan över användare som har ${product}`,
  waiting: 'Kontrollerar vilka som har den …',
  result: (product, numbers) => {
    const { all, direct, throughGroup, unclear, inError, groups, without } = numbers;
    const having = direct + throughGroup + unclear;
    const ways = [
      ...(direct > 0 ? [`${f.number(direct)} direkt`] : []),
      ...(throughGroup > 0
        ? [f.plural(throughGroup, { one: '# via en grupp', other: '# via grupper' })]
        : []),
      ...(unclear > 0 ? [`${f.number(unclear)} på ett okänt sätt`] : []),
    ];
    return [
      having === 0
        ? `Ingen av ${f.number(all)} i listan har ${product}`
        : `${f.number(having)} av ${f.number(all)} i listan har ${product}: ${ways.join(', ')}`,
      ...(inError > 0 ? [`${f.number(inError)} med fel, utan licens`] : []),
      ...(groups > 0
        ? [f.plural(groups, { one: '# grupp tilldelar den', other: '# grupper tilldelar den' })]
        : []),
      ...(without > 0 ? [`${f.number(without)} har den inte`] : []),
    ].join(' · ');
  },
  mayBeInError:
    'Det gick inte att läsa alla med fel, så några av dem som inte har den kan höra till dem med fel.',
  mayHaveIt: (unread) =>
    f.plural(unread, {
      one: 'Det gick inte att läsa # av användarna som har den, så någon som anges inte ha den kan ha den.',
      other: 'Det gick inte att läsa # av användarna som har den, så några som anges inte ha den kan ha den.',
    }),
  parts: {
    direct: 'Har den direkt',
    throughGroup: 'Har den via en grupp',
    unclear: 'Har den på ett okänt sätt',
    inError: 'Med fel, utan licens',
    groups: 'Grupper som tilldelar den',
    without: 'Har den inte',
  },
  withoutAsRead: 'Har den inte, så långt vi kunde läsa',
  part: (name, count) => `${name} (${f.number(count)})`,
  exportPart: 'Kopiera eller exportera',
  select: (count) => (count > 0 ? `Markera ${f.number(count)}` : 'Markera'),
  startOver: 'Börja om',
  replaces: (selected) => `Detta ersätter det som är valt nu: ${selected}.`,
  reasonEmpty: 'Klistra in en lista först.',
  reasonReading: 'Listan läses fortfarande.',
  reasonColumn: 'Välj en kolumn först.',
  reasonSheet: 'Välj ett blad först.',
  reasonFailed: 'Det gick inte att läsa listan.',
  reasonCheck: 'Kontrollera raderna i listan först.',
  reasonNotFound: 'Inga användare eller grupper i listan hittades.',
  reasonUnread: 'Det gick inte att läsa vilka som har produkten.',
  reasonWaiting: 'Vänta tills alla som har produkten har lästs in.',
  reasonNone: 'Ingen användare eller grupp i listan har produkten.',
});
