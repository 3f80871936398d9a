import type { Origins, SiteName } from './siteTypes';

/** The sites in the order of their ports. */
export const siteNames: readonly SiteName[] = ['host', 'tab', 'graph', 'login'];

/** The first label of each site's name under `localhost`, by which browsers also take them for different sites. */
const labels: Readonly<Record<SiteName, string>> = {
  host: 'teams',
  tab: 'app',
  graph: 'graph',
  login: 'login',
};

/** The sets of origins under which the sites are reached: by names, by plain `localhost` ports, and by address. */
export interface OriginSets {
  readonly named: Origins;
  readonly plain: Origins;
  readonly ipv4: Origins;
  readonly ipv6: Origins;
}

function originsWith(hostOf: (site: SiteName) => string): Origins {
  return Object.fromEntries(siteNames.map((site) => [site, `http://${hostOf(site)}`])) as Record<
    SiteName,
    string
  >;
}

/** The origins of sites that listen on the given ports. */
export function originSets(ports: Readonly<Record<SiteName, number>>): OriginSets {
  return {
    named: originsWith((site) => `${labels[site]}.localhost:${ports[site]}`),
    plain: originsWith((site) => `localhost:${ports[site]}`),
    ipv4: originsWith((site) => `127.0.0.1:${ports[site]}`),
    ipv6: originsWith((site) => `[::1]:${ports[site]}`),
  };
}

/** Every origin under which one site is reached. */
export function originsOfSite(sets: OriginSets, site: SiteName): readonly string[] {
  return [sets.named, sets.plain, sets.ipv4, sets.ipv6].map((set) => set[site]);
}

/** True if a request came to the site by its IPv6 address. */
export function isIpv6(sets: OriginSets, site: SiteName, hostHeader: string | undefined): boolean {
  return sets.ipv6[site] === `http://${hostHeader?.toLowerCase() ?? ''}`;
}

/**
 * Returns the set of origins of a request to one site, for links to the other sites; `undefined` for an unknown name.
 * A request to the IPv6 address gets links to `localhost`, since no policy can name that address (CSP: host-source).
 */
export function originsOf(
  sets: OriginSets,
  site: SiteName,
  hostHeader: string | undefined,
): Origins | undefined {
  if (isIpv6(sets, site, hostHeader)) return sets.plain;
  const origin = `http://${hostHeader?.toLowerCase() ?? ''}`;
  return [sets.named, sets.plain, sets.ipv4].find((set) => set[site] === origin);
}
