import * as v from 'valibot';
import { isGuid } from '../../../base/ids';

const nilGuid = '00000000-0000-0000-0000-000000000000';
const guid = v.pipe(
  v.string('must be a GUID in quotes'),
  v.check(isGuid, 'must be a GUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301'),
  v.check((text) => text !== nilGuid, 'is still the placeholder; put your own GUID here'),
);

/** https, or plain http on this very machine, where a browser counts it as secure. */
function isSecure(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && /(^|\.)localhost$/.test(hostname));
}

const isOrigin = (text: string): boolean => isSecure(text) && new URL(text).origin === text;
/** MSAL accepts https only, even on this machine; `authorityMetadata` may name plain http endpoints there. */
const authority = v.pipe(
  v.string('must be text'),
  v.check((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'must be an https address'),
);
const origin = v.pipe(
  v.string('must be text'),
  v.check(isOrigin, 'must be an origin such as https://host.example, with no path and no slash at the end'),
);
/**
 * True for an https address, and for one that stays on the page's server. Browsers take backslashes for slashes and leave out control
 * characters and blanks in front, so that an address with those only looks relative.
 */
function isOwnOrSecure(text: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return /^https?:\/\/\w/i.test(text) && isSecure(text);
  return !/^(\/\/| )|[\\\p{Cc}]/u.test(text);
}

/** Relative to the page, or https. */
const address = v.pipe(
  v.string('must be text'),
  v.nonEmpty('must not be empty'),
  v.check(isOwnOrSecure, 'must be relative or an https address'),
);

const tenant = v.variant(
  'mode',
  [v.object({ mode: v.literal('single'), id: guid }), v.object({ mode: v.literal('multi') })],
  'must be { "mode": "single", "id": "<tenant id>" } or { "mode": "multi" }',
);

const signIn = v.object({
  authority,
  authorityMetadata: v.optional(v.record(v.string(), v.string('must be text'), 'must be an object')),
});

/** Schema of `config.json`. */
export const runtimeConfigSchema = v.object({
  /** Lets an editor find mistakes; not read. */
  $schema: v.optional(v.string()),
  /** Application (client) id of the app's registration in Entra. */
  clientId: guid,
  /** The organization that uses this deployment, or any. */
  tenant,
  /** Origin of Microsoft Graph; another one serves national clouds and tests. */
  graphUrl: v.optional(origin, 'https://graph.microsoft.com'),
  /** Origins of hosts beside those that teams-js trusts by itself. */
  hostOrigins: v.optional(v.array(origin, 'must be a list'), []),
  /** Address of the product catalogue, relative to the page. */
  catalogueUrl: v.optional(address, 'catalogue.json'),
  /** Sign-in service outside of a host; default is Microsoft's public cloud. */
  signIn: v.optional(signIn),
});

/** Configuration of a deployment; all deployments share one build. */
export type RuntimeConfig = v.InferOutput<typeof runtimeConfigSchema> & {
  /** Names in `config.json` that this version does not know, such as `signIn.color`; default none. */
  readonly unknownSettings?: readonly string[];
};
