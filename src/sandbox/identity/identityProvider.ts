import type { Persona, PersonaKey } from '../tenant/personas';
import type { AppRegistration } from './appRegistration';
import type { Consent } from './consent';
import type { Issuer } from './createIssuer';

/** Everything that signing in, by whichever way, works with. */
export interface IdentityProvider {
  readonly tenantId: string;
  readonly issuer: Issuer;
  readonly consent: Consent;
  readonly app: AppRegistration;
  readonly personas: readonly Persona[];
}

/** Finds the account behind a key; `undefined` where the tenant has none of that name. */
export function personaOf(provider: IdentityProvider, key: string): Persona | undefined {
  return provider.personas.find((persona) => persona.key === (key as PersonaKey));
}
