// What rings aloud: a bell and desktop notifications, each only where the reader chose it, for the topics and severities chosen.

import { el } from './dom.js';
import { icon } from './icons.js';
import { t } from './words.js';
import { directionOf, laneOf, SEVERITIES } from './triage.js';

const KEY = 'tocsin.alarms';
const QUIET = { sound: false, desktop: false, volume: 60, from: 'Severe', topics: null, updates: false, exercises: false };
/** A burst of alerts is one sound, not forty. */
const APART = 1_500;
const FRESH = 120_000;
const PITCH = { Extreme: 880, Severe: 740, Moderate: 587, Minor: 494, Unknown: 440 };

const byId = (id) => document.getElementById(id);
const choice = read();
let audio;
let lastSound = 0;
let topics = () => [];

function read() {
  try {
    return { ...QUIET, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return { ...QUIET };
  }
}

function keep() {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // it holds as long as the page does
  }
  showButton();
}

/** Whether an alert that came in is to be heard: decided by the choice alone. */
export function wanted(alert, chosen, now = Date.now()) {
  return (chosen.sound || chosen.desktop)
    && laneOf(alert, now) === 'new'
    && now - alert.at < FRESH
    && (alert.revision === 1 || chosen.updates)
    && (alert.status === 'Actual' || chosen.exercises)
    && SEVERITIES.indexOf(alert.severity) <= SEVERITIES.indexOf(chosen.from)
    && (!chosen.topics || chosen.topics.includes(alert.topic));
}

/** Rings for an alert that the stream brought, where that is wanted. */
export function ring(alert, topicName) {
  if (!wanted(alert, choice)) return;
  if (choice.sound) strike(alert.severity);
  if (choice.desktop) notify(alert, topicName);
}

function strike(severity) {
  const now = Date.now();
  if (now - lastSound < APART) return;
  lastSound = now;
  const context = sounding();
  if (context.state !== 'running') return;
  const volume = context.createGain();
  volume.gain.value = choice.volume / 100;
  volume.connect(context.destination);
  const strokes = severity === 'Extreme' ? 3 : severity === 'Severe' ? 2 : 1;
  for (let i = 0; i < strokes; i++) stroke(context, volume, PITCH[severity] ?? PITCH.Unknown, context.currentTime + i * 0.28);
}

/** A bell: a fundamental and two partials that are no octaves, each dying away in its own time. */
function stroke(context, into, pitch, at) {
  for (const [ratio, loud, lasts] of [[1, 0.5, 1.4], [2.76, 0.22, 0.7], [5.4, 0.1, 0.3]]) {
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.frequency.value = pitch * ratio;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(loud, at + 0.005);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + lasts);
    tone.connect(gain).connect(into);
    tone.start(at);
    tone.stop(at + lasts);
  }
}

function sounding() {
  audio ??= new AudioContext();
  return audio;
}

function notify(alert, topicName) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const shown = new Notification(alert.headline || t('board.noHeadline'), {
    body: [t(`board.${alert.severity}`), topicName(alert.topic), alert.revision > 1 ? alert.changes[0]?.text : null].filter(Boolean).join(' · '),
    tag: alert.story, lang: alert.language, dir: directionOf(alert.language), icon: '/assets/bell.svg',
  });
  shown.onclick = () => {
    window.focus();
    location.assign(`/stories/${encodeURIComponent(alert.story)}`);
  };
}

// ---- the choice

/** @param allTopics tells [{id, name}] */
export function startAlarms(allTopics) {
  topics = allTopics;
  showButton();
  byId('alarms-open').addEventListener('click', openAlarms);
  byId('alarms-form').addEventListener('change', () => change());
  byId('alarms-try').addEventListener('click', tryOut);
  // browsers let a page sound only after the reader touched it
  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, awake, { passive: true });
}

export function openAlarms() {
  const form = byId('alarms-form').elements;
  byId('alarms-topics').replaceChildren(...topics().map(({ id, name }) => el('label', {},
    el('input', { type: 'checkbox', name: 'topics', value: id, checked: !choice.topics || choice.topics.includes(id) }), el('span', {}, name))));
  for (const key of ['sound', 'desktop', 'updates', 'exercises']) form[key].checked = choice[key];
  form.from.value = choice.from;
  form.volume.value = choice.volume;
  byId('alarms-problem').textContent = '';
  byId('alarms').showModal();
}

async function change() {
  const form = byId('alarms-form');
  const data = new FormData(form);
  // those that were offered: which topics there are may have come only after the form was opened, and none chosen would be silence
  const offered = form.querySelectorAll('[name=topics]').length;
  const chosen = data.getAll('topics');
  Object.assign(choice, {
    sound: data.has('sound'), desktop: data.has('desktop'), volume: Number(data.get('volume')), from: data.get('from'),
    topics: chosen.length === offered ? null : chosen, updates: data.has('updates'), exercises: data.has('exercises'),
  });
  if (choice.desktop && !await allowed()) {
    choice.desktop = false;
    form.elements.desktop.checked = false;
    byId('alarms-problem').textContent = t('board.alarmsRefused');
  }
  if (choice.sound) await sounding().resume();
  keep();
}

async function allowed() {
  if (!('Notification' in window)) return false;
  return (Notification.permission === 'default' ? await Notification.requestPermission() : Notification.permission) === 'granted';
}

/** Rings now, as an alert of the least severity chosen would; says so where nothing is switched on. */
async function tryOut() {
  if (!choice.sound && !choice.desktop) {
    byId('alarms-problem').textContent = t('board.alarmsOff');
    return;
  }
  lastSound = 0;
  if (choice.sound) {
    await sounding().resume();
    strike(choice.from);
  }
  if (choice.desktop) notify({ story: 'try', topic: '', headline: t('board.alarmsSample'), severity: choice.from, revision: 1, language: document.documentElement.lang, changes: [] }, () => '');
  byId('alarms-problem').textContent = t('board.alarmsTried');
}

function awake() {
  if (choice.sound && sounding().state === 'suspended') sounding().resume().then(showButton);
}

function showButton() {
  const button = byId('alarms-open');
  const on = choice.sound || choice.desktop;
  button.dataset.state = on ? 'on' : 'off';
  button.replaceChildren(icon(on ? 'bell' : 'muted'));
  const kinds = [choice.sound && t('board.alarmsSound'), choice.desktop && t('board.alarmsDesktop')].filter(Boolean).join(', ');
  const text = on ? t('board.alarmsOn', kinds) : t('board.alarmsNone');
  button.title = text;
  button.setAttribute('aria-label', `${t('board.alarms')}: ${text}`);
}
