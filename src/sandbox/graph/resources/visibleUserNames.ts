import type { Call } from '../call';
import { hasScope } from '../caller';
import { scopeRules } from '../scopes';
import { checkSignInActivity } from './signInActivity';
import { basicUserProperties } from './userType';

/**
 * Returns the properties that this caller may read. Throws GraphRefusal 403 as {@link checkSignInActivity} does.
 * Inferred: with `User.ReadBasic.All` alone, properties beyond the basic profile are left out.
 */
export function visibleUserNames(call: Call, names: readonly string[]): readonly string[] {
  checkSignInActivity(call, names);
  const isFull = hasScope(
    call.caller,
    scopeRules.listUsers.any.filter((scope) => scope !== 'User.ReadBasic.All'),
  );
  return isFull ? names : names.filter((name) => basicUserProperties.includes(name));
}
