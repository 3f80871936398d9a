import { app, version } from '@microsoft/teams-js';
import { connectHost } from '../../src/host/connectHost';
import { manualClock } from '../base/manualClock';
import { recordLog } from '../base/recordLog';
import { stubMatchMedia } from '../ui/support/stubMatchMedia';
import type { Answers, FakeParent, TabMessage } from './fakeParent';
import { fakeParent, greetings, wireContext } from './fakeParent';

const hostOrigins = ['http://teams.localhost:5300'];
let parent: FakeParent | undefined;

function setup(answers: Answers = greetings(), origin?: string) {
  parent = fakeParent(answers, origin);
  const clock = manualClock();
  const { logger, entries } = recordLog();
  const connecting = connectHost({ hostOrigins, clock, logger });
  connecting.catch(() => undefined);
  return { connecting, clock, parent, entries };
}

const asked = (func: string) => parent?.messages.filter((message) => message.func === func) ?? [];

beforeEach(() => {
  // teams-js asks its list of origins of the network when it is loaded; without one it uses the list that it ships.
  globalThis.fetch = () => Promise.reject(new TypeError('no network in this test'));
});

afterEach(() => {
  app._uninitialize();
  parent?.remove();
  parent = undefined;
});

test('a host that answers tells theme, language, place and person', async () => {
  const { connecting } = setup();
  const host = await connecting;
  expect(host.kind).toBe('host');
  expect(host.context).toEqual({
    theme: 'dark',
    locale: 'sv-se',
    frameContext: 'content',
    subPageId: '',
    loginHint: 'ada@tenant.example',
    tenantId: 'tenant-1',
    userObjectId: 'person-1',
  });
  expect(asked('initialize')[0]?.args[2]).toEqual(hostOrigins);
});

test.each([
  ['contrast', 'contrast'],
  ['default', 'default'],
  ['glass', 'default'],
])('the theme %s is drawn as %s', async (theme, drawn) => {
  const { connecting } = setup({ ...greetings(), getContext: () => [{ ...wireContext, theme }] });
  expect((await connecting).context.theme).toBe(drawn);
});

test('a deep link names the place inside the app', async () => {
  const place = { ...wireContext, subEntityId: '/products/1', frameContext: 'sidePanel' };
  const { connecting } = setup({ ...greetings(), getContext: () => [place] });
  expect((await connecting).context).toMatchObject({ subPageId: '/products/1', frameContext: 'other' });
});

test('a host whose messages come late is waited for', async () => {
  const { initialize = () => undefined, getContext = () => undefined } = greetings();
  const { connecting, clock, parent: host } = setup({});
  const [greeting] = host.messages;
  await clock.advance(26_000);
  host.reply('initialize', ...(initialize(greeting as TabMessage) ?? []));
  await host.settle();
  await clock.advance(26_000);
  host.reply('getContext', ...(getContext(greeting as TabMessage) ?? []));
  expect((await connecting).context.theme).toBe('dark');
});

test('the host is told that the app has loaded before it says where the app is', async () => {
  const { initialize = () => undefined } = greetings();
  const { parent: host } = setup({ initialize });
  await host.settle();
  expect(host.messages.map(({ func }) => func)).toEqual(
    expect.arrayContaining(['initialize', 'appInitialization.appLoaded', 'getContext']),
  );
  expect(asked('appInitialization.success')).toHaveLength(0);
});

test('a window that another page opened is a plain browser', async () => {
  stubMatchMedia();
  Object.defineProperty(window, 'opener', { configurable: true, value: { postMessage: () => undefined } });
  try {
    expect((await connectHost({ hostOrigins })).kind).toBe('browser');
  } finally {
    Reflect.deleteProperty(window, 'opener');
  }
});

test('a stranger who answers like a host is not believed', async () => {
  const { connecting, clock } = setup(greetings(), 'https://stranger.example');
  let isBelieved = false;
  void connecting.then(() => (isBelieved = true));
  await clock.advance(60_000);
  expect(isBelieved).toBe(false);
});

test('a host whose answer makes no sense is silent, and the reason is kept', async () => {
  const { connecting } = setup({
    initialize: () => ['content', 'web', '{"apiVersion":99}', '{"apiVersion":99}'],
  });
  await expect(connecting).rejects.toMatchObject({ code: 'host-silent', cause: expect.any(Error) as Error });
});

test('every change of theme reaches every listener until it stops listening', async () => {
  const { connecting, parent: host } = setup();
  const connected = await connecting;
  const first: string[] = [];
  const second: string[] = [];
  const stop = connected.onThemeChange((theme) => first.push(theme));
  connected.onThemeChange((theme) => second.push(theme));
  host.emit('themeChange', 'contrast');
  await host.settle();
  stop();
  host.emit('themeChange', 'default');
  await host.settle();
  expect(first).toEqual(['contrast']);
  expect(second).toEqual(['contrast', 'default']);
});

test("the host's install dialog is opened for an app", async () => {
  const { connecting } = setup();
  const host = await connecting;
  expect(host.hasInstallDialog).toBe(true);
  await host.openInstallDialog('app-1');
  expect(asked('appInstallDialog.openAppInstallDialog')[0]?.args).toEqual([{ appId: 'app-1' }]);
});

test('a host without an install dialog says so, and an attempt is an error of this app', async () => {
  const { connecting } = setup(greetings({ supports: { pages: {} } }));
  const host = await connecting;
  expect(host.hasInstallDialog).toBe(false);
  await expect(host.openInstallDialog('app-1')).rejects.toMatchObject({ code: 'host-unsupported' });
});

test('https links are handed to the host, others to nobody', async () => {
  const { connecting } = setup({ ...greetings(), executeDeepLink: () => [true] });
  const host = await connecting;
  await host.openLink('https://vendor.example/a?b#c');
  expect(asked('executeDeepLink')[0]?.args).toEqual(['https://vendor.example/a?b#c']);
  await expect(host.openLink('http://vendor.example/')).rejects.toMatchObject({ code: 'link-refused' });
  await expect(host.openLink('javascript:alert(1)')).rejects.toMatchObject({ code: 'link-refused' });
  expect(asked('executeDeepLink')).toHaveLength(1);
});

test('a link that the host refuses is an error of this app', async () => {
  const { connecting } = setup({ ...greetings(), executeDeepLink: () => [false, 'Not allowed'] });
  const host = await connecting;
  await expect(host.openLink('https://vendor.example/')).rejects.toMatchObject({ code: 'host-unsupported' });
});

test('a place of the app is shared by the host, where the frame may', async () => {
  const { connecting } = setup();
  await (await connecting).shareLink('/products/1', 'Planner');
  expect(asked('shareDeepLink')[0]?.args.slice(0, 2)).toEqual(['/products/1', 'Planner']);
});

test('a frame that may not share gets an error of this app', async () => {
  const { connecting } = setup(greetings({ frame: 'settings' }));
  await expect((await connecting).shareLink('/x', 'X')).rejects.toMatchObject({ code: 'host-unsupported' });
});

test('the host is told that the first screen is drawn', async () => {
  const { connecting } = setup();
  const host = await connecting;
  expect(asked('appInitialization.appLoaded')).toHaveLength(1);
  host.notifyReady();
  expect(asked('appInitialization.appLoaded')).toHaveLength(1);
  expect(asked('appInitialization.success')).toHaveLength(1);
});

test('only the settings frame has settings', async () => {
  const { connecting } = setup();
  expect((await connecting).settings).toBeUndefined();
});

test('the settings frame sets what the tab shows when the person saves', async () => {
  const answers = { ...greetings({ frame: 'settings' }), 'settings.setSettings': () => [true] };
  const { connecting, parent: host } = setup(answers);
  const { settings } = await connecting;
  settings?.onSave(() => ({
    contentUrl: 'https://app.example/#/',
    entityId: 'licenses',
    displayName: 'Licenses',
  }));
  settings?.setValid(true);
  expect(asked('settings.setValidityState')[0]?.args).toEqual([true]);
  host.emit('settings.save', {});
  await host.settle();
  expect(asked('settings.setSettings')[0]?.args).toEqual([
    {
      contentUrl: 'https://app.example/#/',
      entityId: 'licenses',
      suggestedDisplayName: 'Licenses',
      websiteUrl: 'https://app.example/#/',
    },
  ]);
  expect(asked('settings.save.success')).toHaveLength(1);
});

test('settings that cannot be kept are told to the host', async () => {
  const { connecting, parent: host } = setup(greetings({ frame: 'settings' }));
  const { settings } = await connecting;
  settings?.onSave(() => {
    throw new Error('nothing chosen');
  });
  host.emit('settings.save', {});
  await host.settle();
  expect(asked('settings.save.failure')).toHaveLength(1);
});

test('the handshake is logged with what the host says of itself, and of no person', async () => {
  const { connecting, entries } = setup();
  const { program } = await connecting;
  expect(program).toEqual({ name: 'Teams', clientType: 'web', sdkVersion: version });
  expect(entries).toMatchObject([{ level: 'info', area: 'host', event: 'handshake-finished' }]);
  expect(entries[0]?.fields).toEqual({ hostName: 'Teams', clientType: 'web', version, durationInMs: 0 });
});
