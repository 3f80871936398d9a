import { newUuid } from '../../src/base/ids';
import { seededRandom } from '../../src/base/random';
import { registerApp } from '../../src/sandbox/identity/appRegistration';
import { openIssuerKeys } from '../../src/sandbox/identity/issuerKeys';
import { createEnvironment } from '../../src/sandbox/environment';
import { handClock } from './identity/setupProvider';

async function setup() {
  return createEnvironment({
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
  const environment = await setup();
  const first = environment.tenant;
  Object.assign(first.audits, { arrivalDelayInMs: 7, retentionInDays: 3 });
  environment.emulator.lag.indexInMs = 9;
  environment.emulator.settings.isPremium = false;
  environment.reopen(201, true);
  expect(environment.tenant).not.toBe(first);
  expect(environment.tenant.audits).toMatchObject({ arrivalDelayInMs: 7, retentionInDays: 3 });
  expect(environment.emulator.lag.indexInMs).toBe(9);
  expect(environment.emulator.settings.isPremium).toBe(false);
  environment.close();
});
