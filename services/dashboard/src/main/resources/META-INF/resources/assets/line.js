// Sixty minutes in one line. Numbers only: no text of a message comes near this markup.

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 180;
const HEIGHT = 28;

/** @param label says in words what the line shows */
export function line(counts, label) {
  const top = Math.max(1, ...counts);
  const step = WIDTH / Math.max(1, counts.length - 1);
  const points = counts.map((count, i) => `${(i * step).toFixed(1)},${(HEIGHT - 1 - (count / top) * (HEIGHT - 3)).toFixed(1)}`);
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({ viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, preserveAspectRatio: 'none', class: 'line', role: 'img', 'aria-label': label })) svg.setAttribute(key, value);
  const title = document.createElementNS(SVG, 'title');
  title.textContent = label;
  const polyline = document.createElementNS(SVG, 'polyline');
  polyline.setAttribute('points', points.join(' '));
  svg.append(title, polyline);
  return svg;
}
