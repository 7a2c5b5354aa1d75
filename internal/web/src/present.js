// Deferred, on pages with slides: shows one part of the page at a time, and
// copies a text. Without it the page is read as it stands.
(() => {
  'use strict';
  const root = document.documentElement;
  const text = smallwins.say('present');
  const deck = document.querySelector('[data-slides]');
  if (!deck) return;
  const find = (name) => document.querySelector(`[data-${name}]`);
  const slides = [...deck.querySelectorAll('[data-slide]')];
  const bar = find('slide-bar');
  const start = find('present');
  const back = find('slide-back');
  const on = find('slide-on');
  const help = find('slide-help');
  const keys = document.getElementById('slide-keys');
  let at = 0;
  let scrolled = 0;
  const presenting = () => root.classList.contains('presenting');

  function show(index) {
    at = Math.max(0, Math.min(index, slides.length - 1));
    slides.forEach((slide, i) => slide.classList.toggle('current', i === at));
    back.setAttribute('aria-disabled', String(at === 0));
    on.setAttribute('aria-disabled', String(at === slides.length - 1));
    find('slide-where').textContent = text('slide', { n: at + 1, of: slides.length });
    find('slide-title').textContent = `: ${slides[at].querySelector('h1, h2').textContent}`;
    fit();
    deck.scrollTop = 0;
    // A link of the last slide may have had the focus: it must not be lost with it.
    if (!bar.contains(document.activeElement)) on.focus({ preventScroll: true });
  }

  // A long text is set smaller; one that is longer still can be scrolled.
  function fit() {
    deck.classList.remove('dense');
    deck.classList.toggle('dense', presenting() && deck.scrollHeight > deck.clientHeight);
  }

  function open(whole) {
    scrolled = scrollY;
    root.classList.add('presenting');
    bar.hidden = false;
    show(0);
    on.focus({ preventScroll: true });
    // Not everywhere, and not without a press: then the page itself is the screen.
    if (whole && root.requestFullscreen) root.requestFullscreen().catch(() => {});
  }

  function close() {
    if (!presenting()) return;
    root.classList.remove('presenting');
    bar.hidden = true;
    fit();
    showKeys(false);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    scrollTo(0, scrolled);
    start.focus({ preventScroll: true });
  }

  function showKeys(shown) {
    keys.hidden = !shown;
    help.setAttribute('aria-expanded', String(shown));
  }

  const turns = {
    ArrowRight: () => at + 1, PageDown: () => at + 1, ' ': () => at + 1,
    ArrowLeft: () => at - 1, PageUp: () => at - 1,
    Home: () => 0, End: () => slides.length - 1,
  };

  document.addEventListener('keydown', (event) => {
    if (!presenting() || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === ' ' && event.target.closest('button')) return; // presses it
    if (event.key === 'Escape') close();
    else if (event.key === '?') showKeys(keys.hidden);
    else if (event.key === ' ' && event.shiftKey) show(at - 1);
    else if (turns[event.key]) show(turns[event.key]());
    else return;
    event.preventDefault();
  });

  back.addEventListener('click', () => show(at - 1));
  on.addEventListener('click', () => show(at + 1));
  help.addEventListener('click', () => showKeys(keys.hidden));
  find('slide-end').addEventListener('click', close);
  start.addEventListener('click', () => open(true));
  addEventListener('resize', fit);
  document.addEventListener('fullscreenchange', () => {
    if (!document.fullscreenElement) close(); // the browser's own Esc
  });

  // A press beside the text goes on, or back at the left edge; a swipe does too.
  deck.addEventListener('click', (event) => {
    if (!presenting() || event.target.closest('a, button, .slide-bar') || String(getSelection())) return;
    show(event.clientX < innerWidth / 4 ? at - 1 : at + 1);
  });
  let touch = null;
  deck.addEventListener('touchstart', (event) => {
    touch = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  deck.addEventListener('touchend', (event) => {
    if (!presenting() || !touch) return;
    const x = event.changedTouches[0].clientX - touch.clientX;
    const y = event.changedTouches[0].clientY - touch.clientY;
    touch = null;
    if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) show(at + (x < 0 ? 1 : -1));
  }, { passive: true });

  const copy = find('copy');
  copy.addEventListener('click', async () => {
    const source = document.querySelector(copy.dataset.copy);
    const say = find('copied');
    say.textContent = '';
    const address = copy.dataset.address && location.protocol !== 'file:' ? `\n<${new URL(copy.dataset.address, location.href)}>\n` : '';
    try {
      await navigator.clipboard.writeText(source.textContent + address);
      say.textContent = copy.dataset.done;
    } catch {
      // Refused, or an old browser: the text is shown, ready to be copied by hand.
      source.closest('details').open = true;
      getSelection().selectAllChildren(source);
      source.scrollIntoView();
      say.textContent = copy.dataset.select;
    }
  });

  start.hidden = false;
  copy.hidden = false;
  if (new URLSearchParams(location.search).get('present') === '1') open(false);
})();
