import { AppError, toAppError } from '../../base/appError';
import { withTimeout } from '../../base/async/withTimeout';
import type { Clock } from '../../base/clock';
import { systemClock } from '../../base/clock';
import type { Send } from '../../http/types';
import { readCatalogue } from '../../licensing/catalogue/readCatalogue';
import type { Services } from '../../ui/services';
import { readJson } from '../bootstrap/config/readJson';

/** Longest wait of a start for the catalogue, without which products have no names of their own; milliseconds. */
const maxWaitInMs = 5_000;

/** Maximum size of the file in bytes; Microsoft's whole table of products takes a tenth of it. */
const maxSizeInBytes = 5_000_000;

/** A catalogue, and what is wrong with it. */
export type CatalogueResult = Pick<Services, 'catalogue' | 'catalogueError'>;

/** Catalogue of nothing. */
export const emptyCatalogue: CatalogueResult = { catalogue: readCatalogue({ entries: [] }) };

/** Reads the catalogue as far as it comes in time and is valid, and what is wrong with it. Never rejects. */
export async function loadCatalogue(
  send: Send,
  url: string,
  clock: Clock = systemClock,
): Promise<CatalogueResult> {
  const toError = (): AppError => new AppError('catalogue-unreachable');
  let tooLarge: AppError | undefined;
  const limited: Send = async (request) => {
    const answer = await send(request);
    if (answer.body.length <= maxSizeInBytes) return answer;
    tooLarge = new AppError('catalogue-invalid', {
      faults: [`the file: must have at most ${maxSizeInBytes} bytes`],
    });
    throw tooLarge;
  };
  try {
    const reading = readJson(limited, url, 'catalogue-unreachable', clock);
    const catalogue = readCatalogue(await withTimeout(reading, clock, maxWaitInMs, toError));
    const { faults } = catalogue;
    return {
      catalogue,
      ...(faults.length > 0 && { catalogueError: new AppError('catalogue-invalid', { faults }) }),
    };
  } catch (thrown) {
    return { ...emptyCatalogue, catalogueError: tooLarge ?? toAppError(thrown) };
  }
}
