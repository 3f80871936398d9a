async function ask(path: string, body?: object): Promise<Response> {
  const post = { method: 'POST', headers: { 'x-sandbox': '1' }, body: JSON.stringify(body) };
  const response = await fetch(path, body === undefined ? {} : post);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

/** Asks the server that this page came from, with a POST where there is a body. Rejects with an Error that names path and status. */
export async function callSandbox<T>(path: string, body?: object): Promise<T> {
  return (await (await ask(path, body)).json()) as T;
}

/** The same, for an answer that is bare text. */
export async function textFromSandbox(path: string): Promise<string> {
  return (await ask(path)).text();
}
