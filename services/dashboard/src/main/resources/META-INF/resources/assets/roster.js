// What the pages of users and of keys share: a table that is read anew after each change, and a dialog that adds a row.

import { api } from './api.js';
import { el } from './dom.js';
import { tell } from './time.js';
import { wrong } from './toast.js';

const byId = (id) => document.getElementById(id);

export function time(iso, none) {
  return iso ? el('time', { datetime: iso }, iso) : none;
}

/**
 * @param path of the list
 * @param row makes a <tr> of an item
 * @param added takes what came of the form, when it is there
 */
export function roster(path, row, added) {
  async function load() {
    try {
      const { items } = await api('GET', path);
      byId('rows').replaceChildren(...items.map(row));
      byId('table').hidden = !items.length;
      byId('empty').hidden = Boolean(items.length);
      byId('trouble').hidden = true;
      tell(byId('rows'));
    } catch (error) {
      byId('trouble').textContent = error.message;
      byId('trouble').hidden = false;
    }
    byId('table').setAttribute('aria-busy', 'false');
  }

  /** Does something and reads the table anew; what goes wrong is said. */
  async function act(work) {
    try {
      await work();
    } catch (error) {
      wrong(error);
    }
    await load();
  }

  byId('add-open').addEventListener('click', () => byId('add').showModal());
  document.querySelectorAll('dialog .close').forEach((button) => {
    button.addEventListener('click', () => button.closest('dialog').close());
  });
  byId('add-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    byId('add-problem').textContent = '';
    try {
      const made = await api('POST', path, added.body(new FormData(byId('add-form'))));
      byId('add').close();
      byId('add-form').reset();
      load();
      await added.show(made);
    } catch (error) {
      byId('add-problem').textContent = error.message;
    }
  });
  load();
  return act;
}
