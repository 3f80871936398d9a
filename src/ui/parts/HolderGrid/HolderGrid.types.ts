import type { Holder, IssueCode, Seat, SeatPath } from '../../../licensing/types';
import type { GridSort } from '../VirtualGrid/VirtualGrid.types';

/** Columns of holders, in the order in which they are shown. Each can be sorted by. */
export const holderColumnIds = [
  'user',
  'path',
  'since',
  'department',
  'company',
  'jobTitle',
  'location',
  'account',
  'apps',
  'signInName',
  'address',
  'id',
  'state',
] as const;

/** One of these columns. */
export type HolderColumnId = (typeof holderColumnIds)[number];

/** Summary of a holder over all paths. */
export interface HolderSummary {
  readonly paths: readonly SeatPath[];
  /** True if some paths or details couldn't be read. */
  readonly isIncomplete: boolean;
  readonly isDirect: boolean;
  readonly isInherited: boolean;
  /** True for a person who takes more than one seat, each from another pool. */
  readonly hasSeveralSeats: boolean;
  /** `error` if all paths are in error, so that the user has no license; `unknown` if no path is known. */
  readonly state: Seat['state'];
  readonly issue: IssueCode | undefined;
  /** True for a person without a license who is in line for one. Default is false. */
  readonly isWaiting?: boolean;
  /** ISO date-time of the oldest current assignment; undefined if unknown. */
  readonly since: string | undefined;
  /** Plans that no path gives. The effective plans are those of all paths together (Entra: group-based licensing). */
  readonly disabledPlanIds: readonly string[];
}

/** A holder with the summary that its row shows. */
export interface HolderRow {
  readonly holder: Holder;
  readonly summary: HolderSummary;
  /** Words of the name and the addresses, normalized for the search, one a line. */
  readonly searchText: string;
}

/**
 * Filter of a list of holders; several are combined with "and", but values of one kind with "or". `issues-in:` followed by a
 * group id selects users to whom this group couldn't give the license, or not without an issue.
 */
export type HolderFilter =
  | 'direct'
  | 'inherited'
  | 'issues'
  | 'several'
  | 'blocked'
  | 'guests'
  | `${typeof issuesIn}${string}`
  | ValueFilter;

/** Kinds of values that people are filtered by, in the order in which they are offered. */
export const valueKinds = [
  'department',
  'location',
  'company',
  'account',
  'userType',
  'group',
  'issue',
] as const;

/** One of these kinds. */
export type ValueKind = (typeof valueKinds)[number];

/**
 * Filter by a value: a department or company as it is written, an ISO country, a group's id in lower case, a code of an issue, and
 * for `account` and `userType` one of their two states. An empty value selects people without one.
 */
export type ValueFilter = `${ValueKind}:${string}`;

/** Prefix of the filter of a group. */
export const issuesIn = 'issues-in:';

/** Filters, search and order of a list of holders. */
export interface HolderView {
  readonly filters: readonly HolderFilter[];
  /** Start of a name or address, as typed. */
  readonly search: string;
  /** Undefined keeps the order of the service. */
  readonly sort: GridSort<HolderColumnId> | undefined;
}

/** No filters, in the order of the service. */
export const wholeView: HolderView = { filters: [], search: '', sort: undefined };
