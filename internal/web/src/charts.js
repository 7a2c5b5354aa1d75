// Draws each figure[data-chart] from the JSON in its [data-options] into its [data-plot].
// site.js loads the bundle of this file once a chart comes near the screen.
import { keys } from './chart/keys.js';
import { locale, prepare } from './chart/options.js';
import { pause } from './chart/pause.js';
import { savers } from './chart/save.js';

let init; // of ECharts

// A part at a time: evaluated in one go, ECharts holds a phone up. The bundle has no other file to fetch.
async function evaluate() {
  await pause();
  await import('./chart/shapes.js');
  await pause();
  const engine = await import('./chart/engine.js');
  await pause();
  const { components } = await import('./chart/components.js');
  await pause();
  const { kinds } = await import('./chart/kinds.js');
  await pause();
  engine.use([engine.SVGRenderer, ...components, ...kinds]);
  init = engine.init;
}

const narrowBelow = 520; // px of plot
const printWidth = 680; // px: the text of an A4 or letter page
const printHeight = 320; // px, for a plot that has no height on screen
const printShare = 0.8; // of the height on screen, since paper is narrower: a chart should not fill a page

const views = [...document.querySelectorAll('figure[data-chart]')].map((figure) => ({
  figure,
  plot: figure.querySelector('[data-plot]'),
  chart: null,
  narrow: false,
  stale: false, // drawn in colours, or at a size, that no longer hold
  failed: false,
  run: null, // the steps that are still to be drawn
}));
const viewOf = new Map(views.map((view) => [view.plot, view]));
let printing = false;

// A sankey throws when it is drawn or resized at size 0, and a folded chart has no size.
const hasSize = ({ plot }) => plot.clientWidth > 0 && plot.clientHeight > 0;

// steps draws a view and stops wherever the browser may be let in between.
function* steps(view, print) {
  const { figure, plot } = view;
  try {
    view.source ??= JSON.parse(figure.querySelector('[data-options]').textContent);
    plot.style.height = '';
    view.narrow = !print && plot.clientWidth < narrowBelow;
    view.width = print ? printWidth : plot.clientWidth;
    view.tall = plot.clientHeight || view.tall || printHeight;
    const set = (how) => prepare(view.source, { caption: captionOf(figure), ...how });
    const room = print ? Math.round(view.tall * printShare) : view.tall;
    const { theme, options, words, height = room } = set({ width: view.width, height: room, narrow: view.narrow, print });
    if (height !== view.tall) plot.style.height = `${height}px`;
    yield;
    view.chart?.dispose();
    view.chart = init(plot, theme, { renderer: 'svg', locale, ...(print ? { width: printWidth, height } : {}) });
    link(view.chart);
    const paper = view.chart.getZr();
    paper.animation.pause(); // a frame of its own would do all of this in one go
    yield;
    view.chart.setOption(options, { lazyUpdate: true });
    yield;
    view.chart.resize(); // sets out what was put off
    yield;
    paper.flush();
    paper.animation.resume();
    yield;
    view.stale = false;
    keys(view, { options, words, address, go });
    if (!figure.classList.contains('drawn') && !figure.querySelector('button.save')) {
      savers(figure, init, () => view.tall, (room) => set({ ...room, narrow: false, print: true }));
    }
    figure.classList.add('drawn');
    figure.dispatchEvent(new CustomEvent('chartdrawn', { bubbles: true }));
  } catch {
    fail(view);
  }
}

// draw draws at once, and drawSoon with pauses, one chart after the other.
function draw(view, print = false) {
  view.run = null;
  for (const step of steps(view, print)) void step;
}

let queue = Promise.resolve();
function drawSoon(view) {
  const run = steps(view, false);
  view.run = run;
  view.width = view.plot.clientWidth;
  queue = queue.then(async () => {
    for (await pause(); view.run === run; await pause()) {
      if (!hasSize(view)) undraw(view);
      else if (run.next().done) view.run = null;
    }
  });
}

function undraw(view) {
  view.run = null;
  view.chart?.dispose();
  view.chart = null;
  view.figure.classList.remove('drawn');
}

const captionOf = (figure) => figure.querySelector('figcaption')?.textContent.trim().replace(/\s+/g, ' ');

// The table stands in for a chart that cannot be drawn; nobody reads the console.
function fail(view) {
  view.failed = true;
  view.figure.classList.remove('drawn');
  for (const left of view.figure.querySelectorAll('button.save, .mark-said')) left.remove();
  view.figure.classList.add('no-chart');
  try {
    view.chart?.dispose();
  } catch {
    // Half drawn is half disposed of.
  }
  view.chart = null;
  view.figure.dispatchEvent(new CustomEvent('chartfailed', { bubbles: true }));
}

// ---- Marks that stand for records lead to them ----

function address(data) {
  if (typeof data?.url !== 'string') return null;
  try {
    const url = new URL(data.url, document.baseURI);
    return ['http:', 'https:', 'file:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function go(href, event) {
  if (!href) return;
  if (event.ctrlKey || event.metaKey) open(href, '_blank', 'noopener');
  else location.assign(href);
}

function link(chart) {
  chart.on('click', ({ data, event }) => {
    go(address(data), event.event);
  });
  // ECharts shows a hand over every mark, and a sankey has no option for it.
  chart.on('mousemove', ({ data }) => chart.getZr().setCursorStyle(address(data) ? 'pointer' : 'default'));
}

// ---- When to draw ----

function fit(view) {
  if (printing || view.failed || !hasSize(view)) return;
  // What is set out for one width, such as names cut to fit, is set out anew for another.
  const old = view.stale || view.width !== view.plot.clientWidth;
  if (view.run ? old : !view.chart) return drawSoon(view);
  if (view.run) return;
  if (old) return draw(view);
  try {
    if (view.chart.getHeight() !== view.plot.clientHeight) view.chart.resize();
  } catch {
    fail(view);
  }
}

const resized = new Set();
const sizes = new ResizeObserver((entries) => {
  if (!resized.size) {
    requestAnimationFrame(() => {
      const plots = [...resized];
      resized.clear();
      for (const plot of plots) fit(viewOf.get(plot));
    });
  }
  for (const { target } of entries) resized.add(target);
});

const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    sizes.observe(target); // reports the size at once, so this also draws
  }
}, { rootMargin: '200px' });

evaluate().then(() => {
  for (const { plot } of views) near.observe(plot);
}, () => views.forEach(fail));

function recolour() {
  for (const view of views) {
    if (!view.chart && !view.run) continue;
    view.stale = true;
    fit(view);
  }
}
document.addEventListener('themechange', recolour);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour);

// ---- Print: all charts, seen or not, on paper's colours and width ----

addEventListener('beforeprint', () => {
  if (!init) return;
  printing = true;
  for (const view of views) if (!view.failed) draw(view, true);
});

addEventListener('afterprint', () => {
  printing = false;
  for (const view of views) {
    if (!view.chart) continue;
    if (hasSize(view)) draw(view);
    else undraw(view);
  }
});
