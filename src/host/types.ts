/** The three Teams themes that this app draws; any other name of a host is drawn as `default`. */
export type HostTheme = 'default' | 'dark' | 'contrast';

/** Context that the host gives, for display only; identity comes from the token. */
export interface HostContext {
  readonly theme: HostTheme;
  /** BCP 47 tag in the host's own spelling, such as `en-us`. */
  readonly locale: string;
  readonly frameContext: 'content' | 'settings' | 'remove' | 'task' | 'other';
  /** Deep link target inside the app; empty at a plain start. */
  readonly subPageId: string;
  /** Account that the host suggests, for choosing an account outside nested app auth. */
  readonly loginHint: string | undefined;
  readonly tenantId: string | undefined;
  readonly userObjectId: string | undefined;
}

/** The settings frame of a configurable tab. */
export interface TabSettings {
  setValid(isValid: boolean): void;
  /** Calls `describe` for the content of the tab when the person saves; a later call replaces an earlier one. */
  onSave(
    describe: () => { readonly contentUrl: string; readonly entityId: string; readonly displayName: string },
  ): void;
}

/** Program that the app runs in, as it describes itself; for diagnostics only. */
export interface HostProgram {
  /** Such as `Teams`. */
  readonly name: string;
  /** Such as `desktop`. */
  readonly clientType: string;
  /** Version of teams-js with which the app talks to it. */
  readonly sdkVersion: string;
}

/** A host that answered the handshake, or the plain browser. */
export interface Host {
  readonly kind: 'host' | 'browser';
  readonly context: HostContext;
  /** Absent in a plain browser. */
  readonly program?: HostProgram;
  /** Calls back after every change of theme; returns the function that unsubscribes. */
  onThemeChange(listener: (theme: HostTheme) => void): () => void;
  /** True if the host has an install dialog of its own. */
  readonly hasInstallDialog: boolean;
  /** Opens the host's install dialog; the result of the dialog is unknown. Throws `host-unsupported`. */
  openInstallDialog(teamsAppId: string): Promise<void>;
  /** Opens an https address outside of the app. Throws `link-refused` for any other scheme. */
  openLink(url: string): Promise<void>;
  /** Offers a deep link to `subPageId`: the host's share dialog, or the clipboard in a browser. */
  shareLink(subPageId: string, label: string): Promise<void>;
  /**
   * Calls back when the person presses the host's Back button. The handler returns true if the app went back itself, else the
   * host does. Returns the function that unsubscribes.
   */
  onBack(handler: () => boolean): () => void;
  /** Tells the host that the app has started. Call it when the first screen is drawn, before a sign-in. */
  notifyReady(): void;
  /** Present only in the settings frame. */
  readonly settings: TabSettings | undefined;
}
