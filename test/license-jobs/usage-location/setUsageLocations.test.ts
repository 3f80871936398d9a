import { runToEnd } from '../../../src/base/async/inSlices';
import type { NamedPrincipal } from '../../../src/base/principal';
import type { LicenseJobInput } from '../../../src/license-jobs/licenseJob';
import { licenseJobSchema, parseBefore } from '../../../src/license-jobs/licenseJobSchema';
import { countryName, listCountries } from '../../../src/license-jobs/usage-location/countries';
import {
  createSetUsageLocations,
  planUsageLocations,
} from '../../../src/license-jobs/usage-location/setUsageLocations';
import { guid, user } from '../../licensing/support/samples';
import { openOperations, scopeOf, walk, walkBack } from '../openOperations';

let close: (() => void) | undefined;
afterEach(() => {
  close?.();
  close = undefined;
});

function setup() {
  const world = openOperations();
  close = world.close;
  const { tenant, directory } = world;
  const operation = createSetUsageLocations({ directory, timeForChanges: (count) => count });
  const scope = scopeOf({ kind: 'usage-location', pools: [] });
  const input = ({ id }: Pick<NamedPrincipal, 'id'>, usageLocation: string): LicenseJobInput => ({
    principal: { kind: 'user', id, displayName: 'Sample', address: '' },
    change: { principal: { kind: 'user', id }, add: [], remove: [] },
    usageLocation,
  });
  const locationOf = (id: string) => tenant.user(id)?.usageLocation;
  return { ...world, operation, scope, input, locationOf };
}

test('people get the country that was chosen, and an undo gives back an earlier one, but no empty one', async () => {
  const { cast, operation, scope, input, locationOf } = setup();
  const before = locationOf(cast.newcomer.id);
  expect([before, locationOf(cast.homeless.id)]).toEqual([expect.stringMatching(/^[A-Z]{2}$/), null]);
  const inputs = [cast.homeless, cast.newcomer, cast.unknownPerson].map((one) => input(one, 'NZ'));
  const walked = await walk(operation, inputs, scope);
  expect(walked.map(({ outcome }) => outcome)).toMatchObject([
    { kind: 'done' },
    { kind: 'done' },
    { kind: 'failed', reason: 'principal-not-found' },
  ]);
  expect([locationOf(cast.homeless.id), locationOf(cast.newcomer.id)]).toEqual(['NZ', 'NZ']);
  const undone = await walkBack(operation, walked, scope);
  expect(undone.map(({ input: { principal } }) => principal.id)).toEqual([cast.newcomer.id]);
  expect(locationOf(cast.newcomer.id)).toBe(before);
  expect(locationOf(cast.homeless.id)).toBe('NZ');
});

test('who has the country already is left alone, and what was started is found done', async () => {
  const { cast, operation, scope, input, locationOf } = setup();
  const now = locationOf(cast.newcomer.id) ?? '';
  const item = input(cast.newcomer, now);
  expect((await walk(operation, [item], scope)).map(({ outcome }) => outcome)).toEqual([
    { kind: 'skipped', reason: 'no-change' },
  ]);
  const started = { input: item, before: { seats: [] }, wasStarted: true };
  expect(await operation.precheck?.([started], scope)).toEqual([
    { kind: 'settled', outcome: { kind: 'done' } },
  ]);
});

test('a country that Graph refuses is an outcome with its sentence', async () => {
  const { cast, operation, scope, input, locationOf } = setup();
  const [walked] = await walk(operation, [input(cast.homeless, 'no country')], scope);
  expect(walked?.outcome).toMatchObject({
    kind: 'failed',
    reason: 'refused',
    serviceMessage: expect.stringContaining('usageLocation') as string,
  });
  expect(locationOf(cast.homeless.id)).toBeNull();
});

test('a plan names the people and the country, and is read from the journal as it was written', () => {
  const { subject, items, operation } = runToEnd(planUsageLocations([user(1), user(2)], 'SE'));
  expect(operation).toBe('usage-location');
  expect(subject).toEqual({ kind: 'usage-location', products: [], usageLocation: 'SE' });
  expect(items.map(({ key, input }) => [key, input.usageLocation])).toEqual([
    [guid(1), 'SE'],
    [guid(2), 'SE'],
  ]);
  expect(licenseJobSchema.parseSubject(subject)).toEqual(subject);
  expect(licenseJobSchema.parseInput(items[0]?.input)).toEqual(items[0]?.input);
  expect(parseBefore({ seats: [], usageLocation: 'FI' })).toEqual({ seats: [], usageLocation: 'FI' });
  const spoilt = { ...items[0]?.input, usageLocation: 'se<' };
  expect(() => licenseJobSchema.parseInput(spoilt)).toThrow(
    expect.objectContaining({ code: 'job-unreadable' }) as Error,
  );
});

test('countries have names in the language of the app, in its order', () => {
  const swedish = listCountries('sv-SE');
  expect(swedish).toHaveLength(249);
  expect(swedish.at(-1)?.name).toBe('Östtimor');
  expect(listCountries('en-US')[0]).toEqual({ code: 'AF', name: 'Afghanistan' });
  expect(countryName('DE', 'en-US')).toBe('Germany');
});
