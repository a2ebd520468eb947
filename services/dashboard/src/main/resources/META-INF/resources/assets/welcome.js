// A link's code stands behind the #, where no server sees it; from there it goes into the form, and out of the address.

const code = document.getElementById('code');
const given = location.hash.slice(1);
if (code && given) {
  history.replaceState(null, '', location.pathname);
  code.value = decodeURIComponent(given);
  document.getElementById('welcome').requestSubmit();
}
