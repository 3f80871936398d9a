import { AppError } from '../base/appError';
import type { TableAnswer, TableRequest } from './tableMessages';

/** As much of a `Worker` as is needed. */
export interface TableWorker {
  postMessage(request: TableRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: TableAnswer }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: unknown) => void): void;
  terminate(): void;
}

type AnswerOf<Kind extends TableAnswer['kind']> = Extract<TableAnswer, { kind: Kind }>;
type Question = TableRequest extends infer Each
  ? Each extends TableRequest
    ? Omit<Each, 'id'>
    : never
  : never;

/** One worker and the questions that it has not answered yet. */
export interface TableSession {
  /** Asks and gives the answer; an answer of a kind other than `kind`, or a failed one, is an AppError. */
  ask<Kind extends TableAnswer['kind']>(
    kind: Kind,
    question: Question,
    signal?: AbortSignal,
  ): Promise<AnswerOf<Kind>>;
  /** Ends the worker; what is asked, now and later, rejects with `reason`. */
  end(reason: AppError): void;
}

interface Waiting {
  readonly resolve: (answer: TableAnswer) => void;
  readonly reject: (reason: AppError) => void;
}

/** Begins to talk with a worker. */
export function openTableSession(worker: TableWorker): TableSession {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: AppError | undefined;

  const end = (reason: AppError): void => {
    ended ??= reason;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  const onFault = (cause: unknown): void => end(new AppError('internal', { cause }));
  worker.addEventListener('error', onFault);
  worker.addEventListener('messageerror', onFault);
  worker.addEventListener('message', ({ data }) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'failed') asked?.reject(new AppError(data.code, { faults: data.faults }));
    else asked?.resolve(data);
  });

  const send = (question: Question, signal: AbortSignal | undefined): Promise<TableAnswer> =>
    new Promise((resolve, reject) => {
      if (ended) {
        reject(ended);
        return;
      }
      const id = (lastId += 1);
      waiting.set(id, { resolve, reject });
      signal?.addEventListener('abort', () => waiting.delete(id) && reject(new AppError('cancelled')), {
        once: true,
      });
      worker.postMessage({ ...question, id });
    });

  return {
    end,
    async ask(kind, question, signal) {
      const answer = await send(question, signal);
      if (answer.kind === kind) return answer as AnswerOf<typeof kind>;
      throw new AppError('internal', { cause: new Error(`the worker answered ${answer.kind}`) });
    },
  };
}
