import type { Clock } from '../../base/clock';
import type { Random } from '../../base/random';
import type { Graph } from '../../graph/types';

/** Dependencies of changes of groups. */
export interface GroupDependencies {
  readonly graph: Graph;
  /** Times the waits between tries. */
  readonly clock: Clock;
  /** Spreads them. */
  readonly random: Random;
}
