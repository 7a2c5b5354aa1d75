// Deferred, on every page: what is new since this browser last looked. It is
// kept in this browser, by the day that a report was made; nothing is sent.
(() => {
  'use strict';
  const say = smallwins.say('seen');
  const asOf = document.documentElement.dataset.asOf;
  const script = document.currentScript;
  if (!asOf || !script) return;
  // Sites of one host share this storage: the key names the product and the site.
  const key = `smallwins-seen ${new URL('..', script.src).pathname}`;
  const day = /^\d{4}-\d\d-\d\d$/;

  // last is the day of the latest report that was looked at, since that of the
  // one before: what is new stays marked until there is a later report.
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(key)) || {};
    if (!day.test(kept.last)) kept = { last: asOf };
    else if (kept.last < asOf) kept = { last: asOf, since: kept.last };
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    return; // no storage, or not readable: nothing is marked
  }
  const since = kept.since;
  if (!day.test(since) || since >= asOf) return;

  const fresh = (date) => date > since;
  const marks = [];
  for (const title of document.querySelectorAll('[data-dated]')) {
    if (!fresh(title.dataset.dated)) continue;
    const mark = document.createElement('span');
    mark.className = 'fresh';
    mark.textContent = ` ${say('new')}`;
    title.append(mark);
    marks.push(mark);
  }

  for (const note of document.querySelectorAll('[data-fresh-days]')) {
    const days = note.dataset.freshDays.split(' ');
    const count = days.filter(fresh).length;
    const when = new Date(`${since}T12:00:00Z`).toLocaleDateString(smallwins.dates, {
      day: 'numeric', month: 'long', year: since.slice(0, 4) === asOf.slice(0, 4) ? undefined : 'numeric', timeZone: 'UTC',
    });
    const text = document.createElement('span');
    text.textContent = `${say('note', { n: count, more: count === days.length ? 'yes' : 'no', day: when })} `;
    const forget = document.createElement('button');
    forget.type = 'button';
    forget.className = 'as-link';
    forget.textContent = say('forget');
    forget.title = say('forget-help');
    forget.addEventListener('click', () => {
      try {
        localStorage.removeItem(key);
      } catch {
        // Refused by now: there is nothing to forget.
      }
      for (const mark of marks) mark.remove();
      note.replaceChildren();
    });
    note.append(text, forget);
  }
})();
