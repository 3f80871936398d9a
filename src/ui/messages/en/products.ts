import type { Capability } from '../../../licensing/types';
import type { Coverage } from '../../../licensing/product';
import type { Format } from '../format';

type Because = Exclude<Coverage, { kind: 'assignable' }>['because'];

/** Words about a product that several screens show. */
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
  overAllocated: (by: number) => `Over-allocated by ${f.number(by)}`,
  overAllocatedBy: (seats: number) =>
    f.plural(seats, { one: '# more seat assigned than owned', other: '# more seats assigned than owned' }),
  assignedOfTotal: (assigned: number, total: number) =>
    `${f.number(assigned)} of ${f.number(total)} assigned`,
  /** Short form for the column "Assigned". */
  ofTotal: (assigned: number, total: number) => `${f.number(assigned)} of ${f.number(total)}`,
  /** Assigned licenses without a usable seat: all seats are suspended, or the organization owns none anymore. */
  noneUsable: (assigned: number) => `${f.number(assigned)} assigned, none usable`,
  notKnown: 'Not known',
  /** Used instead of `assignedOfTotal` if one or both numbers aren't known. */
  partOfSeats: (assigned: number | undefined, total: number | undefined) =>
    assigned !== undefined
      ? `${f.number(assigned)} assigned, total not known`
      : total !== undefined
        ? `${f.number(total)} in total, assigned not known`
        : 'Not known',
  available: (seats: number) => f.plural(seats, { one: '# available', other: '# available' }),
  /** Shown instead of a value that a change of this app made out of date. */
  updating: 'Being updated',
  unknownPublisher: 'Unknown publisher',
  coverage: {
    'organization-wide': "Applies to the whole organization. You don't assign it to people.",
    suspended: "The subscription is suspended. Licenses don't work until it's renewed.",
    deleted: "The subscription was deleted. Licenses don't work.",
    'locked-out': "The subscription is locked. Licenses can't be assigned.",
    'not-listed': 'Your organization no longer owns this product.',
    'not-for-people': "The vendor doesn't let Microsoft 365 assign these licenses to people or groups.",
    'vendor-assigns': 'The vendor assigns these licenses. Microsoft 365 only shows them.',
    unidentified: "Microsoft 365 didn't say which product this is.",
    'not-in-graph': "Microsoft Graph doesn't list this product. Manage its licenses with the vendor.",
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
