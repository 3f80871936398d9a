import type { RuntimeConfig } from './runtimeConfig';

/** Where people sign in: what the configuration names, else Microsoft's public cloud for its tenant or for any organization. */
export function authorityOf({ signIn, tenant }: RuntimeConfig): string {
  if (signIn) return signIn.authority;
  return `https://login.microsoftonline.com/${tenant.mode === 'single' ? tenant.id : 'organizations'}`;
}
