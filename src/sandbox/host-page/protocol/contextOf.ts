import { hosts } from './hosts';
import type { FrameState, HostView } from './step';

/** Id of the app in the host, as its package names it. */
export const sandboxAppId = 'd3dc4b7f-5d02-4313-b9a9-182f9b62468b';

/** The context in the flat form that hosts send; teams-js makes the structured one of it. */
export function contextOf(frame: FrameState, { choices, person, tenantId, sessionId }: HostView): object {
  const { name, clientType } = hosts[choices.host];
  return {
    entityId: frame.entityId,
    subEntityId: frame.subEntityId,
    locale: choices.language,
    theme: choices.theme,
    hostName: name,
    hostClientType: clientType,
    frameContext: frame.frameContext,
    sessionId,
    appSessionId: sessionId,
    appLaunchId: sessionId,
    appId: sandboxAppId,
    ringId: 'general',
    manifestVersion: '1.30',
    osLocaleInfo: { platform: 'windows', regionalFormat: choices.language },
    userObjectId: person.userId,
    userDisplayName: person.displayName,
    userPrincipalName: person.userPrincipalName,
    loginHint: person.userPrincipalName,
    upn: person.userPrincipalName,
    tid: tenantId,
    tenantSKU: 'enterprise',
    userLicenseType: 'Unknown',
    isFullScreen: false,
    isMultiWindow: false,
    isBackgroundLoad: false,
    dialogParameters: {},
  };
}
