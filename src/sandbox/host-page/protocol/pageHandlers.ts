import { sandboxAppId } from './contextOf';
import { fieldsOf, textOf } from './step';
import type { Handler, Step } from './step';

/** SdkError of teams-js: the arguments make no sense. */
const invalidArguments = 4000;

const openLink: Handler = ([link]) => {
  const target = deepLinkTarget(textOf(link));
  switch (target.kind) {
    case 'unsupported':
      return { reply: [false, 'unsupported link'] };
    case 'app':
      return { reply: [true], effect: { kind: 'install', appId: target.appId } };
    case 'page':
      return { reply: [true], effect: { kind: 'navigate', subPageId: target.subPageId } };
    case 'web':
      return { reply: [true], effect: { kind: 'open-link', url: target.url } };
  }
};

const navigateToApp: Handler = ([request]) => {
  const { appId, subPageId } = fieldsOf(request);
  if (appId === sandboxAppId)
    return { reply: [true], effect: { kind: 'navigate', subPageId: textOf(subPageId) } };
  return { reply: [true], effect: { kind: 'install', appId: textOf(appId) } };
};

const navigateTo: Handler = ([request], frame): Step => {
  const { pageId, subPageId } = fieldsOf(request);
  if (pageId !== frame.entityId)
    return { reply: [{ errorCode: invalidArguments, message: `no page ${textOf(pageId)}` }] };
  return { reply: [undefined], effect: { kind: 'navigate', subPageId: textOf(subPageId) } };
};

/** Moving between pages, links, and the set-up of a channel tab. */
export const pageHandlers: Readonly<Record<string, Handler>> = {
  executeDeepLink: openLink,
  'pages.navigateToApp': navigateToApp,
  'pages.currentApp.navigateTo': navigateTo,
  'pages.currentApp.navigateToDefaultPage': () => ({
    reply: [undefined],
    effect: { kind: 'navigate', subPageId: '' },
  }),
  shareDeepLink: ([subPageId, label]) => ({
    effect: { kind: 'share', subPageId: textOf(subPageId), label: textOf(label) },
  }),
  navigateBack: () => ({ reply: [true], effect: { kind: 'go-back' } }),
  returnFocus: () => ({}),
  setFrameContext: () => ({}),
  'settings.getSettings': (_args, frame) => ({ reply: [frame.settings] }),
  'settings.setSettings': ([settings]) => ({ reply: [true], frame: { settings: fieldsOf(settings) } }),
  'settings.setValidityState': ([isValid]) => ({ effect: { kind: 'validity', isValid: isValid === true } }),
  'settings.save.success': () => ({ effect: { kind: 'saved' } }),
  'settings.save.failure': ([reason]) => ({ effect: { kind: 'save-refused', reason: textOf(reason) } }),
};

/** Target of a link that the app asked the host to open. */
type LinkTarget =
  /** A Teams app's page in the store, from which it is added. */
  | { readonly kind: 'app'; readonly appId: string }
  /** A page of this very app. */
  | { readonly kind: 'page'; readonly subPageId: string }
  /** Anything on the web. */
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'unsupported' };

function subPageOf(url: URL): string {
  try {
    return textOf(fieldsOf(JSON.parse(url.searchParams.get('context') ?? '{}'))['subEntityId']);
  } catch {
    return '';
  }
}

/** Reads a link as Teams does (learn.microsoft.com: create deep links). */
function deepLinkTarget(link: string): LinkTarget {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return { kind: 'unsupported' };
  if (url.hostname === 'teams.microsoft.com') {
    const [, scope, kind, appId] = url.pathname.split('/');
    if (scope === 'l' && kind === 'app' && appId) return { kind: 'app', appId };
    if (scope === 'l' && kind === 'entity' && appId === sandboxAppId)
      return { kind: 'page', subPageId: subPageOf(url) };
  }
  return { kind: 'web', url: url.href };
}
