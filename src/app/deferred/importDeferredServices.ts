import { importPart } from './importChunk';

/** Loads the code of the services that no start needs. Rejects with AppError `part-unreachable`. */
export function importLateServices() {
  return importPart(
    () => import(/* webpackChunkName: "late-services" */ '../services/createDeferredServices'),
  );
}
