// The rule lab: a draft of a topic's pack, kept as it is typed, checked as it is typed, and put into force when it is told.

import { el } from './dom.js';
import { ask, sound, YAML } from './lab-api.js';
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
  check();
}

async function inForce(version) {
  const answer = await ask('GET', `${path}/pack.yaml${version ? `?version=${version}` : ''}`);
  if (!answer.ok) wrong(new Error(answer.body?.detail ?? 'The pack in force cannot be read.'));
  return answer.ok ? answer.body : '';
}

function edited(text) {
  keeper.changed(text);
  byId('promote').disabled = true;
  clearTimeout(due);
  due = setTimeout(check, CHECK_AFTER);
}

function older(base) {
  show(byId('conflict'), [el('p', {}, base ? `This draft was made from version ${base}; ${topic.version ? `version ${topic.version} is in force by now` : 'the topic is not watched any more'}. `
    : `This draft was begun as a new topic; version ${topic.version} is in force by now. `, 'Look at the difference before you promote it.'),
  el('p', { class: 'buttons' }, button('Show the difference', compare), button('It holds: take it as made from what is in force', () => {
    keeper.base = topic.version;
    keeper.changed(pack.text);
    byId('conflict').hidden = true;
    check();
  }))]);
}

/** Somebody else saved the draft meanwhile. */
function conflict() {
  show(byId('conflict'), [el('p', {}, 'Somebody else saved this draft meanwhile. Yours is still here, and not saved.'),
    el('p', { class: 'buttons' }, button('Load theirs', async () => {
      const theirs = await keeper.load();
      if (theirs) pack.text = theirs.text;
      byId('conflict').hidden = true;
      check();
    }), button('Save mine over it', async () => {
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
      byId('trial').replaceChildren(el('p', { class: 'notice bad' }, `The id is ${trial.pack.id}; this is the draft of ${topic.id}.`));
    } else {
      byId('trial').replaceChildren(...drawTrial(trial, pack.go));
    }
    byId('promote').disabled = !trial.sound || keeper.base !== topic.version;
    languages();
    tryOwn();
  } catch (error) {
    if (error.name !== 'AbortError') byId('trial').replaceChildren(el('p', { class: 'notice bad' }, error.message));
  }
}

function languages() {
  const used = new Set((trial.pack?.signals ?? []).flatMap((signal) => Object.keys(signal.terms ?? {})));
  used.delete('mul');
  if (used.size === 0 && byId('own-language').options.length) return;
  const chosen = byId('own-language').value || (used.has('en') ? 'en' : [...used][0] ?? 'en');
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });
  const tags = [...used].sort((a, b) => names.of(a).localeCompare(names.of(b)));
  byId('own-language').replaceChildren(...[...tags, 'und'].map((tag) => el('option', { value: tag, selected: tag === chosen }, tag === 'und' ? 'Another, or unknown' : names.of(tag))));
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
    if (error.name !== 'AbortError') byId('own-result').replaceChildren(el('p', { class: 'about' }, error.status === 422 ? 'The draft has a mistake: mend it first.' : error.message));
  }
}

// ---- putting into force

async function promote() {
  const next = topic.version ? topic.version + 1 : trial.pack.version;
  const sure = await confirm(topic.version ? `Promote the draft to version ${next}?` : `Watch ${trial.pack.name.en}?`,
    `Articles from now on are met by it. ${topic.version ? 'Archived ones keep their topics until it is applied to them, and' : 'Archived ones are not looked at, and'} it can be rolled back.`, 'Promote', true);
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
    await force(sound(answer).body, 'The draft is in force');
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
  byId('standing').replaceChildren('version ', el('b', {}, now.version), ' is in force');
  show(byId('done'), [`${words} as version ${now.version}, for articles from now on. `, el('a', { href: `/topics/${topic.id}#archive` }, 'Apply it to archived articles')]);
  byId('conflict').hidden = true;
  await versions.load();
}

// ---- the rest

async function compare() {
  if (!topic.version) {
    byId('differs').replaceChildren(el('p', { class: 'about' }, 'There is no version in force to compare with.'));
    return;
  }
  byId('differs').replaceChildren(drawDiff(diff(await inForce(), pack.text)));
  byId('differs-h').scrollIntoView({ block: 'start' });
}

async function discard() {
  const sure = await confirm('Discard the draft?', topic.version ? `What was typed is gone, and version ${topic.version} is shown again.` : 'What was typed is gone.', 'Discard');
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
    wrong(new Error('The file is larger than 1 MB, which no pack is.'));
    return;
  }
  const before = pack.text;
  pack.text = await file.text();
  pack.edited();
  toast(`${file.name} is in the editor. Nothing is in force yet.`, () => {
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

byId('promote').addEventListener('click', promote);
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
load().catch(wrong);
versions.load().catch(wrong);
