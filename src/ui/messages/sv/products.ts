import type { products as english } from '../en/products';
import type { Format } from '../format';

/** Words about a product that several screens show. */
export const products = (f: Format): ReturnType<typeof english> => ({
  active: 'Aktiv',
  trial: 'Utvärderingsversion',
  trialDaysLeft: (days) =>
    days === 0
      ? 'Utvärderingsversionen upphör i dag'
      : f.plural(days, {
          one: 'Utvärderingsversion, # dag kvar',
          other: 'Utvärderingsversion, # dagar kvar',
        }),
  expiresIn: (days) =>
    days === 0
      ? 'Upphör att gälla i dag'
      : f.plural(days, { one: 'Upphör att gälla om # dag', other: 'Upphör att gälla om # dagar' }),
  graceUntil: (iso) => `Respitperiod till ${f.date(iso)}`,
  overAllocated: (by) => `Övertilldelad med ${f.number(by)}`,
  overAllocatedBy: (seats) =>
    f.plural(seats, { one: '# licens mer tilldelad än köpt', other: '# fler licenser tilldelade än köpta' }),
  assignedOfTotal: (assigned, total) => `${f.number(assigned)} av ${f.number(total)} tilldelade`,
  ofTotal: (assigned, total) => `${f.number(assigned)} av ${f.number(total)}`,
  noneUsable: (assigned) => `${f.number(assigned)} tilldelade, inga kan användas`,
  notKnown: 'Okänt',
  partOfSeats: (assigned, total) =>
    assigned !== undefined
      ? `${f.number(assigned)} tilldelade, totalen är okänd`
      : total !== undefined
        ? `${f.number(total)} totalt, tilldelade är okänt`
        : 'Okänt',
  available: (seats) => f.plural(seats, { one: '# tillgänglig', other: '# tillgängliga' }),
  updating: 'Uppdateras',
  unknownPublisher: 'Okänd utgivare',
  coverage: {
    'organization-wide': 'Gäller hela organisationen. Du tilldelar den inte till personer.',
    suspended: 'Prenumerationen är pausad. Licenserna fungerar inte förrän den har förnyats.',
    deleted: 'Prenumerationen är borttagen. Licenserna fungerar inte.',
    'locked-out': 'Prenumerationen är låst. Licenser kan inte tilldelas.',
    'not-listed': 'Organisationen äger inte längre produkten.',
    'not-for-people':
      'Leverantören låter inte Microsoft 365 tilldela de här licenserna till personer eller grupper.',
    'vendor-assigns': 'Leverantören tilldelar licenserna. Microsoft 365 visar dem bara.',
    unidentified: 'Microsoft 365 angav inte vilken produkt det är.',
    'not-in-graph': 'Microsoft Graph har inte med produkten. Hantera licenserna hos leverantören.',
  },
  capabilities: {
    enabled: 'Aktiv',
    warning: 'Har upphört att gälla, i respitperiod',
    suspended: 'Pausad',
    deleted: 'Borttagen',
    'locked-out': 'Låst',
    unknown: 'Okänd',
  },
});
