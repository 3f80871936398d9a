/** Messages of the packaging command. */
export const words = {
  usage: [
    'npm run package -- --domain app.example.com --client-id <guid> [--version x.y.z] [--out dist/isv-licenses.zip]',
    '',
    '  --domain     the host name that serves the built app, without scheme, port or path',
    '  --client-id  the application (client) id of the app registration in Microsoft Entra',
    '  --version    the version of the Teams app; default: that of package.json',
    '  --out        the zip to write; default: dist/isv-licenses.zip',
  ].join('\n'),
  missing: (option: string) => `--${option} is missing.`,
  badDomain: (given: string, suggestion: string | undefined) =>
    `--domain "${given}" must be a host name only. Leave out scheme, port, and path` +
    (suggestion === undefined ? ', as in app.example.com.' : `: ${suggestion}.`),
  badClientId: (given: string) =>
    `--client-id "${given}" isn't a GUID. Copy the application (client) id from the app registration in Microsoft Entra.`,
  badVersion: (given: string) =>
    `--version "${given}" isn't valid. Use three numbers without leading zeros, such as 1.2.3.`,
  badOut: (given: string) => `--out "${given}" must end in .zip.`,
  schemaFault: (file: string, fault: string) => `${file} doesn't match the official schema: ${fault}`,
  written: (zip: string, entraApp: string, clientId: string) =>
    [
      `Wrote ${zip}: upload it in the Teams admin center, or in Teams under Apps > Manage your apps.`,
      `Wrote ${entraApp}: the app registration; PATCH it to`,
      `  https://graph.microsoft.com/v1.0/applications(appId='${clientId}')`,
    ].join('\n'),
};
