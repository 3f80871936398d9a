import { cacheRules, hashedName, mediaTypes } from '../../src/sandbox/server/staticFiles';
import { appPolicy } from '../../src/sandbox/server/securityPolicy';
import { clouds } from '../clouds';
import type { Deployment } from '../deployment';

/** Rules for every server of the app, whichever program it is. */
interface HostingRules {
  readonly domain: string;
  /** Path of the app with a slash at both ends. */
  readonly folder: string;
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Seconds for which browsers may use https alone for the domain: a year. */
const hstsInS = 31_536_000;

/**
 * The rules of one deployment, from the policy that the local environment serves the same files with. `config` is the text of its
 * `config.json`, whose catalogue elsewhere and hosts the policy lets through.
 */
export function hostingRules(
  { domain, path, cloud }: Pick<Deployment, 'domain' | 'path' | 'cloud'>,
  config?: string,
): HostingRules {
  const { hostOrigins, catalogue } = originsIn(config);
  const { hosts, ...origins } = clouds[cloud];
  return {
    domain,
    folder: `${path}/`,
    headers: {
      'Content-Security-Policy': appPolicy(undefined, {
        ...origins,
        hosts: [...hosts, ...hostOrigins],
        catalogue,
      }),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Strict-Transport-Security': `max-age=${hstsInS}`,
    },
  };
}

/** Returns the origins that `config.json` names. What is no https origin is left out: the app names that fault itself. */
function originsIn(config = '{}'): { readonly hostOrigins: readonly string[]; readonly catalogue?: string } {
  let known: { readonly hostOrigins?: unknown; readonly catalogueUrl?: unknown } | null;
  try {
    known = JSON.parse(config) as typeof known;
  } catch {
    return { hostOrigins: [] };
  }
  const { hostOrigins, catalogueUrl } = known ?? {};
  const hosts = Array.isArray(hostOrigins) ? hostOrigins.map(originOf) : [];
  const catalogue = originOf(catalogueUrl);
  return {
    hostOrigins: hosts.filter((origin) => origin !== undefined),
    ...(catalogue === undefined ? {} : { catalogue }),
  };
}

function originOf(address: unknown): string | undefined {
  const isHttps = typeof address === 'string' && /^https:\/\/\w/i.test(address) && URL.canParse(address);
  return isHttps ? new URL(address).origin : undefined;
}

/** Settings of each server, by the path of their file below the output; those in `site/` must be served with the app. */
export function hostingFiles(rules: HostingRules): Readonly<Record<string, string>> {
  return {
    'hosting/nginx.conf': nginx(rules),
    'hosting/nginx.locations.conf': nginxLocations(rules),
    'hosting/Caddyfile': caddy(rules),
    'site/staticwebapp.config.json': azureStaticWebApps(rules),
    'site/web.config': iis(rules),
    'site/_headers': cloudflareHeaders(rules),
    ...(rules.folder === '/' ? {} : { 'site/_redirects': `${withoutSlash(rules)} ${rules.folder} 308\n` }),
  };
}

const withoutSlash = ({ folder }: HostingRules): string => folder.slice(0, -1);

/** The expression for hashed names, as the text of a regular expression that every server understands. */
const hashedPattern = hashedName.source;

/** Source maps are not shipped. */
const types = Object.entries(mediaTypes)
  .filter(([ending]) => ending !== '.map')
  .map(([ending, type]) => ({ ending: ending.slice(1), type: type.replace(/;.*$/, '') }));

function nginx({ domain }: HostingRules): string {
  return `# ISV Licenses, for nginx: put both files into /etc/nginx/conf.d, this one as isv-licenses.conf and nginx.locations.conf
# as isv-licenses.locations (another ending, since nginx reads each .conf there by itself). Copy what is in site/ to the folder
# of "root", put your certificate's files in, then: nginx -t && nginx -s reload
# Where a server block for the domain exists already, include isv-licenses.locations in it and leave this file out.
server {
  listen 80;
  listen [::]:80;
  server_name ${domain};
  return 301 https://$host$request_uri;
}
server {
  listen 443 ssl;
  listen [::]:443 ssl;
  server_name ${domain};
  server_tokens off;
  ssl_certificate /etc/ssl/${domain}/fullchain.pem;
  ssl_certificate_key /etc/ssl/${domain}/privkey.pem;
  root /var/www/${domain};
  include /etc/nginx/conf.d/isv-licenses.locations;
}
`;
}

function nginxLocations(rules: HostingRules): string {
  const { folder } = rules;
  const headers = (cache: string): string =>
    Object.entries({ ...rules.headers, 'Cache-Control': cache })
      .map(([name, value]) => `    add_header ${name} "${value}" always;`)
      .join('\n');
  const redirect = folder === '/' ? '' : `location = ${withoutSlash(rules)} {\n  return 308 ${folder};\n}\n`;
  return `${redirect}location ^~ ${folder} {
  index index.html;
  charset utf-8;
  charset_types ${types
    .map(({ type }) => type)
    .filter((type) => /^text\/|json|javascript/.test(type) && type !== 'text/html')
    .filter(isFirst)
    .join(' ')};
  types {
${types.map(({ type, ending }) => `    ${type} ${ending};`).join('\n')}
  }
  default_type application/octet-stream;
  # The files compressed ahead. With the module ngx_brotli, add: brotli_static on;
  gzip_static on;
  gzip_vary on;
${headers(cacheRules.others).replaceAll(/^ {2}/gm, '')}
  location ~ "${hashedPattern}" {
${headers(cacheRules.hashed)}
  }
}
`;
}

function caddy(rules: HostingRules): string {
  const redirect = rules.folder === '/' ? '' : `\tredir ${withoutSlash(rules)} ${rules.folder} 308\n`;
  const headers = Object.entries(rules.headers).map(([name, value]) => `\t\t${name} "${value}"`);
  return `# ISV Licenses, for Caddy, which gets its certificate by itself. Copy what is in site/ to the folder of "root".
${rules.domain} {
\troot * /srv/${rules.domain}
${redirect}\theader {
${headers.join('\n')}
\t\t-Server
\t}
\t@hashed path_regexp \`${hashedPattern}\`
\t@others not path_regexp \`${hashedPattern}\`
\theader @hashed Cache-Control "${cacheRules.hashed}"
\theader @others Cache-Control "${cacheRules.others}"
\tfile_server {
\t\tprecompressed br gzip
\t}
}
`;
}

/** Azure Static Web Apps can't match hashed names; every script has one, and so the ending does. */
function azureStaticWebApps({ folder, headers }: HostingRules): string {
  const settings = {
    globalHeaders: { ...headers, 'Cache-Control': cacheRules.others },
    routes: [{ route: `${folder}*.{js}`, headers: { 'Cache-Control': cacheRules.hashed } }],
    mimeTypes: Object.fromEntries(types.map(({ ending, type }) => [`.${ending}`, type])),
    trailingSlash: 'auto',
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** IIS matches names in answers by its module URL Rewrite 2.1. */
function iis({ headers }: HostingRules): string {
  const escape = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const custom = Object.entries({ ...headers, 'Cache-Control': cacheRules.others });
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- ISV Licenses, for IIS with the module URL Rewrite 2.1. -->
<configuration>
  <system.webServer>
    <staticContent>
${types.map(({ ending, type }) => `      <remove fileExtension=".${ending}" /><mimeMap fileExtension=".${ending}" mimeType="${type}" />`).join('\n')}
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${custom.map(([name, value]) => `        <add name="${name}" value="${escape(value)}" />`).join('\n')}
      </customHeaders>
    </httpProtocol>
    <urlCompression doStaticCompression="true" />
    <rewrite>
      <outboundRules>
        <rule name="Keep files with a hashed name">
          <match serverVariable="RESPONSE_Cache-Control" pattern=".*" />
          <conditions><add input="{URL}" pattern="${escape(hashedPattern)}" /></conditions>
          <action type="Rewrite" value="${cacheRules.hashed}" />
        </rule>
      </outboundRules>
    </rewrite>
  </system.webServer>
</configuration>
`;
}

/** Cloudflare Pages joins the headers of all rules that match, so a later rule drops what it replaces. */
function cloudflareHeaders({ folder, headers }: HostingRules): string {
  const lines = Object.entries({ ...headers, 'Cache-Control': cacheRules.others });
  return [
    `${folder}*`,
    ...lines.map(([name, value]) => `  ${name}: ${value}`),
    '',
    `${folder}*.js`,
    '  ! Cache-Control',
    `  Cache-Control: ${cacheRules.hashed}`,
    '',
  ].join('\n');
}

const isFirst = (type: string, place: number, all: readonly string[]): boolean => all.indexOf(type) === place;
