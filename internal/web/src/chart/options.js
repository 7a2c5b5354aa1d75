// From the JSON in the page to what ECharts is given: colours of the page, the narrow overlay, our tooltip, no motion.
import { sankeys } from './sankey.js';
import { tip } from './tip.js';

const mediumBelow = 880; // px of plot: tablets and paper
const seriesTypes = ['bar', 'line', 'sankey', 'scatter']; // those that charts.js takes in
const root = document.documentElement;

const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches);

// withPalette calls use with a function from a token's name to its colour, as the light theme has it if light is set.
// An element is asked, not the property: it answers in rgb() whatever way the token is written.
function withPalette(light, use) {
  const before = root.dataset.theme;
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.forcedColorAdjust = 'none'; // a chart keeps its colours on its own paper
  document.body.append(probe);
  if (light) root.dataset.theme = 'light';
  try {
    return use((name) => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    });
  } finally {
    probe.remove();
    if (before) root.dataset.theme = before;
    else delete root.dataset.theme;
  }
}

// Only under keys that hold colours, so that no record's text is ever taken for a token.
function resolve(value, colour, key = '') {
  if (Array.isArray(value)) return value.map((part) => resolve(part, colour, key));
  if (value && typeof value === 'object') {
    const out = {};
    for (const [name, part] of Object.entries(value)) {
      if (name !== '__proto__') out[name] = resolve(part, colour, name);
    }
    return out;
  }
  const token = typeof value === 'string' && /color$/i.test(key) && /^token:([a-z0-9-]+)$/.exec(value);
  return token ? colour(token[1]) : value;
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

// Objects are merged by key, lists of objects by place (a longer base keeps its tail); anything else is replaced.
function merge(base, over) {
  if (Array.isArray(base) && Array.isArray(over) && base.every(isObject) && over.every(isObject)) {
    return [...over.map((part, i) => (i < base.length ? merge(base[i], part) : part)), ...base.slice(over.length)];
  }
  if (!isObject(base) || !isObject(over)) return over;
  const out = { ...base };
  for (const [name, part] of Object.entries(over)) out[name] = name in base ? merge(base[name], part) : part;
  return out;
}

// What the options leave open: ECharts' own defaults fit neither the page's paper nor its type.
function theme(colour, dark) {
  const ink = colour('ink');
  const muted = colour('muted');
  const rule = colour('rule');
  const fontFamily = getComputedStyle(document.body).fontFamily;
  const axis = {
    axisLine: { lineStyle: { color: rule } },
    axisTick: { lineStyle: { color: rule } },
    axisLabel: { color: muted },
    nameTextStyle: { color: muted },
    splitLine: { lineStyle: { color: rule } },
    splitArea: { areaStyle: { color: ['transparent'] } },
  };
  return {
    darkMode: dark,
    backgroundColor: 'transparent',
    color: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => colour(`cat-${n}`)),
    textStyle: { color: ink, fontFamily },
    categoryAxis: axis,
    valueAxis: axis,
    timeAxis: axis,
    logAxis: axis,
    legend: { textStyle: { color: ink }, inactiveColor: muted, inactiveBorderColor: muted },
    tooltip: {
      backgroundColor: colour('paper'),
      borderColor: rule,
      borderWidth: 1,
      textStyle: { color: ink },
      axisPointer: { lineStyle: { color: muted }, crossStyle: { color: muted }, shadowStyle: { color: rule, opacity: 0.3 } },
    },
    sankey: { label: { color: ink }, lineStyle: { color: 'source' } },
    calendar: {
      itemStyle: { color: 'transparent', borderColor: rule, borderWidth: 1 },
      splitLine: { lineStyle: { color: muted, width: 1 } },
      dayLabel: { color: muted }, monthLabel: { color: muted }, yearLabel: { color: ink },
    },
    line: { symbol: 'circle', label: { color: ink } }, // an empty circle is filled with white, in the dark too
    scatter: { label: { color: ink } },
    markLine: { lineStyle: { color: muted }, label: { color: ink } },
    markPoint: { label: { color: ink } },
  };
}

// What ECharts writes by itself: the months of a time axis.
const month = new Intl.DateTimeFormat(smallwins.language, { month: 'short', calendar: 'gregory', timeZone: 'UTC' });
export const locale = { time: { monthAbbr: Array.from({ length: 12 }, (_, i) => month.format(Date.UTC(2000, i))) } };

// numbered writes the numbers of an axis as the page writes its own.
function numbered(axis) {
  const { axisLabel, type } = axis;
  if (type === 'value') axis.axisLabel = { ...axisLabel, formatter: (n) => (axisLabel?.formatter ?? '{value}').replace('{value}', smallwins.number(n)) };
}

function seriesOf(options) {
  return [].concat(options.series ?? []);
}

// prepare returns { theme, options, height }: height is what the plot needs where its own will not do. Overlays are laid
// on for less width, the medium one first; words is what the chart says to those who do not see it.
export function prepare(source, { width, height, narrow, print, caption }) {
  const { narrow: small, medium, ...wide } = source;
  let merged = medium && width < mediumBelow ? merge(wide, medium) : wide;
  if (narrow && small) merged = merge(merged, small);
  return withPalette(print, (colour) => {
    const { plotHeight, aria, ...options } = resolve(merged, colour);
    const words = aria?.label?.description || caption;
    options.animation = false;
    if (!seriesOf(options).length) throw new Error('no series');
    const family = getComputedStyle(document.body).fontFamily;
    const needed = sankeys(options, { width, height, narrow, family }) ?? plotHeight;
    for (const series of seriesOf(options)) {
      // ECharts leaves a type that is not in the bundle out in silence.
      if (!seriesTypes.includes(series.type)) throw new Error(`no such series: ${series.type}`);
      series.animation = false;
      if (series.tooltip) delete series.tooltip.formatter;
    }

    [].concat(options.xAxis ?? [], options.yAxis ?? []).forEach(numbered);

    const { extraCssText, appendTo, ...tooltip } = options.tooltip ?? {};
    options.tooltip = { ...tooltip, formatter: tip, renderMode: 'html', className: 'chart-tip', confine: true, transitionDuration: 0 };
    return { theme: theme(colour, print ? false : isDark()), options, words, height: needed };
  });
}
