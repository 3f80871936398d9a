import type { products as english } from '../en/products';
import type { Format } from '../format';

/** What is said of a product on several screens. */
export const products = (f: Format): ReturnType<typeof english> => ({
  active: 'Aktiv',
  trial: 'Utvärdering',
  trialDaysLeft: (days) =>
    f.plural(days, { one: 'Utvärdering, # dag kvar', other: 'Utvärdering, # dagar kvar' }),
  expiresIn: (days) =>
    days === 0 ? 'Upphör i dag' : f.plural(days, { one: 'Upphör om # dag', other: 'Upphör om # dagar' }),
  expired: 'Upphörd',
  disabled: 'Inaktiverad',
  overAllocated: 'Övertilldelad',
  overAllocatedBy: (seats) =>
    f.plural(seats, { one: '# plats mer tilldelad än köpt', other: '# platser fler tilldelade än köpta' }),
  assignedOfTotal: (assigned, total) => `${f.number(assigned)} av ${f.number(total)} tilldelade`,
  ofTotal: (assigned, total) => `${f.number(assigned)} av ${f.number(total)}`,
  available: (seats) => f.plural(seats, { one: '# tillgänglig', other: '# tillgängliga' }),
  unknownPublisher: 'Okänd utgivare',
  verdicts: {
    catalogue: 'Känd från katalogen',
    'admin-choice': 'Du valde att behandla den som en ISV-app',
    'identifier-shape': 'Identifieraren har samma form som produkter från marknadsplatsen',
    'nothing-known': 'Microsoft Graph säger inte vem som gör produkten, och katalogen har den inte',
  },
  coverage: {
    'organization-wide': 'Gäller hela organisationen och tilldelas inte till personer.',
    suspended: 'Prenumerationen är pausad. Licenser kan tilldelas igen när den har förnyats.',
    'locked-out': 'Prenumerationen är låst. Licenserna kan inte ändras.',
    'vendor-assigns': 'Leverantören tilldelar licenserna. Microsoft 365 visar dem bara.',
    'not-in-graph': 'Microsoft Graph har inte med produkten, så licenserna hanteras hos leverantören.',
  },
  capabilities: {
    enabled: 'Aktiv',
    warning: 'Upphörd, i respitperiod',
    suspended: 'Pausad',
    deleted: 'Borttagen',
    'locked-out': 'Låst',
  },
});
