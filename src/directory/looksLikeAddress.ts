/** True if a text has the shape of a mail address or sign-in name: something on both sides of one at sign, no white space. */
export function looksLikeAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}
