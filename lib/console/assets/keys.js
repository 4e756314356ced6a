// Keys of the tables that lead to letters. What is focused is a link, so that Enter needs nothing of ours.
const isTyping = (target) => target instanceof HTMLElement && target.closest('input, textarea, select') !== null;

const step = (by) => {
  const links = [...document.querySelectorAll('table[data-keys] tbody th a')];
  const at = links.indexOf(document.activeElement);
  const next = links[at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))];
  next?.focus();
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const search = document.querySelector('input[type=search]');
  if (event.key === 'j') step(1);
  else if (event.key === 'k') step(-1);
  else if (event.key === '/' && search !== null) search.focus();
  else return;
  event.preventDefault();
});

// What is too wide for the window is scrolled by keys too, once it can be focused.
const markScrolled = () => {
  for (const box of document.querySelectorAll('.scroll')) {
    if (box.scrollWidth > box.clientWidth) box.setAttribute('tabindex', '0');
    else box.removeAttribute('tabindex');
  }
};

addEventListener('resize', markScrolled);
document.body.addEventListener('htmx:afterSettle', markScrolled);
markScrolled();
