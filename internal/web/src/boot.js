// Blocking, in <head>: what must stand before the first paint.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');
  try {
    // Pages of one host share this storage, so the key names the product.
    const theme = localStorage.getItem('smallwins-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage may be refused (file://, privacy modes): the system's theme stays.
  }
  // The class hides tables that site.js can show again; without site.js they must stay in sight.
  addEventListener('load', () => {
    if (!root.classList.contains('ready')) root.classList.remove('js');
  });
})();
