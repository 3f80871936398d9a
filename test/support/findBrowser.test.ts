import { findBrowser, type Machine } from './findBrowser';

function setup(platform: NodeJS.Platform, paths: readonly string[], env: Machine['env'] = {}): Machine {
  return { platform, env, exists: (path) => paths.includes(path) };
}

test('a browser on the path of Linux is found', () => {
  expect(findBrowser(setup('linux', ['/opt/own/chromium'], { PATH: '/bin:/opt/own' }))).toBe(
    '/opt/own/chromium',
  );
  expect(findBrowser(setup('linux', ['/usr/bin/google-chrome'], { PATH: '' }))).toBe(
    '/usr/bin/google-chrome',
  );
});

test('a browser of macOS is found for everyone and for one person', () => {
  const path = 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser(setup('darwin', [`/${path}`]))).toBe(`/${path}`);
  expect(findBrowser(setup('darwin', [`/Users/a/${path}`], { HOME: '/Users/a' }))).toBe(`/Users/a/${path}`);
});

test('a browser of Windows is found', () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  expect(findBrowser(setup('win32', [edge], { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }))).toBe(edge);
});

test('CHROME_PATH goes before all others', () => {
  const machine = setup('linux', ['/usr/bin/chromium', '/own/chrome'], { CHROME_PATH: '/own/chrome' });
  expect(findBrowser(machine)).toBe('/own/chrome');
});

test('a CHROME_PATH that leads nowhere is named', () => {
  const machine = setup('linux', ['/usr/bin/chromium'], { CHROME_PATH: '/own/chrome' });
  expect(() => findBrowser(machine)).toThrow('CHROME_PATH names "/own/chrome"');
});

test('no browser is no fault yet', () => {
  expect(findBrowser(setup('linux', []))).toBeUndefined();
});
