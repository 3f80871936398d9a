import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { screen } from '@testing-library/react';
import { meterColors, SeatsMeter } from '../../../src/ui/parts/SeatsMeter';
import { renderWithServices } from '../support/renderWithServices';

const bar = (container: HTMLElement): HTMLElement[] => [
  ...container.querySelectorAll<HTMLElement>('[aria-hidden] > div'),
];

async function colorOf(assigned: number): Promise<string> {
  const { container, unmount } = await renderWithServices(
    <SeatsMeter seats={{ total: 60, assigned, available: 60 - assigned }} />,
  );
  const [fill] = bar(container);
  const color = fill?.parentElement ? getComputedStyle(fill.parentElement).color : '';
  unmount();
  return color;
}

test('the meter says the numbers, and its bar shows the share', async () => {
  const { container } = await renderWithServices(
    <SeatsMeter seats={{ total: 20, assigned: 5, available: 15 }} />,
  );
  expect(screen.getByText('5 of 20 assigned')).toBeInTheDocument();
  expect(bar(container).map(({ style }) => style.width)).toEqual(['25%']);
});

test('seats beyond the limit are a part of their own, so that the length of the bar stays true', async () => {
  const { container } = await renderWithServices(
    <SeatsMeter seats={{ total: 20, assigned: 26, available: -6 }} />,
  );
  const [fill, beyond, ...more] = bar(container);
  expect(parseFloat(fill?.style.width ?? '')).toBeCloseTo(76.9, 1);
  expect(beyond).toBeInTheDocument();
  expect(more).toEqual([]);
});

test('the color changes from nine tenths on, and when no seat is left', async () => {
  const colors = [
    await colorOf(53),
    await colorOf(54),
    await colorOf(59),
    await colorOf(60),
    await colorOf(61),
  ];
  const [calm, nearly, , full] = colors;
  expect(new Set([calm, nearly, full]).size).toBe(3);
  expect(colors).toEqual([calm, nearly, nearly, full, full]);
});

test('without usable seats there are words and no bar, instead of "9 of 0"', async () => {
  const { container } = await renderWithServices(
    <SeatsMeter seats={{ total: 0, assigned: 9, available: -9 }} isShort />,
  );
  expect(container).toHaveTextContent('9 assigned, none usable');
  expect(bar(container)).toEqual([]);
});

const themes = { teamsLightTheme, teamsDarkTheme, teamsHighContrastTheme };

/** WCAG contrast of two colors written as `#rrggbb`. */
function contrast(first: string, second: string): number {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker = 0, lighter = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test.each(Object.entries(themes))(
  'in %s every color of the bar stands out from its track',
  (_name, theme) => {
    const { track, ...fills } = meterColors;
    for (const fill of Object.values(fills)) {
      expect(contrast(theme[fill], theme[track])).toBeGreaterThanOrEqual(3);
    }
  },
);
