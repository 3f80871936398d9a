// `npm run workbench`: the list of stories beside a frame that shows one. The frame is this page too, with the story in its address,
// so that widths are those of a window of its own, and a story can be opened alone.
import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { ErrorCode } from '../../src/base/appError';
import { loadMessages } from '../../src/ui/messages/loadMessages';
import { createQueryClient } from '../../src/ui/queries/createQueryClient';
import { Providers } from '../ui/support/Providers';
import { fakeServices } from '../ui/support/fakeServices';
import { toStories, type Story } from './stories';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** Values of each choice; the first is the default. */
const choices = {
  theme: ['default', 'dark', 'contrast'],
  dir: ['ltr', 'rtl'],
  locale: ['en-US', 'sv-SE'],
  width: ['1212', '1440', '768', '388', '320'],
} as const;
type Choice = keyof typeof choices;
const choiceNames = Object.keys(choices) as Choice[];

/** Reads a choice from the address; a value that isn't one becomes the default. */
function readChoice<Name extends Choice>(query: URLSearchParams, name: Name): (typeof choices)[Name][number] {
  const values: readonly (typeof choices)[Name][number][] = choices[name];
  return values.find((value) => value === query.get(name)) ?? choices[name][0];
}

const toId = ({ part, state }: Story): string => `${part}: ${state}`;

/** Shows one story, alone. */
async function showStory(root: HTMLElement, query: URLSearchParams, id: string): Promise<void> {
  const messages = await loadMessages(readChoice(query, 'locale'));
  const story = toStories(Object.keys(messages.errors) as ErrorCode[]).find((each) => toId(each) === id);
  if (!story) throw new Error(`No story is called "${id}".`);
  const { element, services } = await story.open();
  const theme = themes[readChoice(query, 'theme')];
  const dir = readChoice(query, 'dir');
  document.documentElement.dir = dir;
  document.body.style.backgroundColor = theme.colorNeutralBackground2;
  createRoot(root).render(
    <StrictMode>
      <Providers
        {...{ theme, dir, messages, queryClient: createQueryClient(), services: fakeServices(services) }}
      >
        {/* Scrolls as the app's shell does, in which long lists draw the rows in view alone. */}
        <div style={{ height: '100vh', overflow: 'auto' }}>{element}</div>
      </Providers>
    </StrictMode>,
  );
}

interface WorkbenchProps {
  readonly ids: readonly string[];
}

/** The list, the choices and the frame. What is chosen stands behind the address's `#`, so that a reload keeps it. */
function Workbench({ ids }: WorkbenchProps) {
  const [query, setQuery] = useState(() => new URLSearchParams(location.hash.slice(1)));
  const change = (name: string, value: string): void => {
    const next = new URLSearchParams(query);
    next.set(name, value);
    history.replaceState(undefined, '', `#${next.toString()}`);
    setQuery(next);
  };
  const id = ids.find((each) => each === query.get('story')) ?? ids[0] ?? '';
  const address = new URLSearchParams({ ...Object.fromEntries(query), story: id });
  return (
    <FluentProvider theme={teamsLightTheme} style={{ display: 'flex', height: '100%' }}>
      <nav style={{ width: 260, overflow: 'auto', flexShrink: 0 }} aria-label="Stories">
        {ids.map((each) => (
          <div key={each}>
            <a
              href={`#${new URLSearchParams({ ...Object.fromEntries(query), story: each }).toString()}`}
              aria-current={each === id}
              style={{ fontWeight: each === id ? 700 : 400 }}
              onClick={(event) => {
                event.preventDefault();
                change('story', each);
              }}
            >
              {each}
            </a>
          </div>
        ))}
      </nav>
      <main style={{ flexGrow: 1, overflow: 'auto', padding: 8, background: '#888' }}>
        {choiceNames.map((name) => (
          <label key={name} style={{ marginInlineEnd: 16 }}>
            {`${name} `}
            <select value={readChoice(query, name)} onChange={({ target }) => change(name, target.value)}>
              {choices[name].map((value) => (
                <option key={value}>{value}</option>
              ))}
            </select>
          </label>
        ))}
        <iframe
          key={address.toString()}
          title={id}
          src={`?${address.toString()}`}
          style={{
            display: 'block',
            border: 0,
            marginTop: 8,
            height: 900,
            width: `${readChoice(query, 'width')}px`,
          }}
        />
      </main>
    </FluentProvider>
  );
}

async function main(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root.');
  const query = new URLSearchParams(location.search);
  const id = query.get('story');
  if (id !== null) return showStory(root, query, id);
  const messages = await loadMessages('en-US');
  const ids = toStories(Object.keys(messages.errors) as ErrorCode[]).map(toId);
  createRoot(root).render(<Workbench ids={ids} />);
}

void main();
