import type { ErrorCode } from '../../../base/appError';
import type { Format } from '../format';
import type { Explained } from '../explained';

/** Words for each code of an AppError. */
export const errors = (_f: Format): Record<ErrorCode, Explained> => ({
  'config-unreachable': {
    title: 'Appens inställningar kunde inte läsas',
    action:
      'Kontrollera anslutningen och försök igen. Om felet är kvar: säg till den som satte upp appen att config.json saknas.',
  },
  'config-invalid': {
    title: 'Appens inställningar innehåller fel',
    action: 'Den som satte upp appen måste rätta config.json:',
  },
  'host-silent': {
    title: 'Den omgivande sidan svarade inte',
    action:
      'Öppna appen i Microsoft Teams, Outlook eller Microsoft 365-appen, eller ensam i en webbläsarflik.',
  },
  'host-unsupported': {
    title: 'Det går inte att göra här',
    action: 'Programmet runt appen erbjuder det inte. Prova Microsoft Teams på en dator.',
  },
  'sign-in-needed': { title: 'Logga in för att fortsätta', action: 'Använd ditt arbets- eller skolkonto.' },
  'sign-in-cancelled': {
    title: 'Inloggningen avbröts',
    action: 'Ingenting ändrades. Logga in när du är redo.',
  },
  'popup-blocked': {
    title: 'Webbläsaren blockerade inloggningsfönstret',
    action: 'Tillåt popup-fönster för webbplatsen och försök igen.',
  },
  'consent-needed': {
    title: 'Din organisation har inte godkänt detta än',
    action: 'Appen behöver en behörighet som fortfarande saknas.',
  },
  'sign-in-failed': {
    title: 'Inloggningen fungerade inte',
    action: 'Försök igen. Om felet är kvar: läs in appen på nytt.',
  },
  'account-changed': {
    title: 'Du är nu inloggad med ett annat konto',
    action: 'Läs in appen på nytt för att fortsätta med det kontot.',
  },
  offline: { title: 'Du är offline', action: 'Kontrollera anslutningen och försök igen.' },
  'timed-out': { title: 'Inget svar kom i tid', action: 'Försök igen om en stund.' },
  'service-unavailable': {
    title: 'Microsoft 365 är inte tillgängligt just nu',
    action: 'Det går oftast över inom några minuter. Försök igen om en stund.',
  },
  throttled: { title: 'Microsoft 365 ber oss att sakta ned', action: 'Vänta lite och försök igen.' },
  forbidden: {
    title: 'Ditt konto får inte göra detta',
    action: 'En roll saknas. En global administratör kan ge dig rollen Licensadministratör.',
  },
  'not-found': {
    title: 'Det hittades inte',
    action: 'Det kan ha tagits bort eller bytt namn. Gå tillbaka och titta igen.',
  },
  'bad-request': {
    title: 'Microsoft 365 avvisade begäran',
    action: 'Försök igen. Om felet är kvar: rapportera det med begärande-ID.',
  },
  conflict: {
    title: 'Någon annan ändrade detta samtidigt',
    action: 'Titta på det igen och gör om det som saknas.',
  },
  'token-refused': { title: 'Din inloggning godtas inte längre', action: 'Logga in igen.' },
  'unexpected-answer': {
    title: 'Microsoft 365 gav ett svar som appen inte förstår',
    action: 'Försök igen. Om felet är kvar: rapportera det med begärande-ID.',
  },
  'catalogue-unreachable': {
    title: 'Produktkatalogen kunde inte läsas',
    action: 'Produkterna visas utan katalogens namn och länkar. Läs in appen på nytt för att försöka igen.',
  },
  'catalogue-invalid': {
    title: 'Vissa poster i produktkatalogen kunde inte läsas',
    action: 'Appen fungerar utan dem. Be den som ställde in appen att åtgärda dessa:',
  },
  'link-refused': {
    title: 'Länken öppnas inte',
    action: 'Bara säkra länkar till webbplatser som produktkatalogen nämner öppnas.',
  },
  cancelled: { title: 'Stoppat', action: 'Ingenting mer skickas.' },
  internal: { title: 'Något gick fel i appen', action: 'Läs in appen på nytt. Licenserna påverkas inte.' },
  'chunk-load-failed': {
    title: 'En del av appen kunde inte läsas in',
    action: 'Kontrollera anslutningen och försök igen, eller läs in appen på nytt; den kan ha uppdaterats.',
  },
  'app-outdated': {
    title: 'Det finns en nyare version av appen',
    action:
      'Läs in appen på nytt för att fortsätta med den. Listor som du har förberett finns kvar, och ett jobb som körs pausas tills du fortsätter det.',
  },
  'journal-unavailable': {
    title: 'Inget kan sparas i den här webbläsaren',
    action:
      'Jobb kan inte sparas här, så en stängd flik skulle förlora deras protokoll. Tillåt lagring för appen eller lämna det privata fönstret.',
  },
  'journal-full': {
    title: 'Webbläsaren har inget utrymme kvar',
    action: 'Ta bort slutförda jobb från jobblistan eller frigör utrymme på enheten. Inget har skickats.',
  },
  'journal-newer': {
    title: 'Jobb kan inte användas i den här versionen av appen',
    action:
      'En nyare version har använts i webbläsaren. Läs in appen på nytt för att få den. Dina jobb finns kvar.',
  },
  'job-busy': {
    title: 'En annan flik kör det här jobbet',
    action: 'Du kan följa det här. Gå till den andra fliken eller stäng den för att styra jobbet.',
  },
  'job-unreadable': {
    title: 'Det här jobbet kan inte läsas',
    action:
      'Det sparades av en annan version av appen eller är skadat. Det behålls som det är. Läs in appen på nytt så att du säkert har den senaste versionen.',
  },
  'file-too-large': {
    title: 'Filen är för stor',
    action: 'Filer på upp till 20 MB, uppackade 200 MB, läses. Dela filen och lägg till delarna en i taget.',
  },
  'file-too-long': {
    title: 'Listan har för många rader',
    action: 'Upp till 200 000 rader läses. Dela listan och lägg till delarna en i taget.',
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
