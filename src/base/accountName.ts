/** Characters and maximum length of an account name (Active Directory: sAMAccountName of a user). */
const accountShape = /^[^\s"/\\[\]:;|=,+*?<>@]{1,20}$/;

/** True if a text can be an account name of an on-premises directory, as any single word can. */
export function looksLikeAccountName(text: string): boolean {
  return accountShape.test(text);
}

/** Returns the account name of `DOMAIN\account` or `domain.example\account`; undefined for another text. */
export function parseDomainAccount(text: string): string | undefined {
  const [, account = ''] = /^[\p{L}\p{N}._-]{1,255}\\(.+)$/u.exec(text) ?? [];
  return looksLikeAccountName(account) ? account : undefined;
}
