const remembered = 500;

type Body = Readonly<Record<string, unknown>>;

const tokenOf = (address: string): string | undefined =>
  /[?&](?:\$|%24)skiptoken=([^&]*)/i.exec(address)?.[1];

/** Remembers the last item before each further page, so that the next page can show it once more. */
export class PageMemory {
  readonly #lastItems = new Map<string, unknown>();

  /** Notes a page that was answered. */
  note(body: Body | undefined): void {
    const [token, items] = [tokenOf(String(body?.['@odata.nextLink'])), body?.['value']];
    if (token === undefined || !Array.isArray(items) || items.length === 0) return;
    this.#lastItems.set(token, items.at(-1));
    for (const oldest of this.#lastItems.keys()) {
      if (this.#lastItems.size <= remembered) break;
      this.#lastItems.delete(oldest);
    }
  }

  /** A page with the last item of the page before in front; the page as it is where that is not known. */
  repeat(target: string, body: Body): Body {
    const token = tokenOf(target);
    const items = body['value'];
    if (token === undefined || !this.#lastItems.has(token) || !Array.isArray(items)) return body;
    return { ...body, value: [this.#lastItems.get(token), ...(items as unknown[])] };
  }
}
