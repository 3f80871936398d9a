import type { shell as english } from '../en/shell';
import type { Format } from '../format';

/** Words of the frame around the pages, and of the start and sign-in. */
export const shell = (f: Format): ReturnType<typeof english> => ({
  skipToContent: 'Gå till innehållet',
  navigation: 'Sidor i appen',
  licenses: 'Licenser',
  issues: 'Problem',
  peopleWithIssues: (count, isPartial) =>
    `${isPartial ? 'Minst ' : ''}${f.plural(count, { one: '# person med problem', other: '# personer med problem' })}`,
  people: 'Personer',
  jobs: 'Aktivitet',
  /** Read out with the entry of the navigation. */
  jobsUnderWay: (count) => f.plural(count, { one: '# jobb pågår', other: '# jobb pågår' }),
  myApps: 'Mina appar',
  about: 'Om',
  steps: {
    configuration: 'appens konfiguration',
    host: 'sidan runt appen, till exempel Teams eller Outlook',
    messages: 'appens texter',
    'sign-in': 'din inloggning',
    services: 'ett svar från Microsoft 365',
  },
  signingIn: 'Loggar in dig …',
  signIn: 'Logga in',
  signInTitle: 'Hantera licenserna för dina ISV-appar',
  signInText:
    'Se apparna som organisationen har köpt från andra programleverantörer, tilldela licenser och få apparna installerade.',
  askConsent: 'Begär behörighet',
  giveConsent: 'Ge behörighet',
  adminConsentText:
    'En administratör kan ge behörighet för hela organisationen. Kopiera länken och skicka den dit.',
  ownConsentText: 'Med din roll kan du ge behörighet för hela organisationen, här eller med länken.',
  copyAdminConsentLink: 'Kopiera länk till en administratör',
  pageNotFoundTitle: 'Sidan finns inte',
  pageNotFoundText: 'Länken kan vara gammal eller felstavad.',
  goToStart: 'Gå till startsidan',
  accessDeniedTitle: 'Den här sidan är för administratörer',
  accessDeniedText:
    'Ditt konto kan inte läsa organisationens licenser. Om din roll måste aktiveras: aktivera den och läs in appen på nytt.',
  roleNote: (areRolesKnown) =>
    `${areRolesKnown ? 'Vi ser ingen roll som du har för hela organisationen.' : 'Dina roller kunde inte läsas.'} Om din roll måste aktiveras: aktivera den och läs in appen på nytt. Med en anpassad roll, eller en roll för en administrativ enhet, kan du fortsätta: Microsoft 365 avgör för varje person vad du får ändra.`,
  goToMyApps: 'Gå till Mina appar',
  reload: 'Läs in appen på nytt',
});
