// The story page: times, verdicts, keys, revisions, and the page itself kept true while it is read.

import { el } from './dom.js';
import { listen } from './keys.js';
import { undo } from './toast.js';
import { connect } from './live.js';
import { keepTelling } from './time.js';
import { t } from './words.js';
import { show, take } from './story-decide.js';
import { keepPlace, renew } from './story-renew.js';
import { turn } from './story-revisions.js';

const page = document.querySelector('.story');
const story = page.dataset;
const byId = (id) => document.getElementById(id);
document.body.classList.add('scripted');

/** Moves the focus to the article after, or before, the one that has it; without one, to the first in sight. */
function move(by) {
  const all = [...document.querySelectorAll('.report')];
  if (!all.length) return;
  const at = all.indexOf(document.activeElement.closest('.report'));
  const seen = all.findIndex((a) => a.getBoundingClientRect().bottom > 60);
  const next = at < 0 ? Math.max(0, seen) : Math.max(0, Math.min(at + by, all.length - 1));
  all[next].focus({ preventScroll: true });
  all[next].scrollIntoView({ block: 'nearest' });
}

/** Opens and shuts the rest of the article that has the focus. */
function unfold() {
  const rest = document.activeElement.closest('.report')?.querySelector('.rest');
  if (rest) rest.open = !rest.open;
  else document.activeElement.closest('.report')?.querySelector('h3 a')?.click();
}

const decides = byId('decide') ? {
  a: () => take('acknowledged'), r: () => take('relevant'), i: () => take('irrelevant'), m: () => take('muted'), u: undo,
} : {};
listen({
  j: () => move(1), k: () => move(-1), o: unfold, '[': () => turn(-1), ']': () => turn(1), '?': () => byId('help').showModal(), ...decides,
});

/** A word on what is new; the page itself follows in place. */
function tellNews(alert) {
  byId('newer').replaceChildren(el('b', {}, `${t(`story.msg.${alert.msgType}`)} ${alert.revision}`),
    el('ul', {}, ...alert.changes.slice(0, 6).map((c) => el('li', { dir: 'auto' }, c.text))));
  byId('newer').hidden = false;
}

connect(['alert', 'verdict'], {
  event: (type, data) => {
    if (data.story !== story.story) return;
    if (type === 'alert' && data.revision > Number(story.revision ?? 0)) {
      story.revision = data.revision;
      keepPlace(() => tellNews(data));
      renew(data.revision);
    }
    if (type === 'verdict' && byId('verdicts') && Date.parse(data.at) > Number(opened)) show(data);
  },
  reset: () => renew(0),
  state: () => {},
});

const opened = new Date();
keepTelling();
