// Presses that come before the page's scripts would be heard by nobody. They are held until those have listened, then done in
// their order. All scripts of a page but this one are modules, which have run when the document says it is ready; this one is
// there before the first button is. What the browser does by itself (links, forms with an action) is left to it.
{
  const KINDS = ['click', 'submit', 'input', 'change', 'keydown'];
  const FIELD = 'input:not([type=checkbox], [type=radio]), select, textarea';
  const held = [];

  /** Does again what the event asked for; null for what only the browser has to do with. */
  const again = {
    click({ target }) {
      const button = target.closest('button[type=button]');
      return button && (() => button.click());
    },
    submit({ target, submitter }) {
      return target.matches('[action], [method=dialog]') ? null : () => target.requestSubmit(submitter);
    },
    input: typed,
    change: typed,
    keydown({ target, key, shiftKey, ctrlKey, metaKey, altKey }) {
      if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey || target.matches(FIELD)) return null;
      return () => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
    },
  };

  /** What a field holds is given to it again: the page's script may have filled it meanwhile. */
  function typed({ type, target }) {
    const { value, checked } = target;
    return () => {
      if (target.value !== value) target.value = value;
      if (target.checked !== checked) target.checked = checked;
      target.dispatchEvent(new Event(type, { bubbles: true }));
    };
  }

  function hold(event) {
    const press = event.target instanceof Element ? again[event.type](event) : null;
    if (!press) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push(press);
  }

  for (const kind of KINDS) addEventListener(kind, hold, true);
  document.addEventListener('DOMContentLoaded', () => {
    for (const kind of KINDS) removeEventListener(kind, hold, true);
    held.forEach((press) => press());
  });
}
