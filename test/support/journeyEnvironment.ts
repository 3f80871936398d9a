import type { Circus } from '@jest/types';
import { TestEnvironment } from 'jest-environment-node';

/** Node, which besides tells the hooks of a test file whether the test that just ended has failed. */
export default class JourneyEnvironment extends TestEnvironment {
  /** Called by jest for everything that happens to a test. */
  handleTestEvent(event: Circus.Event): void {
    if (event.name === 'test_start') this.global.hasTestFailed = false;
    if (event.name === 'test_fn_failure') this.global.hasTestFailed = true;
  }
}
