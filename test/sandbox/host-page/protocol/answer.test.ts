import { answer } from '../../../../src/sandbox/host-page/protocol/answer';
import { eventMessage, readRequest, responseTo } from '../../../../src/sandbox/host-page/protocol/messages';
import type { HostRequest } from '../../../../src/sandbox/host-page/protocol/messages';
import type { Effect, Step } from '../../../../src/sandbox/host-page/protocol/step';
import { contentFrame, setupView } from '../setupView';

const uuid = 'df2aeba3-6278-43df-b76f-0d897e328325';

/** A request as teams-js 2.58 posts it. */
function posted(func: string, args: readonly unknown[] = [], more: object = {}): object {
  return {
    id: 3,
    func,
    args,
    uuidAsString: uuid,
    timestamp: 1,
    monotonicTimestamp: 1,
    isProxiedFromChild: false,
    ...more,
  };
}

function request(func: string, args: readonly unknown[] = [], more: object = {}): HostRequest {
  const read = readRequest(posted(func, args, more));
  if (!read) throw new Error('not a request');
  return read;
}

const ask = (func: string, args: readonly unknown[] = [], search = ''): Step =>
  answer(request(func, args), contentFrame, setupView(search));

const runtimeOf = (step: Step): { isNAAChannelRecommended: boolean; supports: Record<string, unknown> } =>
  JSON.parse(String(step.reply?.[3])) as never;

test('initialize is answered with context, client, version and runtime, in this order', () => {
  const { reply } = ask('initialize', ['2.58.0', 4, ['http://teams.localhost:5300']]);
  expect(reply?.slice(0, 3)).toEqual(['content', 'web', '2.0.8']);
  expect(JSON.parse(String(reply?.[3]))).toMatchObject({
    apiVersion: 4,
    isLegacyTeams: false,
    isNAAChannelRecommended: true,
    supports: { nestedAppAuth: {}, appInstallDialog: {}, pages: { config: {} } },
  });
});

test('the version cannot be taken for the runtime, which teams-js would then refuse', () => {
  expect(() => JSON.parse(String(ask('initialize').reply?.[2])) as unknown).toThrow();
});

test('without nested sign-in neither the capability nor the recommendation is there', () => {
  const runtime = runtimeOf(ask('initialize', [], '?faults=no-nested-auth'));
  expect(runtime.isNAAChannelRecommended).toBe(false);
  expect(runtime.supports).not.toHaveProperty('nestedAppAuth');
});

test.each(['?host=outlook-web', '?faults=no-install-dialog'])('%s has no install dialog', (search) => {
  expect(runtimeOf(ask('initialize', [], search)).supports).not.toHaveProperty('appInstallDialog');
});

test('an answer copies id and uuid, and keeps undefined', () => {
  const message = responseTo(request('people.selectPeople'), [undefined, []]);
  expect(message).toEqual({ id: 3, uuidAsString: uuid, args: [undefined, []] });
});

test('an event has no id, which would make an answer of it', () => {
  expect(eventMessage('themeChange', ['dark'])).not.toHaveProperty('id');
});

test.each([['text'], [null], [{ id: 1 }], [{ func: 'x' }], [{ id: '1', func: 'x' }]])(
  '%j is no request',
  (data) => {
    expect(readRequest(data)).toBeUndefined();
  },
);

test('the context is the flat one, from which teams-js makes its own', () => {
  const { reply } = ask('getContext', [], '?theme=contrast&lang=sv-se&host=office-web');
  expect(reply?.[0]).toMatchObject({
    theme: 'contrast',
    locale: 'sv-se',
    hostName: 'Office',
    hostClientType: 'web',
    entityId: 'licenses',
    subEntityId: 'product/1',
    frameContext: 'content',
    loginHint: 'ada@sandbox.example',
    tid: '20000000-0000-4000-8000-000000000000',
  });
});

test('registering a handler is remembered and not answered', () => {
  const step = ask('registerHandler', ['themeChange']);
  expect(step).toEqual({ frame: { handlers: ['themeChange'] } });
});

test('initialize forgets the handlers of the page before', () => {
  const before = { ...contentFrame, handlers: ['load'] };
  expect(answer(request('initialize'), before, setupView()).frame).toEqual({ handlers: [] });
});

test.each<[string, unknown[], Effect]>([
  ['appInitialization.success', ['2.58.0'], { kind: 'loaded' }],
  ['appInitialization.failure', ['Other', 'no config'], { kind: 'failed', reason: 'Other: no config' }],
  ['appInstallDialog.openAppInstallDialog', [{ appId: 'a' }], { kind: 'install', appId: 'a' }],
  ['shareDeepLink', ['s1', 'Item'], { kind: 'share', subPageId: 's1', label: 'Item' }],
  ['settings.setValidityState', [true], { kind: 'validity', isValid: true }],
  ['settings.save.success', [], { kind: 'saved' }],
  ['tasks.completeTask', [{ picked: 1 }, ['a']], { kind: 'close-task', result: { picked: 1 } }],
  [
    'messageForParent',
    [{ up: 1 }],
    { kind: 'forward', to: 'opener', func: 'messageForParent', args: [{ up: 1 }] },
  ],
  ['people.selectPeople', [undefined], { kind: 'pick-people', isSingle: false }],
])('%s is done and not answered at once', (func, args, effect) => {
  expect(ask(func, args)).toEqual({ effect });
});

test('clipboard text arrives decoded', () => {
  expect(ask('clipboard.writeToClipboard', [{ mimeType: 'text/plain', content: 'w6XDpMO2' }]).effect).toEqual(
    {
      kind: 'copy',
      text: 'åäö',
    },
  );
});

test('settings are given back as the app set them', () => {
  const settings = { contentUrl: 'http://app.localhost:5301/index.html', entityId: 'e' };
  const step = ask('settings.setSettings', [settings]);
  expect(step).toEqual({ reply: [true], frame: { settings } });
  const frame = { ...contentFrame, ...step.frame };
  expect(answer(request('settings.getSettings'), frame, setupView()).reply).toEqual([settings]);
});

test('a page of the app that does not exist is an SdkError', () => {
  expect(ask('pages.currentApp.navigateTo', [{ pageId: 'nope' }]).reply).toMatchObject([{ errorCode: 4000 }]);
});

test('a page of the app is navigated to and answered with undefined', () => {
  expect(ask('pages.currentApp.navigateTo', [{ pageId: 'licenses', subPageId: 's' }])).toEqual({
    reply: [undefined],
    effect: { kind: 'navigate', subPageId: 's' },
  });
});

test('a link of an unknown scheme is refused with a reason', () => {
  expect(ask('executeDeepLink', ['weird:x'])).toEqual({ reply: [false, 'unsupported link'] });
});

test('a web link is accepted and shown', () => {
  expect(ask('executeDeepLink', ['https://vendor.example/a'])).toEqual({
    reply: [true],
    effect: { kind: 'open-link', url: 'https://vendor.example/a' },
  });
});

test('a link to a Teams app opens its install dialog', () => {
  expect(ask('executeDeepLink', ['https://teams.microsoft.com/l/app/abc?source=x']).effect).toEqual({
    kind: 'install',
    appId: 'abc',
  });
});

test('a deep link to this app leads to the page it names', () => {
  const context = encodeURIComponent('{"subEntityId":"product/2"}');
  const link = `https://teams.microsoft.com/l/entity/d3dc4b7f-5d02-4313-b9a9-182f9b62468b/licenses?context=${context}`;
  expect(ask('executeDeepLink', [link]).effect).toEqual({ kind: 'navigate', subPageId: 'product/2' });
});

test('a dialog on a foreign domain is refused', () => {
  expect(ask('tasks.startTask', [{ url: 'https://evil.example/' }])).not.toHaveProperty('effect');
});

test.each(['made.up', 'constructor', 'toString'])(
  'the unknown function %s gets no answer and is made visible',
  (func) => {
    expect(ask(func)).toEqual({ effect: { kind: 'unknown', func } });
  },
);

test('a silent host answers nothing at all', () => {
  expect(ask('initialize', [], '?faults=silent-host')).toEqual({});
});
