/** Drawn for this page: the outlines of its few icons on a grid of 20 by 20. */
const outlines = {
  activity: 'M5 14h10l-1.5-2V8.5a3.5 3.5 0 0 0-7 0V12zM8.5 16.5h3',
  chat: 'M3.5 5h13v8.5H9L5.5 16.5v-3h-2z',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  licenses: 'M3 5.5h14v9H3zM6 9h4M6 11.5h3M13.2 8.2a1.6 1.6 0 1 0 .01 0M12.4 11l-.6 3M14 11l.6 3',
  back: 'M8.5 5 4 9.5 8.5 14M4.5 9.5H12a4 4 0 0 1 4 4V15',
  reload: 'M15.5 8.5A6 6 0 1 0 16 11M16 4.5v4h-4',
  suspend: 'M7 5v10M13 5v10',
} as const;

/** The icons that the client has. */
export type IconName = keyof typeof outlines;

const svg = 'http://www.w3.org/2000/svg';

/** Draws an icon in the color of the text around it; screen readers skip it. */
export function icon(name: IconName): SVGElement {
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', outlines[name]);
  const drawing = document.createElementNS(svg, 'svg');
  for (const [key, value] of Object.entries({
    viewBox: '0 0 20 20',
    width: '20',
    height: '20',
    'aria-hidden': 'true',
  })) {
    drawing.setAttribute(key, value);
  }
  drawing.append(path);
  return drawing;
}
