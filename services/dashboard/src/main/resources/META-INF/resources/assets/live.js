// The live stream. EventSource resumes by itself with Last-Event-ID; what it cannot do is notice a connection that died
// without a word, or come back after the server refused it. This does, from the last id that was seen.

const SILENCE = 45_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Connects and stays connected.
 * @param types names of events
 * @param on.event called with (type, data)
 * @param on.reset called when events were missed that the stream no longer holds
 * @param on.state called with (live: boolean, since: Date)
 */
export function connect(types, on) {
  let source;
  let lastId = '';
  let pause = FIRST_PAUSE;
  let heard = Date.now();
  let live = null;

  const state = (now) => {
    if (now !== live) {
      live = now;
      on.state(now, new Date());
    }
  };
  const sign = (event) => {
    heard = Date.now();
    if (event.lastEventId) lastId = event.lastEventId;
    state(true);
  };
  const open = () => {
    source?.close();
    heard = Date.now();
    const query = new URLSearchParams({ types: types.join(',') });
    if (lastId) query.set('lastEventId', lastId);
    source = new EventSource(`/api/live?${query}`);
    source.onopen = () => {
      pause = FIRST_PAUSE;
      heard = Date.now();
      state(true);
    };
    source.onerror = () => {
      state(false);
      if (source.readyState === EventSource.CLOSED) again();
    };
    source.addEventListener('beat', sign);
    source.addEventListener('reset', (event) => {
      sign(event);
      on.reset();
    });
    for (const type of types) {
      source.addEventListener(type, (event) => {
        sign(event);
        on.event(type, JSON.parse(event.data));
      });
    }
  };
  const again = () => {
    setTimeout(open, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };

  setInterval(() => {
    if (Date.now() - heard > SILENCE) {
      state(false);
      open();
    }
  }, SILENCE / 9);
  open();
}
