import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Host, HostTheme } from '../../host/types';

const themes: Record<HostTheme, Theme> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** The Fluent theme that fits the host now; before a host is known, the one that the browser prefers. */
export function useHostTheme(host: Host | undefined): Theme {
  const [name, setName] = useState<HostTheme>(host?.context.theme ?? browserTheme());
  useEffect(() => host?.onThemeChange(setName), [host]);
  const theme = themes[name];
  useEffect(() => {
    // What shows beyond the app's own box: scroll bars, and the page when it is pulled past its end.
    document.documentElement.style.colorScheme = name === 'default' ? 'light' : 'dark';
    document.body.style.backgroundColor = theme.colorNeutralBackground2;
  }, [name, theme]);
  return theme;
}

function browserTheme(): HostTheme {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
}
