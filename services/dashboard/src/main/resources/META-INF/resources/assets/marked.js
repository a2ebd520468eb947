// A text with its evidence marked. Offsets come from messages and are not to be trusted.

import { el } from './dom.js';

/** @param spans {start, end, signal, term}, in any order, overlapping or not */
export function marked(text, spans) {
  const held = spans.filter((s) => s.start >= 0 && s.start < s.end && s.end <= text.length).slice(0, 200);
  const borders = [...new Set([0, text.length, ...held.flatMap((s) => [s.start, s.end])])].sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < borders.length; i += 1) {
    const over = held.filter((s) => s.start <= borders[i] && s.end >= borders[i + 1]);
    const piece = text.slice(borders[i], borders[i + 1]);
    pieces.push(over.length ? el('mark', { title: [...new Set(over.map((s) => `${s.signal}: ${s.term}`))].join(' · ') }, piece) : piece);
  }
  return pieces;
}

export const inField = (evidence, field) => evidence.filter((one) => one.field === field);
