// Articles in time: the draft's as bars, the version's in force as a line over them.

import { el } from './dom.js';
import { locale, t } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 720;
const HEIGHT = 120;
const DAY = 86_400_000;
// the days of the archive are those of UTC
const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const day = (from) => dates.format(new Date(from));

export function drawTimes({ when, days }, live) {
  if (when.length === 0) return null;
  const begin = Date.parse(when[0].from);
  const step = days * DAY;
  const places = Math.round((Date.parse(when[when.length - 1].from) - begin) / step) + 1;
  const place = (span) => Math.round((Date.parse(span.from) - begin) / step);
  const most = Math.max(1, ...when.map((span) => Math.max(span.draft, span.live)));
  const x = (i) => (i * WIDTH) / places;
  const y = (value) => HEIGHT - (value * (HEIGHT - 6)) / most;
  const chart = node('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'times', role: 'img', 'aria-labelledby': 'times-title', preserveAspectRatio: 'none' });
  for (const span of when) {
    const bar = node('rect', { x: x(place(span)), y: y(span.draft), width: Math.max(1, WIDTH / places - 1), height: HEIGHT - y(span.draft), class: 'bar' });
    const title = node('title');
    title.textContent = t('lab.bar', day(span.from), span.draft, span.live, span.rung);
    bar.append(title);
    chart.append(bar);
  }
  if (live) {
    const byPlace = new Map(when.map((span) => [place(span), span.live]));
    const points = Array.from({ length: places }, (_, i) => `${x(i + 0.5)},${y(byPlace.get(i) ?? 0)}`);
    chart.append(node('polyline', { points: points.join(' '), class: 'line' }));
  }
  const last = when[when.length - 1];
  return el('figure', { class: 'when' },
    el('figcaption', { id: 'times-title' }, t('lab.times', days, day(when[0].from), day(last.from), most), live && ` ${t('lab.timesLive', live)}`), chart);
}

function node(name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
