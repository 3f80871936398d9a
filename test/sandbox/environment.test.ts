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

test('what people agreed to outlives the switching of faults', async () => {
  const environment = await setup();
  const { consent } = environment.provider;
  const change = 'LicenseAssignment.ReadWrite.All';
  consent.grant(['AppCatalog.Read.All']);
  environment.setFaults(['no-write-consent']);
  expect(consent.missing(['AppCatalog.Read.All', change])).toEqual([change]);
  consent.grant([change]);
  environment.setFaults(['no-write-consent', 'graph-throttles']);
  expect(consent.missing([change])).toEqual([]);
  consent.withdraw(change);
  environment.setFaults(['graph-throttles']);
  environment.setGraphFaults([]);
  expect(consent.missing(['AppCatalog.Read.All', change])).toEqual([]);
  environment.close();
});

test('a fault of consent goes on in another tenant', async () => {
  const environment = await setup();
  environment.setFaults(['no-write-consent']);
  environment.reopen(201, true);
  expect(environment.provider.consent.granted()).not.toContain('LicenseAssignment.ReadWrite.All');
  environment.close();
});
