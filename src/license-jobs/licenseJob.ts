import type { MadeIds, Outcome } from '../base/outcome';
import type { NamedGroup, NamedPrincipal, Principal } from '../base/principal';
import type { JobPlan, JobView } from '../jobs/jobs';
import type { JobItem, JobItems, JobState, JobSummary, PlannedItem } from '../jobs/job';
import { predictOutcome, type ChangeKind } from '../licensing/changes/predictOutcome';
import type { PoolKey, ProductKey } from '../licensing/keys';
import { defaultPool } from '../licensing/pools';
import type { AssignableProduct } from '../licensing/product';
import type { Change, HeldLicense, Holding, LicensingCode, PoolRef, Seat } from '../licensing/types';

/** Names of the operations, as journals hold them. */
export const operationNames = {
  changeLicenses: 'change-licenses',
  throughGroup: 'through-group',
  changePaths: 'change-paths',
  setUsageLocation: 'usage-location',
  reprocess: 'reprocess',
} as const;

/** A product as a job keeps it: its pool, and the name that it had. */
export interface JobProduct extends PoolRef {
  readonly name: string;
  /** Seats that were assigned when the job was planned, as far as this app knew; undefined where it did not. */
  readonly assigned?: number | undefined;
}

/** Number of the users and groups of a job; `name` where there is one alone. */
export interface JobPeople {
  readonly users: number;
  readonly groups: number;
  readonly name?: string;
}

/** Line of a pasted or dropped list. */
export interface LineSource {
  /** Name of the list, such as that of the file. */
  readonly list: string;
  /** From 1. */
  readonly line: number;
}

/**
 * Reason for which a line led to no principal: no match, several, look-alike characters, an identifier of no use, or a
 * principal that another line had led to.
 */
export type UnresolvedReason =
  'not-found' | 'not-an-id' | 'cannot-be-looked-up' | 'ambiguous' | 'suspicious' | 'duplicate';

/** Subject of a license job, the same for all its items; plain data. */
export interface LicenseJobSubject {
  readonly kind:
    ChangeKind | 'through-group' | 'leave-groups' | 'migrate-to-group' | 'usage-location' | 'reprocess';
  /** None for `usage-location`. The products with the names that they had. For `move`: first the one that is removed, then the one given. */
  readonly products: readonly JobProduct[];
  /** The job undoes an earlier one; it also sends what readings show as done, since they lag behind writes. */
  readonly isUndo?: boolean;
  /** Pauses the job once no seat is left. Default is to go on, with an outcome for each. */
  readonly stopsWithoutSeats?: boolean;
  /** For `through-group` and `migrate-to-group`: the group that exists already, or the name of the one to create. */
  readonly group?: { readonly id?: string; readonly name: string };
  /** Users and groups of the job, and the name of the only one. Undefined in jobs of earlier versions. */
  readonly people?: JobPeople;
  /** For `through-group` and `migrate-to-group`: the plans that are switched off. */
  readonly disabledPlanIds?: readonly string[];
  /** For `usage-location`: the ISO 3166-1 code of the country that was chosen. */
  readonly usageLocation?: string;
  /** Lines of the admin's lists that led to no principal when the job was planned; `more` counts those that aren't kept. */
  readonly unresolved?: {
    readonly lines: readonly (LineSource & { readonly text: string; readonly reason: UnresolvedReason })[];
    readonly more: number;
  };
}

/**
 * One item of a license job. For `through-group` the change says what the person gets by way of the group. Reports need a
 * name that tells two people apart and that other admin tools take, so the sign-in name is kept, and nothing else of a person.
 */
export interface LicenseJobInput {
  readonly principal: NamedPrincipal;
  /** Empty for `usage-location` and `reprocess`. */
  readonly change: Change;
  /** For `leave-groups`: the groups that the person leaves, or is put back into by an undo. */
  readonly leave?: readonly NamedGroup[];
  /** For an undo of `migrate-to-group`: the job added the person to its group, so that the person leaves it. */
  readonly leavesGroup?: boolean;
  /** Of an undo: ids of the assignments that the undone change made, by pool. */
  readonly assignmentIds?: MadeIds;
  /** For `usage-location`: the country that the person gets. */
  readonly usageLocation?: string;
  /** The line that the principal comes from; undefined for one that was chosen by name. */
  readonly source?: LineSource;
}

/** A license that a principal held directly before a change. */
export interface HeldBefore extends HeldLicense {
  /** It did not work, and so it took no seat. Default is false. */
  readonly isInError?: boolean;
  /** Its apps that were off could not be read, so that it cannot be given back as it was. Default is false. */
  readonly isIncomplete?: boolean;
}

/** State that an undo needs: what the principal held directly of the changed products right before the change. */
export interface LicenseJobBefore {
  readonly seats: readonly HeldBefore[];
  /** The part of the change that was sent; undefined: all of it. */
  readonly sent?: Pick<Change, 'add' | 'remove'>;
  /**
   * Pools that give the person a seat through a group as well, so that the change takes or frees none of theirs. Earlier versions
   * kept the products instead.
   */
  readonly inheritedPools?: readonly PoolKey[] | undefined;
  readonly inherited?: readonly ProductKey[] | undefined;
  /** For `through-group` and `migrate-to-group`: whether the person was in the group before. */
  readonly wasMember?: boolean;
  /** For `leave-groups`: ids of those of its groups that the person was a member of. */
  readonly memberOf?: readonly string[] | undefined;
  /** For `usage-location`: the country that the person had; undefined for a person without one. */
  readonly usageLocation?: string;
}

/**
 * One planned item. The key is the principal's id, so that two changes of one principal never overlap; `outcome` is set
 * for an item that is decided before anything is sent.
 */
export type PlannedLicenseItem = PlannedItem<LicenseJobInput, LicensingCode>;

/** A license job to be planned. */
export interface LicenseJobPlan extends JobPlan<LicenseJobSubject, LicenseJobInput, LicensingCode> {
  readonly operation: (typeof operationNames)[keyof typeof operationNames];
}

/** State of a license job. */
export type LicenseJobState = JobState<LicenseJobSubject, LicenseJobInput, LicensingCode>;

/** A license job in the history. */
export type LicenseJobSummary = JobSummary<LicenseJobSubject>;

/** A license job, observed. */
export type LicenseJobView = JobView<LicenseJobSubject, LicenseJobInput, LicensingCode>;

/** Users and groups of a license job. */
export type LicenseJobItems = JobItems<LicenseJobInput, LicensingCode>;

/** One user or group of a license job. */
export type LicenseJobItem = JobItem<LicenseJobInput, LicensingCode>;

/** Product that a job is planned for: owned by the tenant, not necessarily assignable any more. */
export type JobProductSource = Pick<AssignableProduct, 'name' | 'owned'>;

/** The product as a job keeps it, with the default pool of its seats. */
export function toJobProduct({ name, owned }: JobProductSource): JobProduct {
  return { ...defaultPool(owned), name, assigned: owned.seats.assigned };
}

/** The subject of a job that undoes one with this subject; it starts from another number of seats. */
export function toUndoSubject(subject: LicenseJobSubject): LicenseJobSubject {
  const products = subject.products.map((product) => ({ ...product, assigned: undefined }));
  // The report of the first job alone names the lines that led to no principal.
  const { unresolved: _unresolved, ...rest } = subject;
  return { ...rest, products, isUndo: true };
}

/** Plans one change of a principal; with an `outcome` it is not sent. */
export function toPlannedItem(
  principal: Principal,
  { add, remove }: Pick<Change, 'add' | 'remove'>,
  outcome?: Outcome<LicensingCode>,
): PlannedLicenseItem {
  const { kind, id, displayName } = principal;
  const address = principal.kind === 'user' ? principal.userPrincipalName : '';
  const item = {
    key: id.toLowerCase(),
    input: {
      principal: { kind, id, displayName, address },
      change: { principal: { kind, id }, add, remove },
    },
  };
  return outcome ? { ...item, outcome } : item;
}

/** Plans one change by what its principal holds now, which may decide its outcome already. */
export function predictItem(
  kind: ChangeKind,
  principal: Principal,
  change: Pick<Change, 'add' | 'remove'>,
  { seats, isIncomplete }: Pick<Holding, 'seats' | 'isIncomplete'>,
): PlannedLicenseItem {
  const planned = toPlannedItem(principal, change);
  const isOfChange = ({ product }: Seat): boolean =>
    [...change.remove, ...change.add].some((each) => each.product === product);
  const own = seats.filter(isOfChange);
  const prediction = predictOutcome(kind, planned.input.change, own, isIncomplete);
  return prediction.kind === 'send' ? planned : { ...planned, outcome: prediction.outcome };
}

/** Adds to a plan the users and groups that it is about, so that the job's title can say who. */
export function withPeople<Plan extends Pick<LicenseJobPlan, 'subject' | 'items'>>(plan: Plan): Plan {
  const principals = plan.items.map(({ input }) => input.principal);
  const groups = principals.filter(({ kind }) => kind === 'group').length;
  const [first, ...others] = principals;
  const people = {
    users: principals.length - groups,
    groups,
    ...(first && others.length === 0 ? { name: first.displayName } : {}),
  };
  return { ...plan, subject: { ...plan.subject, people } };
}
