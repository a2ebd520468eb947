// A textarea with line numbers. Tab leaves it, as everywhere; Enter keeps the indentation, Ctrl+] and Ctrl+[ change it.

const STEP = '  ';

/** @param changed is told of each change of the text */
export function editor(area, gutter, changed) {
  let lines = 0;
  let wrong = null;

  function number() {
    const count = area.value.split('\n').length;
    if (count !== lines) {
      lines = count;
      gutter.replaceChildren(...Array.from({ length: count }, (_, i) => {
        const one = document.createElement('span');
        one.textContent = i + 1;
        return one;
      }));
      mark(wrong);
    }
    follow();
  }

  function follow() {
    gutter.scrollTop = area.scrollTop;
  }

  function edited() {
    number();
    changed(area.value);
  }

  /** Types over the selection, so that the browser's own undo knows of it. */
  function type(text) {
    area.focus();
    if (!document.execCommand('insertText', false, text)) area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    edited();
  }

  /** The beginning of the line in which an offset is, and its end. */
  function line(offset) {
    const end = area.value.indexOf('\n', offset);
    return { begin: area.value.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? area.value.length : end };
  }

  function indent(out) {
    const { begin } = line(area.selectionStart);
    const { end } = line(Math.max(area.selectionStart, area.selectionEnd - 1));
    const before = area.value.slice(begin, end);
    const after = before.split('\n').map((one) => (out ? one.replace(/^ {1,2}/, '') : one && STEP + one)).join('\n');
    area.setSelectionRange(begin, end);
    type(after);
    area.setSelectionRange(begin, begin + after.length);
  }

  area.addEventListener('input', edited);
  area.addEventListener('scroll', follow, { passive: true });
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const { begin } = line(area.selectionStart);
      const before = area.value.slice(begin, area.selectionStart);
      const space = before.match(/^ */)[0] + (/:\s*$/.test(before) ? STEP : '');
      event.preventDefault();
      type(`\n${space}`);
    } else if ((event.ctrlKey || event.metaKey) && (event.key === ']' || event.key === '[')) {
      event.preventDefault();
      indent(event.key === '[');
    }
  });

  /** Marks the number of a line, or none. */
  function mark(at) {
    gutter.querySelector('.wrong')?.classList.remove('wrong');
    wrong = at;
    if (at) gutter.children[at - 1]?.classList.add('wrong');
  }

  return {
    get text() { return area.value; },
    set text(value) { area.value = value; number(); },
    edited,
    mark,
    /** Puts the cursor on a line, and shows it. */
    go(at) {
      const begin = area.value.split('\n').slice(0, at - 1).reduce((sum, one) => sum + one.length + 1, 0);
      area.focus();
      area.setSelectionRange(begin, line(begin).end);
      area.scrollTop = Math.max(0, (at - 5) * parseFloat(getComputedStyle(area).lineHeight));
    },
  };
}
