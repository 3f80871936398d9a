// register.sh against the local Microsoft Graph, with a stand-in for the Azure CLI's commands that it uses.
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { bashScript, powerShellScript } from '../../../manifest/deploy/registrationScripts';
import { readDeployment } from '../../../manifest/deployment';
import { makeEntraApp } from '../../../manifest/entraApp';
import { permissionIds } from '../../../manifest/permissions';
import { startStandalone } from '../../../src/sandbox/standalone/startStandalone';

const run = promisify(execFile);
/** Windows has no bash of its own. */
const isWindows = process.platform === 'win32';

/** Plays `az account show` and `az rest`: by curl, and of JMESPath the two forms that the script uses. */
const az = (token: string, tenantId: string) => `#!/usr/bin/env bash
set -euo pipefail
if [ "$1" = account ]; then echo '${tenantId}'; exit; fi
shift
body=() query=''
while [ $# -gt 0 ]; do
  case "$1" in
    --method) method=$(echo "$2" | tr a-z A-Z) ;;
    --url) url=$2 ;;
    --body) body=(--data "$2") ;;
    --query) query=$2 ;;
  esac
  shift 2
done
answer=$(curl --silent --fail --globoff --request "$method" --header 'Authorization: Bearer ${token}' \\
  --header 'Content-Type: application/json' "\${body[@]}" "$url")
name=\${query##*.}
[ -z "$query" ] || echo "$answer" | grep -o '"'$name'":"[^"]*"' | head -n 1 | cut -d '"' -f 4 || true
`;

function deployment() {
  const read = readDeployment({ domain: 'apps.example.com', path: '/isv' }, '1.0.0');
  if ('faults' in read) throw new Error(read.faults.join());
  return read.deployment;
}

(isWindows ? test.skip : test)('register.sh registers and consents once, however often it runs', async () => {
  const standalone = await startStandalone({ port: 0, users: 200 });
  try {
    const { tenant, provider } = standalone.environment;
    const [persona] = tenant.personas.filter(({ key }) => key === 'global-admin');
    if (!persona) throw new Error('There is no administrator.');
    const scopes = ['Application.ReadWrite.All', 'DelegatedPermissionGrant.ReadWrite.All'];
    const { accessToken } = await provider.issuer.mint({ persona, clientId: 'az', scopes });
    const folder = await mkdtemp(join(tmpdir(), 'register-'));
    const template = await readFile('manifest/entra-app.template.json', 'utf8');
    await writeFile(join(folder, 'entra-app.json'), JSON.stringify(makeEntraApp(template, deployment())));
    await writeFile(join(folder, 'az'), az(accessToken, tenant.id));
    await chmod(join(folder, 'az'), 0o755);
    const script = bashScript(deployment()).replace('https://graph.microsoft.com', standalone.address);
    await writeFile(join(folder, 'register.sh'), script);
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` };
    const register = () => run('bash', [join(folder, 'register.sh')], { env });
    await register();
    const names = Object.keys(permissionIds);
    const [grant] = tenant.permissionGrants.all();
    expect(grant?.scope).toBe(names.join(' '));
    // What administrators consent to later stays, and what they took back comes again.
    if (grant)
      tenant.permissionGrants.put({ ...grant, scope: ['AuditLog.Read.All', ...names.slice(1)].join(' ') });
    await register();

    const [app, ...others] = tenant.applications.all();
    expect(others).toEqual([]);
    expect(app?.identifierUris).toEqual([`api://apps.example.com/${app?.appId}`]);
    expect(tenant.permissionGrants.all().map(({ scope }) => scope)).toEqual([
      ['AuditLog.Read.All', ...names.slice(1), names[0]].join(' '),
    ]);
    expect(JSON.parse(await readFile(join(folder, 'registration.json'), 'utf8'))).toEqual({
      'client-id': app?.appId,
      'tenant-id': tenant.id,
    });
  } finally {
    await standalone.close();
  }
});

test('both scripts make the same calls, in the same order', () => {
  const calls = (text: string): string[] =>
    [...text.matchAll(/\b(get|post|patch) "?\/(\w+)/gi)].map(
      ([, method, path]) => `${method?.toUpperCase()} ${path}`,
    );
  expect(calls(powerShellScript(deployment()))).toEqual(calls(bashScript(deployment())));
});
