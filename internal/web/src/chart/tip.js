// Tooltips are built as nodes: a string would be read as HTML, and its styles refused by the page's policy.

// A value may be [x, y]; the measure is the last part.
function measure(value) {
  const last = Array.isArray(value) ? value[value.length - 1] : value;
  if (last == null || last === '-') return '';
  return typeof last === 'number' ? smallwins.number(last) : String(last);
}

function node(tag, ...content) {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}

const heading = (text) => node('strong', text);

function line(text, color) {
  if (typeof color !== 'string') return node('div', text);
  const mark = node('span', '■ ');
  mark.style.color = color;
  return node('div', mark, text);
}

function ownTip(tip) {
  return tip.map((text, i) => (i === 0 ? heading(text) : line(text)));
}

function itemTip({ data, name, seriesName, value }) {
  if (Array.isArray(data?.tip)) return ownTip(data.tip);
  const text = measure(value);
  return [heading(data?.title || name || seriesName || ''), ...(text ? [line(text)] : [])];
}

// All series at one place of an axis.
function axisTip(list) {
  const rows = list.flatMap((params) => {
    if (Array.isArray(params.data?.tip)) return ownTip(params.data.tip);
    const value = measure(params.value);
    return value ? [line(`${params.seriesName}: ${value}`, params.color)] : [];
  });
  return [heading(list[0]?.axisValueLabel ?? ''), ...rows];
}

export function tip(params) {
  const box = node('div', ...(Array.isArray(params) ? axisTip(params) : itemTip(params)));
  box.className = 'tip';
  return box;
}
