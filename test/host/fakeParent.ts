/** One message of the tab to its host, as teams-js posts it. */
export interface TabMessage {
  readonly id: number;
  readonly uuidAsString: string;
  readonly func: string;
  readonly args: readonly unknown[];
}

/** Answers of a host by function: the `args` of its response, or undefined for no response. */
export type Answers = Readonly<Record<string, (message: TabMessage) => readonly unknown[] | undefined>>;

/** A host that surrounds the page, speaking the messages of teams-js. */
export interface FakeParent {
  readonly messages: readonly TabMessage[];
  /** Sends an event to the tab. */
  emit(func: string, ...args: unknown[]): void;
  /** Answers the last message of a kind, which got no answer when it came. */
  reply(func: string, ...args: unknown[]): void;
  /** Lets pending answers through. */
  settle(): Promise<void>;
  remove(): void;
}

const runtime = {
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  supports: { appInstallDialog: {}, pages: { config: {}, currentApp: {} } },
};

/** Context of a host in the flat shape of the wire. */
export const wireContext = {
  entityId: 'index',
  subEntityId: '',
  locale: 'sv-se',
  theme: 'dark',
  hostName: 'Teams',
  hostClientType: 'web',
  frameContext: 'content',
  sessionId: 'session',
  appSessionId: 'app-session',
  userObjectId: 'person-1',
  loginHint: 'ada@tenant.example',
  tid: 'tenant-1',
};

/** Answers of a host that has everything; `supports` and `frame` may be changed. */
export function greetings({
  supports,
  frame = 'content',
}: { supports?: object; frame?: string } = {}): Answers {
  return {
    initialize: () => [
      frame,
      'web',
      '2.0.8',
      JSON.stringify({ ...runtime, ...(supports ? { supports } : {}) }),
    ],
    getContext: () => [{ ...wireContext, frameContext: frame }],
  };
}

/** Puts a host around the page until `remove` is called; it answers what `answers` names and nothing else. */
export function fakeParent(answers: Answers, origin = 'http://teams.localhost:5300'): FakeParent {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const parent = frame.contentWindow as Window;
  const messages: TabMessage[] = [];
  const deliver = (data: unknown): void => {
    window.dispatchEvent(new MessageEvent('message', { data, origin, source: parent }));
  };
  parent.postMessage = (message: TabMessage): void => {
    messages.push(message);
    const args = answers[message.func]?.(message);
    const { id, uuidAsString } = message;
    // A real answer never comes before the asking code has run on.
    if (args) queueMicrotask(() => deliver({ id, uuidAsString, args }));
  };
  const own = Object.getOwnPropertyDescriptor(window, 'parent');
  Object.defineProperty(window, 'parent', { configurable: true, value: parent });
  return {
    messages,
    emit: (func, ...args) => deliver({ func, args }),
    reply(func, ...args) {
      const { id, uuidAsString } = messages.filter((message) => message.func === func).at(-1) ?? {};
      deliver({ id, uuidAsString, args });
    },
    async settle() {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    },
    remove() {
      if (own) Object.defineProperty(window, 'parent', own);
      frame.remove();
    },
  };
}
