import { words } from '../words';
import type { IdentityProvider } from './identityProvider';
import type { AuthorizeStep } from './authorize';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for HTML content and quoted attributes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

function page(title: string, body: string): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>`;
  const styles = '<link rel="stylesheet" href="/login.css">';
  return `<!doctype html><html lang="en"><head>${head}${styles}</head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
}

function link(query: URLSearchParams, additions: Readonly<Record<string, string>>, content: string): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(additions)) next.set(name, value);
  return `<a href="?${escapeHtml(next.toString())}">${content}</a>`;
}

function chooser(provider: IdentityProvider, query: URLSearchParams): string {
  const hint = query.get('login_hint');
  const accounts = provider.personas.map((persona) => {
    const hinted = persona.userPrincipalName === hint ? ` <em>${escapeHtml(words.login.lastUsed)}</em>` : '';
    const role = escapeHtml(words.people[persona.key]);
    const lines = `<strong>${escapeHtml(persona.displayName)}</strong>${hinted}<span>${role}</span><span>${escapeHtml(persona.userPrincipalName)}</span>`;
    return `<li>${link(query, { person: persona.key }, lines)}</li>`;
  });
  const cancel = link(query, { cancel: '1' }, escapeHtml(words.login.cancel));
  return page(words.login.choose, `<ul>${accounts.join('')}</ul><p>${cancel}</p>`);
}

function consentPage(step: Extract<AuthorizeStep, { kind: 'consent' }>, query: URLSearchParams): string {
  const scopes = step.scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('');
  const accept = step.mayConsent
    ? `<p>${link(query, { consent: 'accept' }, escapeHtml(words.consent.accept))}</p>`
    : '';
  const cancel = `<p>${link(query, { cancel: '1' }, escapeHtml(words.consent.cancel))}</p>`;
  const explanation = step.mayConsent ? words.consent.question : words.consent.askAdministrator;
  return page(
    words.consent.title,
    `<p>${escapeHtml(explanation)}</p><ul class="scopes">${scopes}</ul>${accept}${cancel}`,
  );
}

/** Draws the page of a step that needs the person; steps that lead back to the app have none. */
export function loginPage(step: AuthorizeStep, provider: IdentityProvider, query: URLSearchParams): string {
  switch (step.kind) {
    case 'choose':
      return chooser(provider, query);
    case 'consent':
      return consentPage(step, query);
    case 'stop':
      return page(
        words.login.stopped,
        `<p>AADSTS${step.error.number}: ${escapeHtml(step.error.sentence)}</p>`,
      );
    case 'refuse':
    case 'code':
      return '';
  }
}

/** The page after signing out, where the app gave no address to return to. */
export function signedOutPage(): string {
  return page(words.login.signedOut, `<p>${escapeHtml(words.login.mayClose)}</p>`);
}

/** The look of the sign-in pages. */
export const loginStyles = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0;display:grid;place-items:center;min-height:100vh;background:Canvas;color:CanvasText}
main{width:min(26rem,100vw - 2rem);padding:1.5rem 0}h1{font-size:1.35rem}
ul{list-style:none;padding:0;display:grid;grid-template-columns:minmax(0,1fr);gap:.5rem;overflow-wrap:anywhere}ul.scopes{list-style:disc;padding-inline-start:1.25rem}
li a{display:grid;padding:.6rem .9rem;border:1px solid GrayText;border-radius:.5rem;color:inherit;text-decoration:none}
li a:hover{background:color-mix(in srgb,CanvasText 8%,Canvas)}a:focus-visible{outline:3px solid Highlight;outline-offset:2px}
a{color:LinkText}`;
