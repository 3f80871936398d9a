import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { withStore } from '../tenant/storeFailure';

/** The pair of keys with which tokens are signed and checked. */
export interface IssuerKeys {
  /** Names the pair in a token's header and in the published key set. */
  readonly keyId: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** The public half as the key set publishes it. */
  readonly publicJwk: JWK;
}

async function readOrMake(file: string | undefined): Promise<JWK> {
  try {
    if (file !== undefined) {
      const stored = JSON.parse(readFileSync(file, 'utf8')) as JWK;
      await importJWK(stored, 'RS256');
      return stored;
    }
  } catch {
    // Nothing readable there yet: a new pair replaces it, and tokens of the old one end.
  }
  const pair = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(pair.privateKey);
  if (file !== undefined) {
    withStore(file, () => {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(jwk), { mode: 0o600 });
    });
  }
  return jwk;
}

/**
 * Opens the RS256 key pair kept in `folder`, making it the first time, so that tokens outlive a restart.
 * `undefined` makes a pair that only this process knows.
 */
export async function openIssuerKeys(folder: string | undefined): Promise<IssuerKeys> {
  const privateJwk = await readOrMake(
    folder === undefined ? undefined : path.join(folder, 'signing-key.json'),
  );
  const keyId = await calculateJwkThumbprint(privateJwk);
  const publicJwk: JWK = {
    kty: 'RSA',
    n: privateJwk.n,
    e: privateJwk.e,
    kid: keyId,
    use: 'sig',
    alg: 'RS256',
  };
  return {
    keyId,
    privateKey: (await importJWK(privateJwk, 'RS256')) as CryptoKey,
    publicKey: (await importJWK(publicJwk, 'RS256')) as CryptoKey,
    publicJwk,
  };
}
