// On the page of the search alone. What it needs stands in that page: the
// choices with their labels, and where the files of the index lie.

import { read, written } from './search/address.js';
import { Index } from './search/index.js';
import { result } from './search/results.js';

const text = smallwins.say('search');
const pageSize = 50;
const form = document.querySelector('form[data-search]');
if (form) start();

function start() {
  const page = document.querySelector('[data-results]');
  const [list, count, chosen, more, empty, note] = ['list', 'count', 'chosen', 'more', 'empty', 'note'].map((name) => page.querySelector(`[data-${name}]`));
  const parts = JSON.parse(document.querySelector('[data-parts]').textContent);
  const field = form.elements.q;
  const boxes = [...form.querySelectorAll('input[type=checkbox]')];
  const facets = [...new Set(boxes.map((box) => box.name))];

  const labels = new Map(facets.map((name) => [name, new Map()]));
  const colours = new Map();
  for (const box of boxes) {
    labels.get(box.name).set(box.value, box.dataset.label);
    if (box.dataset.colour) colours.set(box.value, box.dataset.colour);
  }
  const index = new Index(labels, page.dataset.results);
  index.colours = colours;

  let shown = pageSize; // how many results stand in the list
  let results = [];
  let reading = false; // the words have been asked for

  // ---- What is found ----

  function choices() {
    const all = new Map();
    for (const box of boxes) {
      if (box.checked) all.set(box.name, [...(all.get(box.name) ?? []), box.value]);
    }
    return all;
  }

  const date = (number) => index.records[number].date;
  const orders = {
    newest: (a, b) => (date(a.id) < date(b.id)) - (date(a.id) > date(b.id)),
    // What has no day stands at the end either way.
    oldest: (a, b) => (!date(a.id) - !date(b.id)) || (date(a.id) > date(b.id)) - (date(a.id) < date(b.id)),
  };

  function find() {
    const query = field.value.trim();
    const wanted = choices();
    const { hits, near } = query ? index.find(query) : { hits: index.records.flatMap((_, id) => [{ id, terms: [] }]), near: false };
    const tally = new Map(facets.map((name) => [name, new Map()]));
    results = [];
    for (const hit of hits) {
      const record = index.records[hit.id];
      const missed = [];
      for (const [name, values] of wanted) {
        if (!index.tokens(record, name).some((token) => values.includes(token))) missed.push(name);
        if (missed.length > 1) break;
      }
      if (missed.length > 1) continue;
      // A facet counts what its choices would leave, whatever is chosen in it.
      for (const name of missed.length ? missed : facets) {
        const counts = tally.get(name);
        for (const token of index.tokens(record, name)) counts.set(token, (counts.get(token) ?? 0) + 1);
      }
      if (!missed.length) results.push(hit);
    }
    const order = orders[form.elements.sort.value] ?? (query ? null : orders.newest);
    if (order) results.sort(order);
    return { tally, near };
  }

  // ---- What is shown ----

  function say(node, words) {
    if (node.textContent !== words) node.textContent = words; // or a screen reader says it again
  }

  function show() {
    const { tally, near } = find();
    for (const box of boxes) {
      const place = box.parentNode.querySelector('[data-n]');
      const n = tally.get(box.name).get(box.value) ?? 0;
      if (place) say(place, smallwins.number(n));
      box.parentNode.classList.toggle('none', n === 0 && !box.checked && Boolean(place));
    }
    for (const group of form.querySelectorAll('details')) {
      const n = group.querySelectorAll(':checked').length;
      say(group.querySelector('[data-picked]'), n ? ` (${n})` : '');
    }
    list.replaceChildren();
    fill();
    const query = field.value.trim();
    const n = results.length;
    const of = index.size();
    say(count, query && !index.whole ? text('looking', { query }) // a number would be read out, and then another
      : text('found', { part: n === of ? 'all' : 'some', n, of, asked: !query ? 'nothing' : near && n ? 'like' : 'for', query }));
    empty.hidden = results.length > 0 || (Boolean(query) && !index.whole);
    showChosen();
    showProgress();
  }

  function fill() {
    for (const hit of results.slice(list.children.length, shown)) list.append(result(index, hit.id, hit.terms));
    const left = results.length - list.children.length;
    more.hidden = left <= 0;
    more.parentNode.dataset.left = left > 0 ? text('not-printed', { n: left }) : '';
    more.textContent = text('more', { n: Math.min(left, pageSize) });
  }

  // The choices made, each with a way back.
  function showChosen() {
    chosen.replaceChildren(...boxes.filter((box) => box.checked).map((box) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'plain';
      button.textContent = box.dataset.label;
      button.setAttribute('aria-label', text('remove', { label: box.dataset.label }));
      button.addEventListener('click', () => {
        box.checked = false;
        changed();
        (chosen.querySelector('button') ?? field).focus();
      });
      const item = document.createElement('li');
      item.append(button);
      return item;
    }));
    chosen.hidden = !chosen.children.length;
  }

  function showProgress() {
    const waiting = reading && !index.whole && field.value.trim();
    say(note, index.failed ? text('failed')
      : waiting ? text('reading', { read: index.read, of: index.size() }) : '');
    note.hidden = !note.textContent;
  }

  // ---- The words are read once somebody looks for one ----

  function readWords() {
    if (reading) return;
    reading = true;
    index.readWords(parts.texts, () => {
      if (field.value.trim()) show();
    });
  }

  // ---- The address ----

  let address = location.search; // the query that the form is in step with
  let typing = false; // what was changed last was the field
  let timer = 0;

  function write(push) {
    clearTimeout(timer);
    timer = 0;
    const url = written(form);
    if (shown > pageSize) url.searchParams.set('show', shown);
    else url.searchParams.delete('show');
    if (url.search === location.search) return;
    try {
      history[push ? 'pushState' : 'replaceState'](null, '', url);
    } catch {
      // Safari's limit on calls: the list is narrowed all the same.
    }
    address = location.search;
  }

  function changed() {
    shown = pageSize;
    typing = false;
    show();
    write(true);
  }

  function typed() {
    if (field.value.trim()) readWords();
    shown = pageSize;
    show();
    // One step back for what was typed in one go, not one for each letter.
    if (!typing) write(true);
    else {
      clearTimeout(timer);
      timer = setTimeout(write, 300);
    }
    typing = true;
  }

  function fromAddress() {
    clearTimeout(timer);
    address = location.search;
    typing = false;
    read(form);
    const asked = Number(new URLSearchParams(address).get('show'));
    shown = Number.isInteger(asked) && asked > pageSize ? Math.min(asked, 1000) : pageSize;
    if (field.value.trim()) readWords();
    show();
  }

  field.addEventListener('focus', readWords);
  form.addEventListener('input', (event) => (event.target === field ? typed() : changed()));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (timer) write();
  });
  form.addEventListener('reset', () => setTimeout(changed)); // the values are reset after this event
  form.addEventListener('focusout', () => {
    if (timer) write();
  });
  more.addEventListener('click', () => {
    const first = list.children.length;
    shown += pageSize;
    fill();
    list.children[first]?.querySelector('a').focus();
    write();
  });
  addEventListener('popstate', () => {
    if (location.search !== address) fromAddress(); // a jump within the page changes nothing
  });

  // Wide screens have room beside the list for the first choices, and for those made.
  const wide = matchMedia('(min-width: 60rem)').matches;

  Promise.all(index.load(parts.facts)).then(() => {
    for (const part of document.querySelectorAll('[data-needs]')) part.hidden = true;
    form.hidden = page.hidden = false;
    fromAddress();
    form.querySelectorAll('details').forEach((group, i) => { group.open = wide && (i < 3 || group.querySelector(':checked') !== null); });
  });
}
