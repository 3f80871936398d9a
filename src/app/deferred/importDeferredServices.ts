import { importChunk } from './importChunk';

/** Loads the code of the services that no start needs. Rejects with AppError `chunk-load-failed`. */
export function importDeferredServices() {
  return importChunk(
    () => import(/* webpackChunkName: "deferred-services" */ '../services/createDeferredServices'),
  );
}
