import { sandboxAppId } from './contextOf';
import { deepLinkTarget } from './deepLinks';
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
