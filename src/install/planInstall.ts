import type { InstallTarget } from '../base/installTarget';

/** Step of an installation, decided before anything opens. */
export type InstallStep =
  | { readonly kind: 'host-dialog'; readonly teamsAppId: string }
  /** Opens a page outside of this app. `host` is the host name of `url`, for display. */
  | { readonly kind: 'external-link'; readonly url: string; readonly host: string };

/** The host that Teams deep links lead to; openers must allow it beside the hosts of the catalogue. */
export const teamsLinkHost = 'teams.microsoft.com';

/**
 * Chooses how a target is installed: a Teams app in the host's own dialog, or by its deep link where the host has none
 * (Teams: "Deep link to an application", learn.microsoft.com); everything else on the page that the catalogue names.
 */
export function planInstall(
  target: InstallTarget,
  { hasInstallDialog }: { readonly hasInstallDialog: boolean },
): InstallStep {
  if (target.kind !== 'teams-app') return toExternalLink(target.url);
  if (hasInstallDialog) return { kind: 'host-dialog', teamsAppId: target.teamsAppId };
  return toExternalLink(`https://${teamsLinkHost}/l/app/${encodeURIComponent(target.teamsAppId)}`);
}

function toExternalLink(url: string): InstallStep {
  return { kind: 'external-link', url, host: new URL(url).hostname };
}
