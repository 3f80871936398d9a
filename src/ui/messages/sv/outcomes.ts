import type { LicensingCode } from '../../../licensing/types';
import type { Format } from '../format';
import type { Explained } from '../explained';

/** Words for each reason why a change of one person or group was skipped or failed. */
export const outcomes = (_f: Format): Record<LicensingCode, Explained> => ({
  'no-change': { title: 'Inget att ändra', action: '' },
  'not-held': { title: 'Har inte produkten längre', action: 'Inget skickades.' },
  'no-licenses-available': {
    title: 'Inga licenser kvar',
    action: 'Frigör en licens eller köp fler och försök igen.',
  },
  'usage-location': {
    title: 'Användningsplats saknas eller är inte tillåten',
    action: 'Ange en användningsplats där produkten är tillgänglig och försök igen.',
  },
  'product-not-owned': {
    title: 'Ingen giltig prenumeration på produkten',
    action: 'Den kan ha upphört eller pausats. Uppdatera produktlistan.',
  },
  'product-suspended': {
    title: 'Produktens licenser kan inte tilldelas nu',
    action: 'Prenumerationen är pausad, borttagen eller låst. Förnya prenumerationen och försök igen.',
  },
  'assignee-not-supported': {
    title: 'Prenumerationens licenser kan inte tilldelas så här',
    action:
      'De är bara för personer, bara för grupper eller för ingendera. Välj en annan prenumeration för produkten.',
  },
  inherited: {
    title: 'Licensen kommer från en grupp',
    action:
      'Ta bort personen från gruppen, eller licensen från gruppen. Gruppens namn finns på produktens sida.',
  },
  'missing-plans': {
    title: 'Appen behöver en annan app eller tjänst, eller så behöver en annan den här',
    action: 'Tilldela eller ta också bort produkten som är beroende av den eller som den är beroende av.',
  },
  'conflicting-plans': {
    title: 'Står i konflikt med en annan licens för personen',
    action: 'Inaktivera appen som finns i båda, eller ta bort den andra licensen.',
  },
  'duplicate-proxy-address': {
    title: 'Ett annat konto använder samma e-postadress',
    action: 'Ändra adressen för ett av kontona och försök igen.',
  },
  'group-not-licensable': {
    title: 'Licenser kan inte tilldelas gruppen',
    action: 'Välj en säkerhetsgrupp eller en säkerhetsaktiverad Microsoft 365-grupp.',
  },
  'concurrent-change': { title: 'Någon annan ändrar samma konto', action: 'Vänta en stund och försök igen.' },
  forbidden: {
    title: 'Microsoft 365 låter inte ditt konto ändra den här personen eller gruppen',
    action:
      'Be en global administratör. Alla administratörer kan inte ändra personer med administratörsroller, eller personer utanför den del av organisationen som en roll omfattar.',
  },
  'only-buyer-assigns': {
    title: 'Bara personen som köpte prenumerationen kan tilldela eller ta bort dess licenser',
    action: 'Fråga den personen, eller använd en annan prenumeration på produkten.',
  },
  stopped: { title: 'Jobbet stoppades', action: 'Försök igen för att göra resten.' },
  'consent-needed': {
    title: 'Din organisation har inte gett appen behörighet att ändra licenser',
    action: 'Be en administratör att ge behörigheten.',
  },
  'signed-out': {
    title: 'Du är utloggad eller inloggad med ett annat konto',
    action: 'Inget skickades. Läs in appen på nytt, logga in och försök igen.',
  },
  'principal-not-found': { title: 'Kontot finns inte längre', action: '' },
  throttled: {
    title: 'Microsoft 365 hade för mycket att göra',
    action: 'Ingenting ändrades. Försök igen om några minuter.',
  },
  'service-unavailable': {
    title: 'Microsoft 365 var inte tillgängligt',
    action: 'Ingenting ändrades. Försök igen.',
  },
  offline: { title: 'Du var offline', action: 'Ingenting skickades. Försök igen.' },
  'outcome-unknown': {
    title: 'Okänt utfall',
    action:
      'Microsoft 365 bekräftade inte ändringen, och licensen syns inte än. Titta efter om några minuter eller försök igen. Det skadar inte att försöka två gånger.',
  },
  unreadable: {
    title: 'Det gick inte att läsa vad personen eller gruppen har',
    action: 'Inget skickades. Försök igen om några minuter.',
  },
  refused: { title: 'Microsoft 365 nekade ändringen', action: 'Rapportera det med begärande-ID.' },
  'inherited-from-group': {
    title: 'Personen har den redan via en grupp',
    action: 'Inget skickades.',
  },
  'not-permitted': {
    title: 'Din roll omfattar inte det här kontot',
    action: 'Inget skickades. Be en licens-, användar- eller global administratör.',
  },
});
