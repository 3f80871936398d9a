import { createDirectory } from '../../../src/directory/createDirectory';
import { seededRandom } from '../../../src/base/random';
import { answer } from '../../http/answers';
import { createVirtualClock } from '../../support/virtualClock';
import { fakeGraph, guid } from '../fakeGraph';

test.each([1, 2, 3, 4, 5])(
  'a service that takes one change of a group at a time gets everybody in (seed %i)',
  async (seed) => {
    const clock = createVirtualClock();
    let underWay = 0;
    let conflicts = 0;
    const change = async () => {
      if (underWay > 0) {
        conflicts += 1;
        return answer(409);
      }
      underWay += 1;
      await clock.wait(200);
      underWay -= 1;
      return answer(204, '');
    };
    const { graph } = fakeGraph({ [`/groups/${guid(0)}`]: change }, clock);
    const directory = createDirectory(graph, { clock, random: seededRandom(seed) });
    const people = Array.from({ length: 2_000 }, (_, index) => guid(index + 1));
    const outcomes = await clock.run(Promise.all(people.map((id) => directory.addMember(guid(0), id))));
    expect(outcomes).toEqual(people.map(() => ({ kind: 'done' })));
    // A hundred requests were needed.
    expect(conflicts).toBeLessThan(50);
  },
);
