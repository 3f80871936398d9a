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

/** Both sets of origins under which the sites are reached: by names, and by plain `localhost` ports. */
export interface OriginSets {
  readonly named: Origins;
  readonly plain: Origins;
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
  };
}

/** The set of origins that a request to one site belongs to; `undefined` if the site does not go by that name. */
export function originsOf(
  sets: OriginSets,
  site: SiteName,
  hostHeader: string | undefined,
): Origins | undefined {
  const origin = `http://${hostHeader?.toLowerCase() ?? ''}`;
  return [sets.named, sets.plain].find((set) => set[site] === origin);
}
