import type { Answer, Call } from '../call';
import { GraphRefusal } from '../graphRefusal';
import { portrait } from '../portrait';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { userOf } from './users';

/** The sizes that exist, in pixels (Graph: profilePhoto). */
const sizes = [48, 64, 96, 120, 240, 360, 432, 504, 648];

function photoAnswer(call: Call, size: number): Answer {
  const user = userOf(call);
  if (user.mail === null)
    throw new GraphRefusal(
      404,
      'ErrorNonExistentMailbox',
      'The SMTP address has no mailbox associated with it.',
    );
  // Inferred: the sentence; the code is observed.
  if (!user.hasPhoto) throw new GraphRefusal(404, 'ImageNotFound', "The photo wasn't found.");
  return {
    status: 200,
    image: portrait(user.id, size),
    headers: { ETag: `"${user.id.slice(0, 8).toUpperCase()}"` },
  };
}

function sizedPhoto(call: Call): Answer {
  const size = Number(/^(\d+)x\1$/i.exec(call.parameters['size'] ?? '')?.[1]);
  // Inferred: how a size that does not exist is refused.
  if (!sizes.includes(size)) throw new GraphRefusal(400, 'ErrorInvalidImageId', 'The image id is not valid.');
  return photoAnswer(call, size);
}

/** Graph: get profilePhoto. */
export const photoRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/users/{user}/photo/$value',
    scopes: scopeRules.readPhoto,
    isForGuests: true,
    cost: 1,
    handle: (call) => photoAnswer(call, 648),
  },
  {
    method: 'GET',
    path: '/users/{user}/photos/{size}/$value',
    scopes: scopeRules.readPhoto,
    isForGuests: true,
    cost: 1,
    handle: sizedPhoto,
  },
];
