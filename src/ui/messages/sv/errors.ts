import type { ErrorCode } from '../../../base/appError';
import type { Format } from '../format';
import type { Explained } from '../explained';

/** Words for each code of an AppError. */
export const errors = (_f: Format): Record<ErrorCode, Explained> => ({
  'config-unreachable': {
    title: 'Appens konfiguration kunde inte läsas in',
    action:
      'Kontrollera anslutningen och försök igen. Om det inte hjälper: tala om för den som konfigurerade appen att config.json inte kan läsas in.',
  },
  'config-invalid': {
    title: 'Appens konfiguration innehåller fel',
    action: 'Be den som konfigurerade appen att rätta config.json:',
  },
  'host-silent': {
    title: 'Teams eller Outlook svarade inte',
    action:
      'Öppna appen i Microsoft Teams, Outlook eller Microsoft 365-appen, eller i en egen webbläsarflik.',
  },
  'host-unsupported': {
    title: 'Det går inte att göra här',
    action: 'Programmet runt appen har inte stöd för det. Prova Microsoft Teams på en dator.',
  },
  'sign-in-needed': { title: 'Logga in för att fortsätta', action: 'Använd ditt arbets- eller skolkonto.' },
  'sign-in-cancelled': {
    title: 'Inloggningen avbröts',
    action: 'Ingenting ändrades. Logga in när du är redo.',
  },
  'popup-blocked': {
    title: 'Din webbläsare blockerade inloggningsfönstret',
    action: 'Tillåt popup-fönster för webbplatsen och försök igen.',
  },
  'consent-needed': {
    title: 'Behörighet krävs',
    action: 'Din organisation har inte gett appen en behörighet som den behöver.',
  },
  'sign-in-failed': {
    title: 'Det gick inte att logga in dig',
    action: 'Försök igen. Om det inte hjälper: läs in appen på nytt.',
  },
  'account-changed': {
    title: 'Du är nu inloggad med ett annat konto',
    action: 'Läs in appen på nytt för att fortsätta med det kontot.',
  },
  offline: { title: 'Du är offline', action: 'Kontrollera anslutningen och försök igen.' },
  'timed-out': { title: 'Begäran tog för lång tid', action: 'Försök igen om en stund.' },
  'service-unavailable': {
    title: 'Microsoft 365 är inte tillgängligt just nu',
    action: 'Det brukar bara dröja några minuter. Försök igen om en stund.',
  },
  throttled: {
    title: 'Microsoft 365 begränsar antalet förfrågningar just nu',
    action: 'Vänta en stund och försök igen.',
  },
  forbidden: {
    title: 'Det får du inte göra med ditt konto',
    action: 'En roll saknas. En global administratör kan ge dig rollen Licensadministratör.',
  },
  'not-found': {
    title: 'Det hittades inte',
    action: 'Det kan ha tagits bort eller bytt namn. Gå tillbaka och försök igen.',
  },
  'bad-request': {
    title: 'Microsoft 365 godtog inte begäran',
    action: 'Försök igen. Om det inte hjälper: rapportera det med begärande-ID.',
  },
  conflict: {
    title: 'Någon annan ändrade detta samtidigt',
    action: 'Kontrollera hur det ser ut nu och gör om det som saknas.',
  },
  'token-refused': { title: 'Logga in igen', action: 'Microsoft 365 godtar inte längre din inloggning.' },
  'unexpected-answer': {
    title: 'Microsoft 365 skickade ett svar som appen inte förstår',
    action: 'Försök igen. Om det inte hjälper: rapportera det med begärande-ID.',
  },
  'catalogue-unreachable': {
    title: 'Produktkatalogen kunde inte läsas in',
    action: 'Produkterna visas utan katalogens namn och länkar. Läs in appen på nytt för att försöka igen.',
  },
  'catalogue-invalid': {
    title: 'Vissa poster i produktkatalogen kunde inte läsas',
    action: 'Appen fungerar utan dem. Be den som konfigurerade appen att rätta dessa:',
  },
  'link-refused': {
    title: 'Länken kan inte öppnas',
    action: 'Du kan bara öppna säkra länkar till webbplatser i produktkatalogen.',
  },
  cancelled: { title: 'Stoppat', action: 'Ingenting mer skickas.' },
  internal: { title: 'Något gick fel i appen', action: 'Läs in appen på nytt. Licenserna påverkas inte.' },
  'chunk-load-failed': {
    title: 'En del av appen kunde inte läsas in',
    action: 'Kontrollera anslutningen och försök igen, eller läs in appen på nytt. Den kan ha uppdaterats.',
  },
  'app-outdated': {
    title: 'Det finns en nyare version av appen',
    action:
      'Läs in appen på nytt för att använda den. Listor som du har förberett finns kvar, och ett jobb som körs pausas tills du återupptar det.',
  },
  'journal-unavailable': {
    title: 'Webbläsaren kan inte spara något här',
    action:
      'Om du stänger fliken försvinner uppgifterna om dina jobb. Tillåt lagring för appen eller lämna det privata fönstret.',
  },
  'journal-full': {
    title: 'Webbläsaren har inget utrymme kvar',
    action: 'Radera slutförda jobb eller frigör utrymme på enheten. Inget har skickats.',
  },
  'journal-newer': {
    title: 'Jobb kan inte användas i den här versionen av appen',
    action:
      'En nyare version har använts i webbläsaren. Läs in appen på nytt för att få den. Dina jobb finns kvar.',
  },
  'job-busy': {
    title: 'Jobbet körs i en annan flik',
    action:
      'Du kan följa det här. Gå till den andra fliken för att pausa eller stoppa det. Du kan också stänga den fliken.',
  },
  'job-unreadable': {
    title: 'Det här jobbet kan inte läsas',
    action:
      'En annan version av appen sparade det, eller så är det skadat. Det behålls som det är. Läs in appen på nytt för att få den senaste versionen.',
  },
  'file-too-large': {
    title: 'Filen är för stor',
    action:
      'En fil kan vara upp till 20 MB, eller 200 MB uppackad. Dela upp filen och lägg till delarna en i taget.',
  },
  'file-too-long': {
    title: 'Listan har för många rader',
    action: 'Upp till 200 000 rader kan läsas. Dela upp listan och lägg till delarna en i taget.',
  },
  'file-unreadable': {
    title: 'Filen kan inte läsas',
    action: 'Spara listan som .xlsx, CSV eller ren text och försök igen.',
  },
  'file-encrypted': {
    title: 'Filen är skyddad',
    action: 'Ta bort lösenordet eller känslighetsetiketten, eller kopiera cellerna och klistra in dem här.',
  },
  'file-format-unsupported': {
    title: 'Den här typen av fil kan inte läsas',
    action: 'Spara listan som .xlsx eller CSV och försök igen.',
  },
});
