import type { ProfilePhoto } from '@microsoft/microsoft-graph-types';
import type { UserRow } from '../../tenant/rows';
import type { Answer, Call } from '../call';
import { ok } from '../call';
import { contextOf } from '../collection';
import { GraphRefusal } from '../graphRefusal';
import { portrait } from '../portrait';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { pick } from './pick';
import { userOf } from './users';

/** The sizes that exist, in pixels (Graph: profilePhoto). */
const sizes = [48, 64, 96, 120, 240, 360, 432, 504, 648];

/** Returns the owner of the photo. Throws GraphRefusal 404 for a user without a mailbox. */
function mailboxOwner(call: Call): UserRow {
  const user = userOf(call);
  if (user.mail === null)
    throw new GraphRefusal(
      404,
      'ErrorNonExistentMailbox',
      'The SMTP address has no mailbox associated with it.',
    );
  return user;
}

const etagOf = ({ id }: UserRow): string => `"${id.slice(0, 8).toUpperCase()}"`;

function photoAnswer(call: Call, size: number): Answer {
  const user = mailboxOwner(call);
  // Inferred: the sentence; the code is observed.
  if (!user.hasPhoto) throw new GraphRefusal(404, 'ImageNotFound', "The photo wasn't found.");
  return {
    status: 200,
    image: portrait(user.id, size),
    headers: { ETag: etagOf(user) },
  };
}

/** Graph, known issues: where there is no photo, it is described as a GIF of one pixel. */
function photoMetadata(call: Call): Answer {
  const user = mailboxOwner(call);
  const [type, side] = user.hasPhoto ? (['image/jpeg', 648] as const) : (['image/gif', 1] as const);
  const photo: ProfilePhoto = { id: `${side}X${side}`, height: side, width: side };
  return ok({
    '@odata.context': contextOf(call, `users('${user.id}')/photo`, true),
    '@odata.mediaContentType': type,
    '@odata.mediaEtag': etagOf(user),
    ...pick(photo, call.query.select, 'profilePhoto'),
  });
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
    path: '/users/{user}/photo',
    scopes: scopeRules.readPhoto,
    isForGuests: true,
    cost: 1,
    handle: photoMetadata,
  },
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
