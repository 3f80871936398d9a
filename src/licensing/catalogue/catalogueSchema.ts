import * as v from 'valibot';

const maxNameLength = 120;
const maxIdsPerEntry = 50;

/**
 * A text without characters that take no room or turn the direction of text, behind which a name can pass for another one. Without
 * the flag `u`, since JSON Schema has no flags.
 */
const visibleText =
  /^(?:(?!\u034F|[\u17B4\u17B5]|[\u180B-\u180F]|[\uFE00-\uFE0F])[^\u007F-\u009F\u00AD\u061C\u115F\u1160\u200B-\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF0-\uFFFB])*$/;
const name = v.pipe(
  v.string(),
  v.minLength(1, 'must not be empty'),
  v.maxLength(maxNameLength, `must have at most ${maxNameLength} characters`),
  v.regex(visibleText, 'must not have invisible characters or marks of direction'),
);
const guid = v.pipe(v.string(), v.uuid('must be a GUID'));
const linkRule = 'must be an https address without user name and port';
const link = v.pipe(
  v.string(),
  v.maxLength(2_048, 'must have at most 2048 characters'),
  // A host name with a dot, no user name, no port: an address that a person can recognize.
  v.regex(/^https:\/\/[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)+(?:[/?#]\S*)?$/, linkRule),
  v.url(linkRule),
);

const installTarget = v.variant('kind', [
  v.strictObject({
    kind: v.literal('teams-app'),
    teamsAppId: v.pipe(v.string(), v.regex(/^[\dA-Za-z][\w.-]{0,127}$/, 'must be the id of a Teams app')),
  }),
  v.strictObject({ kind: v.literal('power-platform'), url: link }),
  v.strictObject({ kind: v.literal('marketplace'), url: link }),
  v.strictObject({ kind: v.literal('vendor-page'), url: link }),
]);

const tooManyIds = `must have at most ${maxIdsPerEntry} ids`;

/** One entry of the file. */
export const entrySchema = v.strictObject({
  id: v.pipe(
    v.string(),
    v.maxLength(64, 'must have at most 64 characters'),
    v.regex(/^[\da-z]+(?:-[\da-z]+)*$/, 'must be lower-case letters, digits and hyphens'),
  ),
  name,
  publisher: name,
  owner: v.picklist(['isv', 'microsoft']),
  skuIds: v.optional(v.pipe(v.array(guid), v.maxLength(maxIdsPerEntry, tooManyIds))),
  skuPartNumbers: v.optional(v.pipe(v.array(name), v.maxLength(maxIdsPerEntry, tooManyIds))),
  assignedBy: v.optional(v.picklist(['graph', 'vendor'])),
  links: v.optional(
    v.strictObject({ manage: v.optional(link), website: v.optional(link), support: v.optional(link) }),
  ),
  installTarget: v.optional(installTarget),
  entraAppId: v.optional(guid),
  planNames: v.optional(v.record(guid, name)),
});

/** Maximum number of entries of a file. */
export const maxEntries = 2_000;
const atMost = `must have at most ${maxEntries} entries`;
const schemaAddress = v.optional(v.string());
const microsoftPlans = v.optional(v.record(guid, name));

/** The file as a whole, from which `catalogue.schema.json` is generated. */
export const catalogueFileSchema = v.strictObject({
  $schema: schemaAddress,
  microsoftPlans,
  entries: v.pipe(v.array(entrySchema), v.maxLength(maxEntries, atMost)),
});

/** The file around its entries, for checking them one by one: one broken entry then hides no clash of the others. */
export const catalogueShellSchema = v.strictObject({
  $schema: schemaAddress,
  microsoftPlans,
  entries: v.pipe(v.array(v.unknown()), v.maxLength(maxEntries, atMost)),
});

/** An entry that the schema has passed. */
export type CatalogueFileEntry = v.InferOutput<typeof entrySchema>;
