/** True if a pasted text names several people, so that it is a list and nothing to search for. */
export function isPastedList(text: string): boolean {
  const trimmed = text.trim();
  return /[\r\n\t;]/.test(trimmed) || trimmed.split('@').length > 2;
}
