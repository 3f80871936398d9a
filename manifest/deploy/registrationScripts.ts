import { clouds } from '../clouds';
import type { Deployment } from '../deployment';
import { identifierUriOf } from '../entraApp';
import { graphAppId, permissionIds } from '../permissions';

/**
 * The calls of `npm run deploy -- --tenant` as a script for the Azure CLI, for those who may not run the command. It reads
 * `entra-app.json` beside it and leaves the ids in `registration.json` and what was registered in `registered-app.json`,
 * which the next `npm run deploy` reads.
 */
export function bashScript(deployment: Deployment): string {
  const { clientId = '', cloud } = deployment;
  return `#!/usr/bin/env bash
# Creates or updates the app registration of ISV Licenses with the Azure CLI (az login first). It replaces the lists of redirect
# addresses and permissions by those of entra-app.json; consents that were given before stay. Without consent for everyone:
# register.sh --no-consent
set -euo pipefail
cd "$(dirname "$0")"
graph=${clouds[cloud].graph}/v1.0
client_id='${clientId}'
call() { az rest --method "$1" --url "$graph$2" --headers content-type=application/json "\${@:3}"; }
if [ -z "$client_id" ] && [ -f registration.json ]; then
  client_id=$(sed -n 's/.*"client-id": *"\\([^"]*\\)".*/\\1/p' registration.json)
fi
if [ -z "$client_id" ]; then
  client_id=$(call post /applications --body @entra-app.json --query appId --output tsv)
  echo "Created the registration $client_id."
fi
tenant_id=$(az account show --query tenantId --output tsv)
printf '{ "client-id": "%s", "tenant-id": "%s" }\\n' "$client_id" "$tenant_id" > registration.json
call patch "/applications(appId='$client_id')" --body @entra-app.json --output none
cp entra-app.json registered-app.json
call patch "/applications(appId='$client_id')" --body '{"identifierUris":["${identifierUriOf(deployment, '\'"$client_id"\'')}"]}' --output none
principal_id=$(call get "/servicePrincipals(appId='$client_id')" --query id --output tsv 2>/dev/null ||
  call post /servicePrincipals --body '{"appId":"'"$client_id"'"}' --query id --output tsv)
if [ "\${1:-}" != --no-consent ]; then
  graph_id=$(call get "/servicePrincipals(appId='${graphAppId}')" --query id --output tsv)
  filter="clientId eq '$principal_id' and resourceId eq '$graph_id' and consentType eq 'AllPrincipals'"
  grant() { call get "/oauth2PermissionGrants?\\$filter=\${filter// /%20}" --query "value[0].$1" --output tsv; }
  grant_id=$(grant id)
  if [ "$grant_id" = None ]; then grant_id=; fi
  scope=
  if [ -n "$grant_id" ]; then scope=$(grant scope); fi
  for name in ${Object.keys(permissionIds).join(' ')}; do
    case " $scope " in *" $name "*) ;; *) scope="$scope $name" ;; esac
  done
  scope=\${scope# }
  if [ -n "$grant_id" ]; then
    call patch "/oauth2PermissionGrants/$grant_id" --body '{"scope":"'"$scope"'"}' --output none
  else
    call post /oauth2PermissionGrants --output none --body \\
      '{"clientId":"'"$principal_id"'","consentType":"AllPrincipals","resourceId":"'"$graph_id"'","scope":"'"$scope"'"}'
  fi
fi
echo "Done. Next: npm run deploy, which reads registration.json and finishes config.json and the Teams package."
`;
}

/** The names by which Microsoft Graph PowerShell knows the clouds. */
const environments: Readonly<Record<Deployment['cloud'], string>> = {
  public: 'Global',
  'us-gov-high': 'USGov',
  'us-dod': 'USGovDoD',
};

/** The same as {@link bashScript} for PowerShell with the module Microsoft.Graph.Authentication. */
export function powerShellScript(deployment: Deployment): string {
  const { clientId = '', cloud } = deployment;
  return `# Creates or updates the app registration of ISV Licenses with PowerShell. Once before:
# Install-Module Microsoft.Graph.Authentication. It replaces the lists of redirect addresses and permissions by those of
# entra-app.json; consents that were given before stay. Without consent for everyone: register.ps1 -NoConsent
param([switch]$NoConsent)
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
Connect-MgGraph -Environment ${environments[cloud]} -NoWelcome -Scopes Application.ReadWrite.All, DelegatedPermissionGrant.ReadWrite.All
function Invoke-Call([string]$Method, [string]$Path, $Body) {
  $call = @{ Method = $Method; Uri = "/v1.0$Path"; OutputType = 'PSObject' }
  if ($Body) { $call.Body = $Body; $call.ContentType = 'application/json' }
  Invoke-MgGraphRequest @call
}
$app = Get-Content entra-app.json -Raw
$clientId = '${clientId}'
if (-not $clientId -and (Test-Path registration.json)) {
  $clientId = (Get-Content registration.json -Raw | ConvertFrom-Json).'client-id'
}
if (-not $clientId) {
  $clientId = (Invoke-Call POST /applications $app).appId
  Write-Host "Created the registration $clientId."
}
@{ 'client-id' = $clientId; 'tenant-id' = (Get-MgContext).TenantId } | ConvertTo-Json | Set-Content registration.json
Invoke-Call PATCH "/applications(appId='$clientId')" $app | Out-Null
Copy-Item entra-app.json registered-app.json
$uris = @{ identifierUris = @("${identifierUriOf(deployment, '$clientId')}") } | ConvertTo-Json
Invoke-Call PATCH "/applications(appId='$clientId')" $uris | Out-Null
try { $principal = Invoke-Call GET "/servicePrincipals(appId='$clientId')" }
catch { $principal = Invoke-Call POST /servicePrincipals (@{ appId = $clientId } | ConvertTo-Json) }
if (-not $NoConsent) {
  $graph = Invoke-Call GET "/servicePrincipals(appId='${graphAppId}')"
  $filter = "clientId eq '$($principal.id)' and resourceId eq '$($graph.id)' and consentType eq 'AllPrincipals'"
  $grant = @((Invoke-Call GET "/oauth2PermissionGrants?\`$filter=$filter").value)[0]
  $given = @(if ($grant) { -split $grant.scope })
  $missing = @(-split '${Object.keys(permissionIds).join(' ')}' | Where-Object { $_ -notin $given })
  $scope = ($given + $missing) -join ' '
  if ($grant) { Invoke-Call PATCH "/oauth2PermissionGrants/$($grant.id)" (@{ scope = $scope } | ConvertTo-Json) | Out-Null }
  else {
    $body = @{ clientId = $principal.id; consentType = 'AllPrincipals'; resourceId = $graph.id; scope = $scope }
    Invoke-Call POST /oauth2PermissionGrants ($body | ConvertTo-Json) | Out-Null
  }
}
Write-Host 'Done. Next: npm run deploy, which reads registration.json and finishes config.json and the Teams package.'
`;
}
