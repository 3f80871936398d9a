import type { Principal } from '../../../base/principal';
import type { Messages } from '../../messages/types';

/** Returns the numbers of users and of groups as text: "3 users and 1 group". */
export function peopleText(
  lines: readonly { readonly principal: Principal }[],
  { jobs }: Pick<Messages, 'jobs'>,
): string {
  const users = lines.filter(({ principal }) => principal.kind === 'user').length;
  return jobs.people(users, lines.length - users);
}
