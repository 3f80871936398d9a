import type { Call } from '../call';
import { hasScope } from '../caller';
import { scopeRules } from '../scopes';
import { checkSignInActivity } from './signInActivity';
import { basicUserProperties } from './userType';

/**
 * Which of the names this caller gets to see. Throws GraphRefusal 403 as {@link checkSignInActivity} does.
 * Inferred: with `User.ReadBasic.All` alone, what goes beyond the basic profile is left out.
 */
export function visibleUserNames(call: Call, names: readonly string[]): readonly string[] {
  checkSignInActivity(call, names);
  const isFull = hasScope(
    call.caller,
    scopeRules.listUsers.any.filter((scope) => scope !== 'User.ReadBasic.All'),
  );
  return isFull ? names : names.filter((name) => basicUserProperties.includes(name));
}
