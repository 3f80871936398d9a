import type { myApps as english } from '../en/myApps';
import type { Format } from '../format';

/** Words of the page with a person's own apps. */
export const myApps = (f: Format): ReturnType<typeof english> => ({
  manageLicenses: 'Hanterar du licenser?',
  title: 'Mina appar',
  intro: 'Appar som du har en licens för, och hur du fick dem.',
  direct: 'Tilldelad till dig',
  viaGroups: (groups) => `Via ${f.list(groups)}`,
  viaUnnamedGroup: 'en grupp',
  states: { active: 'Klar att använda', problem: 'Har ett problem', off: 'Inaktiverad' },
  problemText: 'Det finns ett problem med din licens. En administratör kan se varför.',
  count: (count) => f.plural(count, { one: '# app', other: '# appar' }),
  unseenTitle: 'Vi kan inte visa dina appar här',
  unseenText:
    'Ditt konto kan inte se organisationens produkter. Det är vanligt för gäster. Fråga en administratör vilka appar du har.',
  emptyTitle: 'Du har inga ISV-appar ännu',
  emptyText: 'När en administratör tilldelar dig en licens ser du appen här.',
  unnamed: (count) =>
    f.plural(count, {
      one: 'Du har också en licens för # produkt vars namn appen inte kan se. En administratör kan tala om vilken det är.',
      other:
        'Du har också licenser för # produkter vars namn appen inte kan se. En administratör kan tala om vilka de är.',
    }),
  otherTitle: 'Andra appar i organisationen',
  otherText: 'Organisationen äger de här apparna. Du har ingen licens för dem.',
  ask: 'Begär',
  askFor: (product) => `Begär ${product}`,
  requestAccess: 'Begär åtkomst',
  askText: 'Skicka texten till en administratör. Inget skickas förrän du gör det.',
  request: (person, address, product) =>
    `Hej!
${product === undefined ? 'Jag skulle vilja använda apparna i er organisation. Vilka av dem kan jag få en licens för?' : `Jag skulle vilja ha en licens för ${product}.`}
Mitt konto: ${person} (${address}).
En licensadministratör kan tilldela den i appen ISV-licenser eller i administrationscentret för Microsoft 365.`,
  requestLabel: 'Text att skicka',
  copyRequest: 'Kopiera texten',
  sendMail: 'Skicka e-post',
  sendInTeams: 'Skicka i Teams',
});
