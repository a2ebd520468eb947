// Small pictures of what can be done, drawn as paths so that they take the colour of their text.

const SVG = 'http://www.w3.org/2000/svg';
const PATHS = {
  acknowledged: 'm3 8.5 3.2 3.2L13 5',
  relevant: 'M8 2.2 9.7 6l4.1.4-3.1 2.7.9 4L8 11l-3.6 2.1.9-4L2.2 6.4 6.3 6z',
  irrelevant: 'm4 4 8 8m0-8-8 8',
  muted: 'M2.5 2.5l11 11M5 5.2C4.6 6 4.5 6.8 4.5 8c0 2-.9 2.8-1.5 3.5h8.3M6.2 3.7C8.9 2.2 11.5 4 11.5 7.2c0 .9.1 1.6.3 2.1',
  note: 'M3 13l.6-3L10.8 2.8l2.4 2.4L6 12.4z',
  bell: 'M8 2.2c2.2 0 3.5 1.7 3.5 4.3 0 2.6.8 3.3 1.5 4.5H3c.7-1.2 1.5-1.9 1.5-4.5 0-2.6 1.3-4.3 3.5-4.3zM6.5 13.3h3',
};

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 16 16', width: 16, height: 16, class: 'line-icon', 'aria-hidden': 'true', focusable: 'false' })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
