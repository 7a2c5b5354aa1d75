// Results as the lists of the site show records.

import { around, marked } from './words.js';

const folders = { win: 'wins', intake: 'intakes', priority: 'priorities', outcome: 'outcomes' };
const day = new Intl.DateTimeFormat(smallwins.dates, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

// result makes the line of one record; terms are the words that were found.
export function result(index, number, terms) {
  const record = index.records[number];
  const found = new Set(terms);
  const label = (name, token) => index.labels.get(name)?.get(token) ?? token;
  const link = marked(document.createElement('a'), record.title, found);
  link.href = `${index.root}${folders[record.kind]}/${encodeURIComponent(record.id)}/index.html`;

  const meta = element('div', 'meta', element('span', 'kind', label('kind', record.kind)));
  if (record.date) {
    const time = element('time', '', day.format(new Date(`${record.date}T00:00:00Z`)));
    time.dateTime = record.date;
    meta.append(' ', time);
  }
  for (const stage of index.tokens(record, 'stage')) {
    meta.append(' ', stage === 'undone'
      ? element('span', 'undone', label('stage', stage))
      : element('span', `stage stage-${stage}`, element('span', '', label('stage', stage))));
  }
  for (const status of index.tokens(record, 'status')) meta.append(' ', element('span', '', label('status', status)));
  if (record.by) meta.append(' ', marked(document.createElement('bdi'), record.by, found));
  if (record.kind !== 'priority') {
    for (const priority of index.tokens(record, 'priority')) {
      const colour = index.colours.get(priority);
      if (colour) meta.append(' ', element('span', `pri cat-${colour}`, element('span', '', label('priority', priority))));
    }
  }

  const item = element('li', '', element('p', 'title', link), meta);
  const piece = found.size && around(index.texts[number] ?? '', found);
  if (piece) item.append(marked(element('p', 'small muted'), piece, found));
  return item;
}
