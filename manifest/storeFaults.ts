import { defaultAppId } from './deployment';
import { words } from './words';

/** The parts of a manifest that the Store's rules are about. */
export interface StoreManifest {
  readonly id: string;
  readonly version: string;
  readonly developer: Readonly<Record<'name' | 'websiteUrl' | 'privacyUrl' | 'termsOfUseUrl', string>>;
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly icons: Readonly<Record<string, string>>;
  readonly staticTabs: readonly { readonly contentUrl: string }[];
  readonly validDomains: readonly string[];
  readonly localizationInfo: { readonly additionalLanguages: readonly { readonly file: string }[] };
}

/**
 * Returns a sentence for each rule that a package breaks (Microsoft Teams Store validation guidelines), beyond the schema that every package
 * is held against. What a person must look at, such as screenshots and test accounts, is not among them.
 */
export function storeFaults(manifest: StoreManifest, files: readonly string[]): readonly string[] {
  const { developer, name, description, staticTabs } = manifest;
  const pages = [developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl];
  const app = staticTabs[0]?.contentUrl ?? '';
  const named = [
    ...Object.values(manifest.icons),
    ...manifest.localizationInfo.additionalLanguages.map(({ file }) => file),
  ];
  const rules: readonly (readonly [boolean, string])[] = [
    [manifest.id !== defaultAppId, words.store.ownId],
    [/^[1-9]/.test(manifest.version), words.store.version(manifest.version)],
    [!/microsoft|teams/i.test(name.short + developer.name), words.store.name],
    [name.short.length <= 30 && name.full.length <= 100, words.store.longName],
    [!description.full.startsWith(description.short), words.store.repeats],
    [description.full.length >= 200, words.store.shortDescription],
    [pages.every((page) => /^https:\/\//.test(page)), words.store.https],
    [new Set(pages).size === pages.length && !pages.includes(app), words.store.pages],
    [manifest.validDomains.every((domain) => !domain.includes('*')), words.store.wildcard],
    [named.every((file) => files.includes(file)), words.store.files],
  ];
  return rules.filter(([isMet]) => !isMet).map(([, fault]) => fault);
}
