import fc from 'fast-check';
import { guid } from '../fakeGraph';
import type { WriteFault } from './fakeGroup';
import { fakeGroup } from './fakeGroup';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 60 });
const some = fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { maxLength: 40 });
const wireFault = fc.constantFrom<WriteFault | undefined>(undefined, 'lost-before', 'lost-after', 'conflict');

interface World {
  readonly asked: number[];
  readonly gone: number[];
  readonly before: number[];
  readonly areReadsCurrent: boolean;
  readonly faults?: (WriteFault | undefined)[];
}

const world = { asked: ids, gone: some, before: some, areReadsCurrent: fc.boolean() };

async function play({ asked, gone, before, areReadsCurrent, faults }: World) {
  const people = Array.from({ length: 100 }, (_, index) => index + 1).filter((id) => !gone.includes(id));
  const members = before.filter((id) => people.includes(id));
  const group = fakeGroup({ people, members, areReadsCurrent, faults });
  const outcomes = await Promise.all(asked.map((id) => group.directory.addMember(group.groupId, guid(id))));
  const wanted = asked.filter((id) => people.includes(id));
  const expected = [...new Set([...members, ...wanted])].sort((left, right) => left - right);
  expect(group.members()).toEqual(expected);
  return { group, members, ends: asked.map((id, index) => ({ id, outcome: outcomes[index] })) };
}

test('whichever are bad, exactly they are reported and all others are added', async () => {
  await fc.assert(
    fc.asyncProperty(fc.record(world), async (given) => {
      const { group, members, ends } = await play(given);
      for (const { id, outcome } of ends) {
        if (given.gone.includes(id))
          expect(outcome).toMatchObject({ kind: 'failed', reason: 'principal-not-found' });
        else if (members.includes(id)) expect(outcome).toEqual({ kind: 'skipped', reason: 'no-change' });
        else expect(outcome).toEqual({ kind: 'done' });
      }
      // Halving twenty takes at most 39 requests.
      expect(group.additions().length).toBeLessThanOrEqual(Math.ceil(given.asked.length / 20) * 39);
    }),
    { numRuns: 100 },
  );
});

test('whatever is lost or in conflict on the way, nobody is forgotten and nobody is wrongly reported', async () => {
  const faulty = { ...world, faults: fc.array(wireFault, { maxLength: 5 }) };
  await fc.assert(
    fc.asyncProperty(fc.record(faulty), async (given) => {
      const { members, ends } = await play(given);
      for (const { id, outcome } of ends) {
        if (given.gone.includes(id))
          expect(outcome).toMatchObject({ kind: 'failed', reason: 'principal-not-found' });
        else if (members.includes(id)) expect(['done', 'skipped']).toContain(outcome?.kind);
        else expect(outcome).toEqual({ kind: 'done' });
      }
    }),
    { numRuns: 100 },
  );
});
