import type { MoveFinding } from '../../../../licensing/preflight/previewMove';
import type { Messages } from '../../../messages/types';
import { groupNames } from '../../../parts/SeatPathText';

/** What is known of a line of a move, in words; `from` and `to` are names of products. */
export function moveTexts(
  findings: readonly MoveFinding[],
  { from, to }: { readonly from: string; readonly to: string },
  { changes }: Messages,
): readonly string[] {
  return findings.map((finding) => {
    switch (finding.kind) {
      case 'has-target':
        return changes.hasTarget(from, to);
      case 'keeps-through-group':
        return changes.keepsThroughGroup(from, groupNames(finding.paths, changes.aGroup));
      case 'source-inherited':
        return changes.sourceInherited(from, groupNames(finding.paths, changes.aGroup));
      case 'source-not-held':
        return changes.sourceNotHeld(from);
      default:
        return changes.finding[finding.kind];
    }
  });
}
