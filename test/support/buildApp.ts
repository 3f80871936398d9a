import { buildIfChanged } from '../../src/sandbox/build';

/** Journeys drive the app as it ships, so jest builds it before the first of them. */
export default async function buildApp(): Promise<void> {
  await buildIfChanged();
}
