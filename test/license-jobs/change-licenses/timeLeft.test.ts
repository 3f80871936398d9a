import { createChangeLicenses } from '../../../src/license-jobs/change-licenses/changeLicenses';
import { poolSpaces, toPoolKey } from '../../../src/licensing/keys';
import type { PoolRef } from '../../../src/licensing/types';
import { openMemoryWorld } from '../../contracts/licensing/openMemoryWorld';
import { ref } from '../../licensing/support/samples';
import { scopeOf } from '../openOperations';

const ofCloud: PoolRef = { ...ref, pool: toPoolKey(poolSpaces.allotment, 'a') };

test.each<readonly [string, readonly PoolRef[], number]>([
  ['the directory makes one call a person', [ref, ref], 100],
  ['cloud licensing one for each product, by its own quota', [ofCloud, ofCloud], 2_000],
  ['both work at the same time', [ref, ofCloud], 1_000],
])('the time left is by the doors of the job: %s', (_name, pools, expected) => {
  const operation = createChangeLicenses({
    licensing: openMemoryWorld().adapter,
    timeForChanges: (count, door) => (door === 'directory' ? count : count * 10),
  });
  expect(operation.timeLeftInMs?.(100, scopeOf({ kind: 'assign', pools }).header)).toBe(expected);
});
