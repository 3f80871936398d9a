import type { Capability } from '../../../licensing/types';
import type { Coverage } from '../../../licensing/product';
import type { Format } from '../format';

type Because = Exclude<Coverage, { kind: 'assignable' }>['because'];

/** What is said of a product on several screens. */
export const products = (f: Format) => ({
  active: 'Active',
  trial: 'Trial',
  trialDaysLeft: (days: number) =>
    days === 0
      ? 'Trial ends today'
      : f.plural(days, { one: 'Trial, # day left', other: 'Trial, # days left' }),
  expiresIn: (days: number) =>
    days === 0 ? 'Expires today' : f.plural(days, { one: 'Expires in # day', other: 'Expires in # days' }),
  graceUntil: (iso: string) => `Grace period until ${f.date(iso)}`,
  overAllocated: 'Over-allocated',
  overAllocatedBy: (seats: number) =>
    f.plural(seats, { one: '# seat more assigned than owned', other: '# seats more assigned than owned' }),
  assignedOfTotal: (assigned: number, total: number) =>
    `${f.number(assigned)} of ${f.number(total)} assigned`,
  /** Short form for a column that is headed "Assigned". */
  ofTotal: (assigned: number, total: number) => `${f.number(assigned)} of ${f.number(total)}`,
  /** Licenses of which no seat works: none is owned any more, or all are suspended. */
  noneUsable: (assigned: number) => `${f.number(assigned)} assigned, none usable`,
  notKnown: 'Not known',
  /** In place of `assignedOfTotal` where one of the two is not known, or both. */
  partOfSeats: (assigned: number | undefined, total: number | undefined) =>
    assigned !== undefined
      ? `${f.number(assigned)} assigned, total not known`
      : total !== undefined
        ? `${f.number(total)} in total, assigned not known`
        : 'Not known',
  available: (seats: number) => f.plural(seats, { one: '# available', other: '# available' }),
  /** Of what a change of this app made stale moments ago. */
  updating: 'Being updated',
  unknownPublisher: 'Unknown publisher',
  coverage: {
    'organization-wide': 'Applies to the whole organization; it is not assigned to people.',
    suspended: "The subscription is suspended. Licenses don't work until it's renewed.",
    deleted: "The subscription was deleted. Licenses don't work.",
    'locked-out': "The subscription is locked. Licenses can't be assigned.",
    'not-listed': 'Your organization no longer owns this product.',
    'vendor-assigns': 'The vendor assigns these licenses. Microsoft 365 only shows them.',
    unidentified: "Microsoft 365 didn't say which product this is.",
    'not-in-graph': 'Microsoft Graph does not list this product, so its licenses are managed at the vendor.',
  } satisfies Record<Because, string> as Record<Because, string>,
  capabilities: {
    enabled: 'Active',
    warning: 'Expired, in grace period',
    suspended: 'Suspended',
    deleted: 'Deleted',
    'locked-out': 'Locked',
    unknown: 'Not known',
  } satisfies Record<Capability, string> as Record<Capability, string>,
});
