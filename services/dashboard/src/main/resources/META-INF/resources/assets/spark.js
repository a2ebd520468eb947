// Fourteen days in fourteen bars, with the usual as a line. Numbers only: no text of a feed comes near this markup.

import { t } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 112;
const HEIGHT = 26;
const GAP = 2;

function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** @param arrivals {days: [14 counts, today last], expected: articles in a usual day, or null} */
export function spark({ days, expected }) {
  const top = Math.max(1, expected ?? 0, ...days);
  const step = WIDTH / days.length;
  const svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, class: 'spark', role: 'img', 'aria-label': label(days, expected) });
  days.forEach((count, i) => {
    const height = count ? Math.max(2, (count / top) * (HEIGHT - 2)) : 1;
    const low = expected && i < days.length - 1 && count <= expected / 2;
    svg.append(shape('rect', {
      x: (i * step + GAP / 2).toFixed(1), y: (HEIGHT - height).toFixed(1), width: (step - GAP).toFixed(1), height: height.toFixed(1),
      rx: 1, class: `${count ? '' : 'none '}${low ? 'low ' : ''}${i === days.length - 1 ? 'today' : ''}`.trim(),
    }));
  });
  if (expected) {
    const y = (HEIGHT - (expected / top) * (HEIGHT - 2)).toFixed(1);
    svg.append(shape('line', { x1: 0, x2: WIDTH, y1: y, y2: y, class: 'usual' }));
  }
  const title = shape('title', {});
  title.textContent = label(days, expected);
  svg.prepend(title);
  return svg;
}

function label(days, expected) {
  return `${t('feeds.today', days.at(-1))}, ${usual(expected)}. ${t('feeds.daysBefore', days.slice(0, -1).join(', '))}`;
}

/** What is usual, in words. */
export function usual(expected) {
  return expected === null || expected === undefined ? t('feeds.usualUnknown') : t('feeds.usualDay', round(expected));
}

/** A rate as people say it. */
export function round(rate) {
  return rate >= 10 ? String(Math.round(rate)) : String(Math.round(rate * 10) / 10);
}
