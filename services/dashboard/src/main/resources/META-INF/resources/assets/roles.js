// What the reader may do here, as the server says too: what is for others is not offered (data-for, in base.css), and a key
// says whose it is.

import { toast } from './toast.js';
import { t } from './words.js';

const ROLES = ['viewer', 'analyst', 'admin'];
const own = ROLES.indexOf(document.documentElement.dataset.role);

/** Whether what is for a role is for the reader. */
export const may = (role) => own >= ROLES.indexOf(role);

/** What keys do, by key; where they are not for the reader, each says for whom. */
export function only(role, acts) {
  if (may(role)) return acts;
  return Object.fromEntries(Object.keys(acts).map((key) => [key, () => toast(t(`common.only.${role}`))]));
}
