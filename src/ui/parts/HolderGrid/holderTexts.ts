import type { ProductState } from '../../../licensing/product';
import type { Messages } from '../../messages/types';
import { pathsText } from '../SeatPathText';
import type { HolderColumnId, HolderRow } from './HolderGrid.types';
import { issueTexts, seatStateText } from './HolderNotes';

/** Texts of the columns of holders, for cells, sorting and exports. */
export interface HolderTexts {
  readonly headerOf: (id: HolderColumnId) => string;
  /** Returns the text of a cell; empty where there is nothing to say. */
  readonly textOf: (row: HolderRow, id: HolderColumnId) => string;
  /** Returns the text that a row is sorted by. */
  readonly sortTextOf: (row: HolderRow, id: HolderColumnId) => string;
}

interface HolderTextOptions {
  readonly messages: Messages;
  readonly productState: ProductState;
  /** Returns the name of a plan. */
  readonly planNameOf: (planId: string) => string;
}

/** Creates the texts of one product's holders. */
export function createHolderTexts({ messages, productState, planNameOf }: HolderTextOptions): HolderTexts {
  const { product: words, lists, format } = messages;
  // A point in time, so the local day, unlike the calendar dates of subscriptions.
  const day = new Intl.DateTimeFormat(format.locale, { dateStyle: 'medium' });
  const countryOf = countryNames(format.locale);
  const textOf = ({ holder: { user }, summary }: HolderRow, id: HolderColumnId): string => {
    const orUnknown = (text: string | undefined): string => text ?? (user.isNameOnly ? words.notKnown : '');
    switch (id) {
      case 'user':
        return user.displayName;
      case 'path':
        return pathsText(summary.paths, messages);
      case 'since':
        return summary.since ? day.format(new Date(summary.since)) : words.notKnown;
      case 'state':
        return [
          seatStateText(summary, productState, messages),
          ...issueTexts(summary, messages),
          ...(summary.isIncomplete ? [words.holderIncomplete] : []),
        ].join(' · ');
      case 'department':
        return orUnknown(user.department);
      case 'company':
        return orUnknown(user.companyName);
      case 'jobTitle':
        return orUnknown(user.jobTitle);
      case 'location':
        return orUnknown(user.usageLocation && countryOf(user.usageLocation));
      case 'account':
        return accountText(user, messages);
      case 'apps':
        return summary.disabledPlanIds.length === 0
          ? summary.isIncomplete
            ? words.notKnown
            : ''
          : format.list(summary.disabledPlanIds.map(planNameOf));
      case 'signInName':
        return orUnknown(user.userPrincipalName || undefined);
      case 'address':
        return orUnknown(user.address || undefined);
      case 'id':
        return user.id;
    }
  };
  return {
    textOf,
    sortTextOf: (row, id) => (id === 'since' ? (row.summary.since ?? '') : textOf(row, id)),
    headerOf: (id) => columnHeader(id, words, lists),
  };
}

function columnHeader(
  id: HolderColumnId,
  words: Messages['product'],
  { columns }: Messages['lists'],
): string {
  switch (id) {
    case 'user':
      return words.columnUser;
    case 'path':
      return words.columnAssignedVia;
    case 'since':
      return words.columnSince;
    case 'state':
      return words.columnNotes;
    default:
      return columns[id];
  }
}

/** Returns the state of an account as text: whether it can sign in, and that it is a guest. */
function accountText(
  { isBlocked, isGuest }: HolderRow['holder']['user'],
  { product: words, lists }: Messages,
): string {
  const state =
    isBlocked === undefined ? words.notKnown : isBlocked ? lists.signInBlocked : lists.signInAllowed;
  return isGuest ? `${words.guest} · ${state}` : state;
}

/** Creates a function that returns the name of a country by its ISO code: making the names takes long for 100,000 people. */
export function countryNames(locale: string): (code: string) => string {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const known = new Map<string, string>();
  return (code) => {
    let name = known.get(code);
    if (name === undefined) {
      // Graph keeps two letters; anything else isn't a region to `Intl`, which throws.
      name = /^[a-z]{2}$/i.test(code) ? (names.of(code.toUpperCase()) ?? code) : code;
      known.set(code, name);
    }
    return name;
  };
}
