import type { Host } from '../../host/types';
import { checkLink } from '../../install/checkLink';
import { planInstall, teamsLinkHost } from '../../install/planInstall';
import type { Services } from '../../ui/services';

/** Host of the Microsoft 365 admin center, where licenses that were bought through Microsoft are counted. */
const adminCenterHost = 'admin.microsoft.com';

/** Every way out of the app: installing, opening a link, sharing a place. Only hosts that the catalogue names, Teams and the admin center are opened. */
export function createLinks(
  host: Host,
  linkHosts: ReadonlySet<string>,
): Pick<Services, 'planInstall' | 'runInstall' | 'openExternal' | 'shareLink'> {
  const allowedHosts = new Set([...linkHosts, teamsLinkHost, adminCenterHost]);
  const openExternal = async (url: string): Promise<void> => host.openLink(checkLink(url, allowedHosts));
  return {
    planInstall: (target) => planInstall(target, { hasInstallDialog: host.hasInstallDialog }),
    runInstall: (step) =>
      step.kind === 'host-dialog' ? host.openInstallDialog(step.teamsAppId) : openExternal(step.url),
    openExternal,
    shareLink: (route, label) => host.shareLink(route, label),
  };
}
