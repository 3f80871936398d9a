import type { MoveFinding } from '../../../licensing/preflight/movePreflight';
import type { SeatPath } from '../../../licensing/types';
import type { Messages } from '../../messages/types';
import { groupNames } from '../../parts/SeatPathText';

/** Names of the products of a move. */
interface MovedProducts {
  readonly from: string;
  readonly to: string;
  /** True if the old product can't be assigned now, so that the service may refuse the change. Default is false. */
  readonly mayBeRefused?: boolean;
}

/** Returns the preview of a move as texts. */
export function moveTexts(
  findings: readonly MoveFinding[],
  { from, to, mayBeRefused = false }: MovedProducts,
  { changes }: Messages,
): readonly string[] {
  const namesOf = (paths: readonly SeatPath[]): string[] => groupNames(paths, changes.aGroup);
  const texts = findings.map((finding) => {
    switch (finding.kind) {
      case 'moves': {
        const groups = namesOf(finding.keptThrough);
        if (groups.length > 0)
          return finding.hasTarget
            ? changes.hasTargetAndKeeps(from, to, groups)
            : changes.movesAndKeeps(from, to, groups);
        if (finding.hasTarget) return changes.hasTarget(from, to);
        return mayBeRefused ? changes.movesUnlessRefused : changes.moves;
      }
      case 'group-moves':
        return changes.groupMoves(from, to, finding);
      case 'group-unread':
        return changes.groupUnread(to, finding.directUsers);
      case 'goes-with-group':
        return changes.goesWithGroup(namesOf(finding.paths));
      case 'source-inherited':
        return finding.hasTarget
          ? changes.hasTargetAndStays(from, to, namesOf(finding.paths))
          : changes.sourceInherited(from, namesOf(finding.paths));
      case 'source-in-error':
        return changes.sourceInError(from, namesOf(finding.paths));
      case 'source-not-held':
        return finding.hasTarget ? changes.hasTargetAlone(from, to) : changes.sourceNotHeld(from);
      default:
        return changes.finding[finding.kind];
    }
  });
  const isPromised =
    findings.some(({ kind }) => promises.has(kind)) && !texts.includes(changes.movesUnlessRefused);
  return mayBeRefused && isPromised ? [...texts, changes.unlessRefused] : texts;
}

/** Findings that promise a result, which the service may still refuse. */
const promises: ReadonlySet<MoveFinding['kind']> = new Set([
  'moves',
  'group-moves',
  'group-unread',
  'goes-with-group',
]);
