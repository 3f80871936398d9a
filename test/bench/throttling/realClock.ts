import { systemClock } from '../../../src/base/clock';
import type { VirtualClock } from '../../support/virtualClock';

/** The machine's clock in place of a virtual one. Nothing can make it jump or stand still. */
export function createRealClock(): VirtualClock {
  const never = (): never => {
    throw new Error('real time cannot be changed');
  };
  return {
    ...systemClock,
    run: (promise) => promise,
    hold: (work) => work,
    pause: () => () => undefined,
    jumpWallClock: never,
    sleep: never,
    waiting: () => 0,
  };
}
