// Sets a sankey out for the room that it has: columns spread over the height, names cut to what fits beside their
// nodes, and on a narrow screen one step below the other, so that names keep their size.

const gap = 18; // px between nodes: a line of a name
const stepGap = 22; // px between steps
const narrowMargin = 4;
const narrowRow = 22; // px that a node has on a narrow screen, beside the gap: names of two lines

let brush;
function measure(text, font) {
  brush ??= document.createElement('canvas').getContext('2d');
  brush.font = font;
  return brush.measureText(text).width;
}

// As much of a text as fits, with the sign that there is more.
function cut(text, fits) {
  if (fits(text)) return text;
  const letters = [...text];
  let n = letters.length;
  while (n > 1 && !fits(`${letters.slice(0, n).join('').trimEnd()}…`)) n--;
  return `${letters.slice(0, n).join('').trimEnd()}…`;
}

// A name in at most so many lines, and behind it the count, which is never cut.
function wrap(name, count, width, most, font) {
  const tail = count ? `  ${count}` : '';
  const fits = (text) => measure(text, font) <= width;
  const lines = [];
  let rest = name.split(/\s+/);
  while (rest.length && lines.length < most - 1 && !fits(rest.join(' ') + tail)) {
    let n = rest.length;
    while (n > 1 && !fits(rest.slice(0, n).join(' '))) n--;
    lines.push(cut(rest.slice(0, n).join(' '), fits));
    rest = rest.slice(n);
  }
  const end = rest.length ? cut(rest.join(' '), (text) => fits(text + tail)) : '';
  return [...lines, (end + tail).trim()].join('\n');
}

// Columns of nodes by their depth, each node with its value as ECharts takes it.
function columnsOf(series) {
  const into = new Map();
  const out = new Map();
  for (const { source, target, value } of series.links) {
    out.set(source, (out.get(source) ?? 0) + value);
    into.set(target, (into.get(target) ?? 0) + value);
  }
  const columns = [];
  for (const node of series.data) {
    (columns[node.depth] ??= []).push({ node, value: Math.max(into.get(node.name) ?? 0, out.get(node.name) ?? 0) });
  }
  return columns.filter(Boolean);
}

// What a value of 1 is high, as ECharts works it out.
const scaleOf = (columns, height) => Math.min(...columns.map((column) => (height - (column.length - 1) * gap) / sum(column)));
const sum = (column) => column.reduce((total, { value }) => total + value, 0);

// place sets one sankey out in a box of the plot.
function place(series, { width, top, height, narrow, size, family }) {
  const font = `${size}px ${family}`;
  const columns = columnsOf(series);
  const last = columns.length - 1;
  const nodeWidth = narrow ? 8 : 12;
  const side = narrow ? narrowMargin : Math.round(Math.min(210, width * (last > 1 ? 0.17 : 0.3)));
  const between = (width - 2 * side - nodeWidth) / Math.max(1, last) - nodeWidth;
  const scale = scaleOf(columns, height);
  columns.forEach((column, depth) => {
    const free = height - sum(column) * scale - (column.length - 1) * gap;
    const air = Math.min(free / (column.length + 1), 60);
    let y = (free - air * (column.length - 1)) / 2;
    const outside = !narrow && (depth === 0 || depth === last);
    const left = narrow ? depth > 0 : depth === 0;
    const room = outside ? side - 10 : narrow ? between / 2 - 8 : between - 16;
    for (const { node, value } of column) {
      const pitch = value * scale + gap + air;
      node.localY = y / height;
      node.text = wrap(node.title ?? node.name, node.count ?? '', room, Math.max(1, Math.min(3, Math.floor(pitch / (size + 3)))), font);
      node.label = { position: left ? 'left' : 'right', align: left ? 'right' : 'left' };
      y += pitch;
    }
  });
  Object.assign(series, { left: side, right: side, top, height, nodeWidth, nodeGap: gap, layoutIterations: 0, draggable: false });
  delete series.bottom;
  series.label = { ...series.label, fontSize: size, lineHeight: size + 3, formatter: ({ data }) => data.text };
}

// steps cuts a sankey between its columns: the nodes of a column, and those that lead there. One that comes from further
// back counts what it sends there, not all that it has.
function steps(series) {
  const nodes = new Map(series.data.map((node) => [node.name, node]));
  const depths = [...new Set(series.data.map((node) => node.depth))].sort((a, b) => a - b);
  return depths.slice(1).flatMap((depth) => {
    const links = series.links.filter(({ target }) => nodes.get(target)?.depth === depth).map((link) => ({ ...link }));
    const used = new Set(links.flatMap(({ source, target }) => [source, target]));
    const sent = (name) => links.reduce((total, { source, value }) => total + (source === name ? value : 0), 0);
    const data = series.data.filter(({ name }) => used.has(name)).map((node) => ({
      ...node, depth: node.depth === depth ? 1 : 0, count: depth - node.depth > 1 ? smallwins.number(sent(node.name)) : node.count,
    }));
    return links.length ? [{ ...series, data, links, levels: undefined }] : [];
  });
}

// sankeys sets options out for a plot of that size. It returns the height that the plot then needs, or undefined where
// it can stay as it is.
export function sankeys(options, { width, height, narrow, family }) {
  const list = [].concat(options.series);
  if (list.length !== 1 || list[0].type !== 'sankey') return undefined;
  const [series] = list;
  const size = narrow || width < 800 ? 11 : 13;
  if (!narrow) {
    place(series, { width, top: 8, height: height - 16, narrow, size, family });
    return undefined;
  }
  let top = stepGap / 2;
  options.series = steps(series).map((step) => {
    const columns = columnsOf(step);
    const tall = Math.max(...columns.map((column) => column.length * (gap + narrowRow)), 120);
    place(step, { width, top, height: tall, narrow, size, family });
    top += tall + stepGap;
    return step;
  });
  return top;
}
