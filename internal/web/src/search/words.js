// Words as they are looked for: without accents, in small letters. German ones may be written with ä or ae, ß or ss.

const word = /[\p{L}\p{N}\p{M}]+/gu;

const plain = /^[\x20-\x7e]*$/; // most words are, and folding the others takes ten times as long

const german = /^de\b/.test(smallwins.language);

export function fold(text) {
  const bare = plain.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  return german ? bare.replace(/([aou])e/g, '$1') : bare;
}
export const tokenize = (text) => text.match(word) ?? [];

// marked writes a text into a node, with the words that were found marked.
export function marked(node, text, found) {
  let done = 0;
  if (found.size) {
    for (const match of text.matchAll(word)) {
      if (!found.has(fold(match[0]))) continue;
      node.append(text.slice(done, match.index));
      const mark = document.createElement('mark');
      mark.textContent = match[0];
      node.append(mark);
      done = match.index + match[0].length;
    }
  }
  node.append(text.slice(done));
  return node;
}

// around returns the part of a text that stands round the first word that was
// found in it, or ''.
export function around(text, found, width = 180) {
  for (const match of text.matchAll(word)) {
    if (!found.has(fold(match[0]))) continue;
    // A paragraph is a line: what follows on the next one is about something else.
    const line = text.lastIndexOf('\n', match.index) + 1;
    const end = text.indexOf('\n', match.index);
    let from = Math.max(line, match.index - width / 3);
    if (from > line) from = text.indexOf(' ', from) + 1 || from;
    if (from > match.index) from = match.index;
    let to = Math.min(end < 0 ? text.length : end, from + width);
    if (to < (end < 0 ? text.length : end)) {
      const gap = text.lastIndexOf(' ', to);
      if (gap >= match.index + match[0].length) to = gap;
    }
    return (from > line ? '…\u00a0' : '') + text.slice(from, to) + (to < (end < 0 ? text.length : end) ? '\u00a0…' : '');
  }
  return '';
}
