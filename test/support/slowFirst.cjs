const { default: TestSequencer } = require('@jest/test-sequencer');

// Files that take minutes. Jest begins with the largest files where it has never run them, as on a clean clone.
const slow = /test\/faults\//;

const rank = ({ path }) => (slow.test(path.replaceAll('\\', '/')) ? 0 : 1);

/** The order of Jest, but slow files first, so that no core waits for the last of them. */
module.exports = class SlowFirst extends TestSequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.toSorted((left, right) => rank(left) - rank(right));
  }
};
