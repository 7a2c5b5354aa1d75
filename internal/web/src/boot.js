// Blocking, in <head>: what must stand before the first paint.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');

  // What scripts say. The builder puts the texts of each script before it, in the
  // form of message.Language.Script: a string, or the parts of one.
  const language = 'LANGUAGE';
  const plurals = new Intl.PluralRules(language);
  // Days and numbers are written as the pages write them, in their digits and by their calendar.
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 4, numberingSystem: 'latn' });
  const place = language === 'en' ? 'en-GB' : language; // the day stands before the month
  const written = (value) => (typeof value === 'number' ? numbers.format(value) : String(value));
  function say(text, args, counted) {
    if (typeof text === 'string') return text;
    return text.map((part) => {
      if (typeof part === 'string') return part;
      const [name, kind, forms] = part;
      if (name === undefined) return written(counted);
      const value = args[name];
      if (!kind) return written(value);
      const form = kind === 1 ? forms[`=${value}`] ?? forms[plurals.select(value)] : forms[value];
      return say(form ?? forms.other, args, kind === 1 ? value : counted);
    }).join('');
  }
  const texts = {};
  window.smallwins = {
    language,
    dates: new Intl.Locale(place, { calendar: 'gregory', numberingSystem: 'latn' }).toString(),
    texts,
    number: written,
    say: (script) => (key, args) => say(texts[script][key], args),
  };

  try {
    // Pages of one host share this storage, so the key names the product.
    const theme = localStorage.getItem('smallwins-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage may be refused (file://, privacy modes): the system's theme stays.
  }
  // The class hides tables that site.js can show again; without site.js they must stay in sight.
  addEventListener('load', () => {
    if (!root.classList.contains('ready')) root.classList.remove('js');
  });
})();
