import { planInstall } from '../../src/install/planInstall';

test('a Teams app opens the dialog of a host that has one', () => {
  const step = planInstall({ kind: 'teams-app', teamsAppId: 'app-1' }, { hasInstallDialog: true });
  expect(step).toEqual({ kind: 'host-dialog', teamsAppId: 'app-1' });
});

test('a Teams app leads to its deep link where the host has no dialog', () => {
  const step = planInstall({ kind: 'teams-app', teamsAppId: 'app 1/x' }, { hasInstallDialog: false });
  expect(step).toEqual({
    kind: 'external-link',
    url: 'https://teams.microsoft.com/l/app/app%201%2Fx',
    host: 'teams.microsoft.com',
  });
});

test.each(['power-platform', 'marketplace', 'vendor-page'] as const)(
  'a target of kind %s leads to its own page, whatever the host has',
  (kind) => {
    const url = 'https://shop.example/apps/1?x=2';
    const step = planInstall({ kind, url }, { hasInstallDialog: true });
    expect(step).toEqual({ kind: 'external-link', url, host: 'shop.example' });
  },
);
