import type { app } from '@microsoft/teams-js';
import type { HostContext, HostTheme } from './types';

/** Converts the host's name of a theme; an unknown one, such as `glass`, becomes the default. */
export function toHostTheme(name: string): HostTheme {
  return name === 'dark' || name === 'contrast' ? name : 'default';
}

/** Converts the context of teams-js. */
export function toHostContext({ app: about, page, user }: app.Context): HostContext {
  return {
    theme: toHostTheme(about.theme),
    locale: about.locale,
    frameContext: frameContextOf(page.frameContext),
    subPageId: page.subPageId ?? '',
    loginHint: user?.loginHint,
    tenantId: user?.tenant?.id,
    userObjectId: user?.id,
  };
}

function frameContextOf(name: string): HostContext['frameContext'] {
  return name === 'content' || name === 'settings' || name === 'remove' || name === 'task' ? name : 'other';
}
