// Deferred, on every page. Each part does nothing on a page without its markup.
(() => {
  'use strict';
  const root = document.documentElement;
  const text = smallwins.say('site');
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  // ---- "Record a win": the form opens with the reader's own day ----

  function newRecords() {
    for (const link of all('[data-new-record]')) {
      link.addEventListener('click', () => {
        const now = new Date();
        const two = (n) => String(n).padStart(2, '0');
        link.href = link.href.replaceAll('YYYY-MM-DD', `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
      });
    }
  }

  // ---- The folded part of the navigation closes as a menu does ----

  function menus() {
    for (const menu of all('.masthead details')) {
      menu.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !menu.open) return;
        menu.open = false;
        menu.querySelector('summary').focus();
      });
      document.addEventListener('click', (event) => {
        if (!menu.contains(event.target)) menu.open = false;
      });
      menu.addEventListener('focusout', (event) => {
        if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
      });
    }
  }

  // ---- Theme ----

  const systemDark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : systemDark.matches);

  function themeSwitches() {
    const buttons = all('[data-theme-switch]');
    const label = () => {
      const [name, press] = isDark() ? ['light-theme', 'to-light'] : ['dark-theme', 'to-dark'];
      for (const button of buttons) {
        // The text names what a press does, so there is no aria-pressed beside it.
        button.textContent = text(name);
        button.setAttribute('aria-label', text(press));
        button.hidden = false;
      }
    };
    for (const button of buttons) {
      button.addEventListener('click', () => {
        root.dataset.theme = isDark() ? 'light' : 'dark';
        try {
          localStorage.setItem('smallwins-theme', root.dataset.theme);
        } catch {
          // Not kept for the next page, but this one switches.
        }
        label();
        document.dispatchEvent(new Event('themechange'));
      });
    }
    systemDark.addEventListener('change', label);
    label();
  }

  // ---- Lists too long for one page: what a chart asked for is found by the search ----

  const narrow = document.querySelector('a[data-narrow]');
  if (narrow && location.search) location.replace(`${narrow.href}&${location.search.slice(1)}`);

  // ---- Charts: the switch to the table, and the bundle once a chart comes near ----

  function charts() {
    // The style hides the table of every figure that may have a chart.
    all('figure.chart:not([data-chart])').forEach(giveUp);
    const src = root.dataset.charts;
    const figures = all('figure[data-chart]');
    if (!src || !figures.length) return;

    figures.forEach(addSwitch);
    document.addEventListener('chartfailed', (event) => giveUp(event.target));

    const load = () => {
      const script = document.createElement('script');
      script.src = src;
      script.addEventListener('error', () => figures.forEach(giveUp));
      document.head.append(script);
    };
    const watch = () => {
      const near = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        load();
      }, { rootMargin: '200px' });
      // The plot, not the figure: while a table is shown in its place no chart is needed.
      for (const figure of figures) near.observe(figure.querySelector('[data-plot]'));
    };
    const whenIdle = () => (window.requestIdleCallback ? requestIdleCallback(watch, { timeout: 1000 }) : setTimeout(watch));
    if (document.readyState === 'complete') whenIdle();
    else addEventListener('load', whenIdle);
  }

  function addSwitch(figure, index) {
    const table = figure.querySelector('[data-table]');
    if (!table) return;
    if (!table.id) table.id = `${figure.id || `chart-${index + 1}`}-table`;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'switch';
    button.setAttribute('aria-controls', table.id);
    const finding = figure.querySelector('.finding')?.textContent; // a page may have several charts
    const label = () => {
      const shown = figure.classList.contains('show-table');
      button.textContent = text(shown ? 'show-chart' : 'show-table');
      if (finding) button.setAttribute('aria-label', `${button.textContent}: ${finding}`);
      button.setAttribute('aria-expanded', String(shown));
    };
    button.addEventListener('click', () => {
      figure.classList.toggle('show-table');
      label();
    });
    label();
    figure.querySelector('[data-plot]').after(button);
  }

  function giveUp(figure) {
    figure.classList.add('no-chart');
    figure.querySelector('button.switch')?.remove();
  }

  // ---- Filter of a list, with its state in the address ----

  // As the search does: see search/words.js.
  const german = /^de\b/.test(smallwins.language);
  function fold(words) {
    const bare = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
    return german ? bare.replace(/([aou])e/g, '$1') : bare;
  }

  function filter(form) {
    const target = document.querySelector(form.dataset.filter);
    if (!target) return;
    const controls = [...form.elements].filter((control) => control.name && control.matches('input, select'));
    const items = all('[data-item]', target).map((element) => ({ element, text: null }));
    const groups = all('[data-group]', target);
    const count = form.querySelector('[data-filter-count]') || target.parentNode.querySelector('[data-filter-count]');
    const empty = form.querySelector('[data-filter-empty]') || target.parentNode.querySelector('[data-filter-empty]');

    const tokens = (item, name) => (item.element.getAttribute(`data-${name}`) || '').split(/\s+/);

    function matches(item, words, wanted) {
      for (const [name, values] of wanted) {
        if (!values.some((value) => tokens(item, name).includes(value))) return false;
      }
      if (!words.length) return true;
      item.text ??= fold(item.element.textContent);
      return words.every((word) => item.text.includes(word));
    }

    // Each choice says how many items it would leave beside the other choices.
    function recount(words, wanted) {
      for (const control of controls) {
        const options = [...(control.options || [])].filter((option) => option.dataset.label);
        const others = new Map(wanted);
        others.delete(control.name);
        const left = options.length ? items.filter((item) => matches(item, words, others)) : [];
        for (const option of options) {
          const n = left.filter((item) => tokens(item, control.name).includes(option.value)).length;
          option.textContent = `${option.dataset.label} (${smallwins.number(n)})`;
        }
      }
    }

    function apply() {
      const wanted = new Map();
      let words = [];
      for (const [name, value] of new FormData(form)) {
        if (name === 'q') words = fold(value).split(/\s+/).filter(Boolean);
        else if (value) wanted.set(name, [...(wanted.get(name) || []), value]);
      }
      let shown = 0;
      for (const item of items) {
        const visible = matches(item, words, wanted);
        item.element.hidden = !visible;
        if (visible) shown++;
      }
      recount(words, wanted);
      for (const group of groups) group.hidden = !group.querySelector('[data-item]:not([hidden])');
      if (empty) empty.hidden = shown > 0;
      if (count) {
        const kind = count.dataset.noun || form.dataset.noun;
        const part = shown === items.length ? 'all' : 'some';
        const counted = text('shown', { kind, part, n: shown, of: items.length });
        // Writing the same text again would make a screen reader say it again.
        if (count.textContent !== counted) count.textContent = counted;
      }
    }

    let address = null; // the query this list was last in step with

    function fromAddress() {
      address = location.search;
      const params = new URLSearchParams(location.search);
      for (const control of controls) {
        const given = params.getAll(control.name);
        if (control.type === 'checkbox' || control.type === 'radio') {
          const known = controls.some((other) => other.name === control.name && given.includes(other.value));
          control.checked = known ? given.includes(control.value) : control.defaultChecked;
        } else if (control.options) {
          const known = [...control.options].some((option) => option.value === given[0]);
          control.value = known ? given[0] : defaultOf(control);
        } else {
          control.value = given.length ? given[0].slice(0, 200) : control.defaultValue;
        }
      }
      apply();
    }

    function toAddress() {
      const url = new URL(location.href);
      for (const control of controls) url.searchParams.delete(control.name);
      for (const control of controls) {
        const box = control.type === 'checkbox' || control.type === 'radio';
        if (box ? control.checked && !control.defaultChecked : control.value.trim() !== defaultOf(control)) {
          url.searchParams.append(control.name, control.value.trim());
        }
      }
      try {
        history.replaceState(history.state, '', url);
        address = location.search;
      } catch {
        // file:// and Safari's limit on calls: the list is filtered all the same.
      }
    }

    const changed = () => {
      apply();
      toAddress();
    };
    form.addEventListener('input', changed);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(changed)); // the values are reset after this event
    addEventListener('popstate', () => {
      if (location.search !== address) fromAddress(); // a jump within the page changes nothing
    });
    addEventListener('pageshow', (event) => {
      if (!event.persisted) fromAddress(); // by now the browser has put its remembered values back
    });
    fromAddress();
    form.hidden = false;
  }

  function defaultOf(control) {
    if (!control.options) return control.defaultValue;
    const options = [...control.options];
    return (options.find((option) => option.defaultSelected) || options[0])?.value ?? '';
  }

  // ---- Print: nothing stays folded ----

  function print() {
    let opened = [];
    addEventListener('beforeprint', () => {
      for (const details of all('details:not([open])')) {
        const name = details.getAttribute('name');
        opened.push({ details, name });
        details.removeAttribute('name'); // of those that share a name only one can be open
        details.open = true;
      }
    });
    addEventListener('afterprint', () => {
      for (const { details, name } of opened) {
        details.open = false;
        if (name !== null) details.setAttribute('name', name);
      }
      opened = [];
    });
  }

  newRecords();
  menus();
  themeSwitches();
  charts();
  all('form[data-filter]').forEach(filter);
  print();
  root.classList.add('ready');
})();
