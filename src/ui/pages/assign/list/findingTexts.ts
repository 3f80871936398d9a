import type { GroupGains, PreflightFinding, PreflightLine } from '../../../../licensing/preflight/preflight';
import type { Messages } from '../../../messages/types';
import { groupNames } from '../../../parts/SeatPathText';

/**
 * Returns the preview of a line as texts. Leaves out the members of a group that can't be licensed. If a group has
 * more members than licenses are left, one sentence says both.
 */
export function findingTexts(line: PreflightLine, messages: Messages): readonly string[] {
  const { findings, result } = line;
  const isStopped = result === 'stop';
  const members = findings.find((finding) => finding.kind === 'group-members');
  // This finding names those without a license itself.
  const gains = findings.some(({ kind }) => kind === 'group-gains');
  const short = members && findings.find((finding) => finding.kind === 'no-seat-left');
  return findings.flatMap((finding) => {
    if (finding.kind === 'group-members' && isStopped) return [];
    if (finding === short || (finding.kind === 'no-seat-left' && gains)) return [];
    return findingText(finding, { short, isStopped }, messages);
  });
}

/** Other findings of the line that change the text. */
interface FindingContext {
  /** Joined into one sentence with the members of the group. */
  readonly short: NoSeat | undefined;
  readonly isStopped: boolean;
}

type NoSeat = Extract<PreflightFinding, { kind: 'no-seat-left' }>;

function findingText(
  finding: PreflightFinding,
  { short, isStopped }: FindingContext,
  { assign }: Messages,
): string {
  switch (finding.kind) {
    case 'gets-seat':
      return finding.products ? assign.findingGets(finding.products) : assign.finding['gets-seat'];
    case 'has-already':
      return finding.product === undefined ? assign.findingHasAlready : assign.findingKeeps(finding.product);
    case 'has-through-group': {
      const groups = groupNames(finding.paths, assign.aGroup);
      return finding.product === undefined
        ? assign.findingHasVia(groups)
        : assign.findingKeepsVia(finding.product, groups);
    }
    case 'no-seat-left':
      return noSeatText(finding, isStopped, assign);
    case 'group-members':
      return [membersText(finding, short, assign), ...nestedText(finding, assign)].join(' · ');
    case 'group-gains':
      return [
        assign.findingGains(finding),
        ...finding.withheld.map(({ people, products = [] }) => assign.findingWithheld(people, products)),
        ...(finding.refused ?? []).map(({ people, products }) => assign.findingRefused(people, products)),
        ...(finding.areOthersUnknown ? [assign.findingOthersUnknown] : []),
        ...nestedText(finding, assign),
        // Graph publishes neither dependencies nor conflicts of products.
        ...(finding.gains.length > 0 ? [assign.findingMayBeRefused(isAnyoneShort(finding))] : []),
      ].join(' · ');
    case 'group-size-unknown':
      return finding.products ? assign.findingSizeUnknownOf(finding.products) : assign.finding[finding.kind];
    case 'state-unknown':
      return finding.products
        ? assign.findingStateUnknownOf(finding.products)
        : assign.finding['state-unknown'];
    case 'only-for-people':
    case 'only-for-groups':
    case 'only-buyer-assigns': {
      const text = assign.finding[finding.kind];
      return finding.products ? assign.findingOf(finding.products, text) : text;
    }
    case 'unreadable':
    case 'usage-location-missing':
    case 'details-unknown':
    case 'blocked-account':
    case 'guest':
    case 'group-not-licensable':
    case 'role-assignable-group':
    case 'not-permitted':
      return assign.finding[finding.kind];
  }
}

type Words = Messages['assign'];

function isAnyoneShort({ lacking, waiting = [] }: GroupGains): boolean {
  return lacking.length + waiting.length > 0;
}

function nestedText(
  { nestedGroups = 0 }: { readonly nestedGroups: number | undefined },
  words: Words,
): string[] {
  return nestedGroups > 0 ? [words.findingNested(nestedGroups)] : [];
}

function noSeatText({ products, withheld = [] }: NoSeat, isStopped: boolean, words: Words): string {
  if (!products) return isStopped ? words.finding['no-seat-left'] : words.findingMayLack;
  return isStopped ? words.findingNoSeatOf(products, withheld) : words.findingMayLackSeat(products, withheld);
}

function membersText(
  { directUsers, products }: Extract<PreflightFinding, { kind: 'group-members' }>,
  short: NoSeat | undefined,
  words: Words,
): string {
  if (short)
    return short.products
      ? words.findingShortOf(directUsers, short.products, short.isWaiting === true)
      : words.findingShort(directUsers, short.isWaiting === true);
  return products ? words.findingMembersOf(directUsers, products) : words.findingMembers(directUsers);
}
