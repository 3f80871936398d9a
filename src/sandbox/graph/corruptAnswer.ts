import type { Answer } from './call';
import type { CorruptionFault } from './faultKinds';
import type { PageMemory } from './pageMemory';

const page = '<!DOCTYPE html><html><head><title>Please wait</title></head><body>Please wait</body></html>';

type BatchResponse = Readonly<Record<string, unknown>>;

/** What becomes of a right answer under a fault. Answers that the fault does not concern stay as they are. */
export function corruptAnswer(
  kind: CorruptionFault,
  answer: Answer,
  target: string,
  pages: PageMemory,
): Answer {
  const { json } = answer;
  switch (kind) {
    case 'error-in-ok':
      return { status: 200, json: { error: { code: 'UnknownError', message: '', innerError: {} } } };
    case 'html-in-ok':
      return { status: 200, html: page };
    case 'cut-json':
      return json ? cut(answer) : answer;
    case 'page-repeats':
      return { ...answer, json: json && pages.repeat(target, json) };
    case 'batch-without-responses':
      return { ...answer, json: {} };
    default: {
      const responses = json?.['responses'];
      if (!Array.isArray(responses)) return answer;
      return { ...answer, json: { responses: corruptResponses(kind, responses as BatchResponse[]) } };
    }
  }
}

function cut(answer: Answer): Answer {
  const whole = JSON.stringify(answer.json);
  return {
    status: answer.status,
    headers: { ...answer.headers, 'Content-Type': 'application/json;charset=utf-8' },
    text: whole.slice(0, Math.floor(whole.length * 0.6)),
  };
}

/** Always the first that happens to stand in the answer: batches are answered in any order. */
function corruptResponses(
  kind: 'batch-one-missing' | 'batch-one-twice' | 'batch-unknown-id',
  [first, ...others]: readonly BatchResponse[],
): readonly BatchResponse[] {
  if (!first || kind === 'batch-one-missing') return others;
  if (kind === 'batch-one-twice') return [first, ...others, first];
  return [{ ...first, id: 'nobody-asked' }, ...others];
}
