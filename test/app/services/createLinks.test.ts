import { createLinks } from '../../../src/app/services/createLinks';
import { fakeHost } from '../support/fakeParts';

function setup(hasInstallDialog = true) {
  const calls: string[] = [];
  const note = (name: string) => (text: string) => {
    calls.push(`${name} ${text}`);
    return Promise.resolve();
  };
  const host = fakeHost({}, { hasInstallDialog, openInstallDialog: note('install'), openLink: note('open') });
  return { links: createLinks(host, new Set(['plover.example'])), calls };
}

test('only links to hosts of the catalogue and to Teams are opened', async () => {
  const { links, calls } = setup();
  await links.openExternal('https://plover.example/seats');
  await links.openExternal('https://teams.microsoft.com/l/app/x');
  for (const url of [
    'https://other.example/',
    'http://plover.example/',
    'https://plover.example.evil.example/',
  ])
    await expect(links.openExternal(url)).rejects.toMatchObject({ code: 'link-refused' });
  expect(calls).toEqual(['open https://plover.example/seats', 'open https://teams.microsoft.com/l/app/x']);
});

test('a Teams app is installed by the host, or by its deep link where the host has no dialog', async () => {
  const target = { kind: 'teams-app', teamsAppId: 'app-1' } as const;
  const withDialog = setup(true);
  await withDialog.links.runInstall(withDialog.links.planInstall(target));
  expect(withDialog.calls).toEqual(['install app-1']);
  const without = setup(false);
  await without.links.runInstall(without.links.planInstall(target));
  expect(without.calls).toEqual(['open https://teams.microsoft.com/l/app/app-1']);
});
