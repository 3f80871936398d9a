// Shows the language of the browser, or that of the address, and of the page after admin consent the part that fits the answer.
import { consentOutcome } from './consentOutcome';

const languages = ['en', 'sv'];

function chosenLanguage(): string {
  const wanted = [location.hash.slice(1), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())];
  return wanted.find((language) => languages.includes(language)) ?? 'en';
}

function show(): void {
  const language = chosenLanguage();
  document.documentElement.lang = language;
  const outcome = consentOutcome(new URLSearchParams(location.search));
  for (const part of document.querySelectorAll<HTMLElement>('main')) part.hidden = part.lang !== language;
  for (const part of document.querySelectorAll<HTMLElement>('[data-when]'))
    part.hidden = part.dataset['when'] !== outcome.kind;
  for (const part of document.querySelectorAll<HTMLElement>('[data-code]')) {
    part.hidden = outcome.code === undefined;
    part.querySelectorAll('code').forEach((code) => (code.textContent = outcome.code ?? ''));
  }
  const title = [...document.querySelectorAll('h1')].find((heading) => heading.closest('[hidden]') === null);
  document.title = `${title?.textContent ?? ''} – ISV Licenses`;
}

show();
window.addEventListener('hashchange', show);
