// The rule lab: a draft of a topic's pack, kept as it is typed, checked as it is typed, and put into force when it is told.

import { el } from './dom.js';
import { AGAIN, ask, passes, patiently, sound, YAML } from './lab-api.js';
import { editor } from './editor.js';
import { drawTrial, drawTry } from './lab-trial.js';
import { watchBacktest } from './lab-backtest.js';
import { watchVersions } from './lab-versions.js';
import { Keeper } from './lab-keeper.js';
import { confirm } from './lab-confirm.js';
import { diff, drawDiff } from './diff.js';
import { toast, wrong } from './toast.js';
import { keepTelling } from './time.js';
import { template } from './lab-template.js';
import { nameOf, t } from './words.js';

const CHECK_AFTER = 400;
const byId = (id) => document.getElementById(id);
const topic = { id: byId('lab').dataset.topic, name: byId('lab').dataset.name, version: Number(byId('lab').dataset.version) || null };
const path = `/topics/${encodeURIComponent(topic.id)}`;

const pack = editor(byId('pack'), byId('gutter'), edited);
const keeper = new Keeper(path, byId('saved'), conflict);
let trial = null;
let checking = null;
let due;

// ---- the text

async function load() {
  const draft = await keeper.load();
  if (draft) {
    pack.text = draft.text;
    keeper.base = draft.base;
    if (draft.base !== topic.version) older(draft.base);
  } else {
    pack.text = topic.version ? await inForce() : template(topic.id);
    keeper.base = topic.version;
  }
  // what was typed before would be written over
  byId('pack').readOnly = false;
  check();
}

async function inForce(version) {
  return sound(await ask('GET', `${path}/pack.yaml${version ? `?version=${version}` : ''}`)).body;
}

function edited(text) {
  keeper.changed(text);
  mayPromote(false);
  clearTimeout(due);
  due = setTimeout(check, CHECK_AFTER);
}

function older(base) {
  const [from, now] = [String(base), String(topic.version)];
  const words = !base ? t('lab.olderNew', now) : topic.version ? t('lab.olderBase', from, now) : t('lab.olderEnded', from);
  show(byId('conflict'), [el('p', {}, words),
  el('p', { class: 'buttons' }, button(t('lab.showDifference'), compare), button(t('lab.itHolds'), () => {
    keeper.base = topic.version;
    keeper.changed(pack.text);
    byId('conflict').hidden = true;
    check();
  }))]);
}

/** Somebody else saved the draft meanwhile. */
function conflict() {
  show(byId('conflict'), [el('p', {}, t('lab.conflict')),
    el('p', { class: 'buttons' }, button(t('lab.loadTheirs'), async () => {
      const theirs = await keeper.load();
      if (theirs) pack.text = theirs.text;
      byId('conflict').hidden = true;
      check();
    }), button(t('lab.saveMine'), async () => {
      byId('conflict').hidden = true;
      await keeper.over(pack.text);
    }))]);
}

// ---- checking

async function check() {
  clearTimeout(due);
  checking?.abort();
  checking = new AbortController();
  const text = pack.text;
  try {
    const answer = sound(await ask('POST', `${path}/trial`, { body: text, type: YAML, signal: checking.signal })).body;
    if (text !== pack.text) return;
    trial = answer;
    pack.mark(trial.mistake?.line ?? trial.examples.find((one) => !one.holds)?.line ?? null);
    if (trial.pack && trial.pack.id !== topic.id) {
      trial.sound = false;
      byId('trial').replaceChildren(el('p', { class: 'notice bad' }, t('lab.wrongId', trial.pack.id, topic.id)));
    } else {
      byId('trial').replaceChildren(...drawTrial(trial, pack.go));
    }
    mayPromote(trial.sound && keeper.base === topic.version);
    languages();
    tryOwn();
  } catch (error) {
    if (error.name === 'AbortError') return;
    unchecked(error);
    if (passes(error)) due = setTimeout(check, AGAIN);
  }
}

function unchecked(error) {
  byId('trial').replaceChildren(el('p', { class: 'notice bad' }, error.message));
}

function languages() {
  const used = new Set((trial.pack?.signals ?? []).flatMap((signal) => Object.keys(signal.terms ?? {})));
  used.delete('mul');
  if (used.size === 0 && byId('own-language').options.length) return;
  const chosen = byId('own-language').value || (used.has('en') ? 'en' : [...used][0] ?? 'en');
  const name = (tag) => nameOf('language', tag);
  const tags = [...used].sort((a, b) => name(a).localeCompare(name(b)));
  byId('own-language').replaceChildren(...[...tags, 'und'].map((tag) => el('option', { value: tag, selected: tag === chosen }, tag === 'und' ? t('lab.otherLanguage') : name(tag))));
}

let trying = null;

async function tryOwn() {
  const own = { language: byId('own-language').value || 'en', title: byId('own-title').value, text: byId('own-text').value };
  if (!own.title && !own.text) {
    byId('own-result').replaceChildren();
    return;
  }
  trying?.abort();
  trying = new AbortController();
  try {
    const answer = sound(await ask('POST', `${path}/try`, { body: { pack: pack.text, ...own }, signal: trying.signal })).body;
    byId('own-result').replaceChildren(drawTry(answer, own));
  } catch (error) {
    if (error.name !== 'AbortError') byId('own-result').replaceChildren(el('p', { class: 'about' }, error.status === 422 ? t('lab.mendFirst') : error.message));
  }
}

// ---- putting into force

/** Admins have the button. */
function mayPromote(may) {
  if (byId('promote')) byId('promote').disabled = !may;
}

async function promote() {
  const next = topic.version ? topic.version + 1 : trial.pack.version;
  const sure = await confirm(topic.version ? t('lab.promoteAsk', String(next)) : t('lab.watchAsk', trial.pack.name.en),
    t(topic.version ? 'lab.promoteText' : 'lab.watchText'), t('lab.promoteAct'), true);
  if (sure === null) return;
  const note = sure ? `?note=${encodeURIComponent(sure)}` : '';
  const match = topic.version ? { 'If-Match': `"${topic.version}"` } : {};
  try {
    const answer = await ask('PUT', `${path}${note}`, { body: pack.text, type: YAML, headers: match });
    if (answer.status === 412 || answer.status === 409) {
      topic.version = Number(answer.body?.detail?.match(/Version (\d+) is in force/)?.[1]) || topic.version;
      older(keeper.base);
      return;
    }
    const now = sound(answer).body;
    await force(now, t('lab.promoted', String(now.version)));
    pack.text = pack.text.replace(/^version:.*$/m, `version: ${topic.version}`);
    await keeper.now(pack.text);
    check();
  } catch (error) {
    wrong(error);
  }
}

async function force(now, words) {
  topic.version = now.version;
  keeper.base = now.version;
  byId('standing').textContent = t('lab.inForce', String(now.version));
  show(byId('done'), [words, ' ', el('a', { href: `/topics/${topic.id}#archive` }, t('lab.applyArchive'))]);
  byId('conflict').hidden = true;
  await versions.load();
}

// ---- the rest

async function compare() {
  if (!topic.version) {
    byId('differs').replaceChildren(el('p', { class: 'about' }, t('lab.nothingInForce')));
    return;
  }
  try {
    byId('differs').replaceChildren(drawDiff(diff(await inForce(), pack.text)));
    byId('differs-h').scrollIntoView({ block: 'start' });
  } catch (error) {
    wrong(error);
  }
}

async function discard() {
  const sure = await confirm(t('lab.discardAsk'), topic.version ? t('lab.discardBack', String(topic.version)) : t('lab.discardText'), t('lab.discardAct'));
  if (sure === null) return;
  try {
    await keeper.drop();
    pack.text = topic.version ? await inForce() : template(topic.id);
    keeper.base = topic.version;
    byId('conflict').hidden = true;
    check();
  } catch (error) {
    wrong(error);
  }
}

function save() {
  const url = URL.createObjectURL(new Blob([pack.text], { type: YAML }));
  el('a', { href: url, download: `${topic.id}.yaml` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function take(event) {
  const [file] = event.target.files;
  event.target.value = '';
  if (!file) return;
  if (file.size > 1_048_576) {
    wrong(new Error(t('lab.tooLarge')));
    return;
  }
  const before = pack.text;
  pack.text = await file.text();
  pack.edited();
  toast(t('lab.imported', file.name), () => {
    pack.text = before;
    pack.edited();
  });
}

function button(text, act) {
  const made = el('button', { type: 'button' }, text);
  made.addEventListener('click', act);
  return made;
}

function show(box, children) {
  box.replaceChildren(...children);
  box.hidden = false;
}

byId('promote')?.addEventListener('click', promote);
byId('compare').addEventListener('click', compare);
byId('discard').addEventListener('click', discard);
byId('export').addEventListener('click', save);
byId('import').addEventListener('click', () => byId('file').click());
byId('file').addEventListener('change', take);
let ownDue;
byId('own').addEventListener('input', () => {
  clearTimeout(ownDue);
  ownDue = setTimeout(tryOwn, CHECK_AFTER);
});
byId('own').addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 's') {
    event.preventDefault();
    keeper.now(pack.text);
  }
});
addEventListener('beforeunload', (event) => {
  if (keeper.open) event.preventDefault();
});

const versions = watchVersions(path, topic, { inForce, text: () => pack.text, force, check });
watchBacktest(path, topic, () => pack.text);
keepTelling();
patiently(load, unchecked);
patiently(versions.load, (error) => byId('versions').replaceChildren(el('p', { class: 'problem' }, error.message)));
