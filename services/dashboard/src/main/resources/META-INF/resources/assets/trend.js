// How a story grew: its articles over time as a step line. Revisions that the stream brings are added; those before the page
// was opened are asked for when a card comes into view, two stories at a time.

import { t } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 64;
const HEIGHT = 16;
const AT_ONCE = 2;
const MOST = 2_000;

const series = new Map();
const waiting = [];
let asked = 0;

/** Remembers how many articles a story had when it rang. */
export function record(alert) {
  let points = series.get(alert.story);
  if (!points) {
    if (series.size >= MOST) series.delete(series.keys().next().value);
    series.set(alert.story, points = { byRevision: new Map(), whole: alert.revision === 1 });
  }
  points.byRevision.set(alert.revision, [Date.parse(alert.times.alerted), alert.articleCount]);
  return points;
}

/** The line of a card; it is completed once the revisions before are known. */
export function trend(alert) {
  const points = record(alert);
  const box = document.createElement('span');
  box.className = 'trend';
  draw(box, points);
  if (!points.whole) {
    waiting.push({ story: alert.story, points, box });
    // when the card is in the page
    queueMicrotask(next);
  }
  return box;
}

function draw(box, points) {
  const line = [...points.byRevision.values()].sort((a, b) => a[0] - b[0]);
  if (line.length < 2) return;
  const [from, until] = [line[0][0], Math.max(line.at(-1)[0], line[0][0] + 60_000)];
  const top = Math.max(...line.map((p) => p[1]), 1);
  const x = (time) => (((time - from) / (until - from)) * (WIDTH - 3) + 1).toFixed(1);
  const y = (count) => (HEIGHT - 2 - (count / top) * (HEIGHT - 4)).toFixed(1);
  const steps = line.map(([time, count], i) => (i ? `H${x(time)}V${y(count)}` : `M${x(time)} ${y(count)}`)).join('');
  const svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: 'img', 'aria-label': t('board.trend', line.at(-1)[1], line[0][1]) });
  const title = shape('title', {});
  title.textContent = t('board.trend', line.at(-1)[1], line[0][1]);
  svg.append(title, shape('path', { class: 'area', d: `${steps}V${HEIGHT - 1}H${x(from)}Z` }), shape('path', { d: steps }),
    shape('circle', { cx: x(line.at(-1)[0]), cy: y(line.at(-1)[1]), r: 1.8 }));
  box.replaceChildren(svg);
}

function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

async function next() {
  if (asked >= AT_ONCE || !waiting.length) return;
  const { story, points, box } = waiting.shift();
  if (!box.isConnected || points.whole) {
    draw(box, points);
    next();
    return;
  }
  asked += 1;
  try {
    const response = await fetch(`/api/alerts/${encodeURIComponent(story)}`, { headers: { Accept: 'application/json' } });
    if (response.ok) {
      for (const revision of (await response.json()).revisions ?? []) {
        points.byRevision.set(revision.revision, [Date.parse(revision.times.alerted), revision.articleCount]);
      }
      draw(box, points);
    }
    points.whole = true;
  } catch {
    // a card without a line is still a card
  }
  asked -= 1;
  next();
}
