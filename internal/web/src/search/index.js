// The records and the words in them, as they come in from the files of the
// index.

import MiniSearch from 'minisearch';
import { fold, tokenize } from './words.js';

const slice = 16; // milliseconds of work before the page gets its turn
const stride = 2500; // records between two words on how far it is

// Facets by whose choices a record is found as by words.
const described = ['kind', 'priority', 'outcome', 'stage', 'status', 'practice', 'role'];
const none = [];

// turn lets the page have its turn. A timer would make it wait longer.
const channel = new MessageChannel();
channel.port1.start();
const turn = () => new Promise((next) => {
  channel.port1.addEventListener('message', next, { once: true });
  channel.port2.postMessage(0);
});

export class Index {
  // labels tells what the choices of the facets are called: Map of Maps.
  constructor(labels, root) {
    this.labels = labels;
    this.root = root;
    this.records = [];
    this.texts = [];
    this.failed = false;
    this.read = 0; // records whose words can be found
    this.whole = false; // all of them can
    this.words = new MiniSearch({
      fields: ['title', 'about', 'text'],
      tokenize,
      processTerm: (term) => fold(term) || null,
      extractField: (number, field) => this.field(number, field),
      searchOptions: {
        boost: { title: 4, about: 1.5 },
        combineWith: 'AND',
        prefix: (term) => term.length > 1,
      },
    });
  }

  field(number, field) {
    const record = this.records[number];
    switch (field) {
      case 'id': return number;
      case 'title': return record.title;
      case 'about': return [record.by, ...described.flatMap((name) => this.tokens(record, name).map((token) => this.labels.get(name)?.get(token) ?? ''))].join(' ');
      default: return this.texts[number];
    }
  }

  tokens(record, facet) {
    return record.facets.get(facet) ?? none;
  }

  // size is how many records there are; a file that did not load leaves a gap.
  size() {
    return this.records.reduce((n) => n + 1, 0);
  }

  // load fetches files of the index, all at once, and puts what they hold in
  // place. Each promise is kept, even where a file does not load.
  load(addresses) {
    return addresses.map((address) => new Promise((done) => {
      const script = document.createElement('script');
      script.src = address;
      script.addEventListener('load', () => {
        (self.smallwinsIndex ?? []).splice(0).forEach((part) => this.take(part));
        done();
      });
      script.addEventListener('error', () => {
        this.failed = true;
        done();
      });
      document.head.append(script);
    }));
  }

  take({ name, first, rows }) {
    if (name === 'texts') {
      rows.forEach((text, i) => { this.texts[first + i] = text; });
      return;
    }
    const facets = Object.entries(rows.facets);
    rows.id.forEach((id, i) => {
      const record = { id, kind: rows.kind[i], title: rows.title[i], date: rows.date[i], by: rows.by[i], facets: new Map() };
      for (const [facet, { values, rows: numbers }] of facets) {
        if (numbers[i]) record.facets.set(facet, numbers[i].split(' ').map((n) => values[n]));
      }
      record.facets.set('kind', [record.kind]);
      this.records[first + i] = record;
    });
  }

  // readWords makes the words of the records findable as their texts come in,
  // and says now and then how far it is.
  async readWords(addresses, progress) {
    let told = 0;
    let end = 0;
    for (const part of this.load(addresses)) {
      await part;
      for (; this.read < this.texts.length; this.read++) {
        if (performance.now() > end) {
          await turn();
          end = performance.now() + slice;
        }
        if (this.records[this.read]) this.words.add(this.read);
        if (this.read - told < stride) continue;
        told = this.read;
        progress();
      }
    }
    this.whole = true;
    progress();
  }

  // find returns the records with all words, best first, each with those of its
  // words that were meant. Where no record has them all as they are written,
  // it looks for words like them, and says that it did.
  find(query) {
    const hits = this.words.search(query);
    if (hits.length) return { hits, near: false };
    return { hits: this.words.search(query, { fuzzy: (term) => (term.length > 3 && !/\d/.test(term) ? 0.2 : false) }), near: true };
  }
}
