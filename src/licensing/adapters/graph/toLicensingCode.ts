// cspell:ignore licen
import type { AppError } from '../../../base/appError';
import type { LicensingCode } from '../../types';

/**
 * Messages of Graph by which its rejections of assignLicense differ; all of them are 400 `Request_BadRequest`.
 * Compared in lower case with every run of other characters as one space, since wording and punctuation have changed over time.
 */
const sentences: readonly (readonly [RegExp, LicensingCode])[] = [
  [/does not correspond to a valid company licen[cs]e/, 'product-not-owned'],
  [/does not have any available licen[cs]es?/, 'no-licenses-available'],
  [/usage location/, 'usage-location'],
  [/does not have a corresponding licen[cs]e/, 'no-change'],
  [/inherited from (?:a )?group membership/, 'inherited'],
  [/depends? on the service plans? /, 'missing-plans'],
  [/mutually exclusive/, 'conflicting-plans'],
  [/same value for property proxyaddresses already exists/, 'duplicate-proxy-address'],
  [/concurrent requests/, 'concurrent-change'],
];

/**
 * Maps a rejected assignLicense to a code of the contract; the only place that does. Undefined for errors of the session, such
 * as `sign-in-needed`. `forbidden` concerns the principal: some admins may not change people with admin roles, people outside
 * of an administrative unit and role-assignable groups (Entra: built-in roles, administrative units).
 */
export function toLicensingCode(error: AppError): LicensingCode | undefined {
  switch (error.code) {
    case 'bad-request':
      return codeOfSentence(error);
    case 'conflict':
      return 'concurrent-change';
    case 'not-found':
      return 'principal-not-found';
    case 'service-unavailable':
    case 'forbidden':
      return error.code;
    default:
      return undefined;
  }
}

function codeOfSentence({ serviceCode, serviceMessage }: AppError): LicensingCode {
  if (serviceCode?.toLowerCase() === 'directory_concurrencyviolation') return 'concurrent-change';
  const words = ` ${(serviceMessage ?? '').toLowerCase().replace(/[^\da-z]+/g, ' ')} `;
  return sentences.find(([pattern]) => pattern.test(words))?.[1] ?? 'refused';
}
