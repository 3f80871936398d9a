/** Replaced by the version of package.json when the app is built; absent in tests. */
declare const APP_VERSION: string | undefined;

/** Version of this app, or `development` where none was built in. */
export const appVersion = typeof APP_VERSION === 'string' ? APP_VERSION : 'development';
