import { newUuid } from '../../src/base/ids';
import { seededRandom } from '../../src/base/random';
import { registerApp } from '../../src/sandbox/identity/appRegistration';
import { openIssuerKeys } from '../../src/sandbox/identity/issuerKeys';
import { createWorld } from '../../src/sandbox/environment';
import { handClock } from './identity/setupProvider';

async function setup() {
  return createWorld({
    users: 200,
    fresh: false,
    folder: undefined,
    keys: await openIssuerKeys(undefined),
    app: registerApp([]),
    clock: handClock(),
    random: seededRandom(1),
    newId: newUuid,
  });
}

test('what was switched at the emulator goes on in another tenant', async () => {
  const world = await setup();
  const first = world.tenant;
  Object.assign(first.audits, { arrivalDelayInMs: 7, retentionInDays: 3 });
  world.emulator.lag.indexInMs = 9;
  world.emulator.settings.isPremium = false;
  world.reopen(201, true);
  expect(world.tenant).not.toBe(first);
  expect(world.tenant.audits).toMatchObject({ arrivalDelayInMs: 7, retentionInDays: 3 });
  expect(world.emulator.lag.indexInMs).toBe(9);
  expect(world.emulator.settings.isPremium).toBe(false);
  world.close();
});
