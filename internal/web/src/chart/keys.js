// A chart is one stop of the tab key. Arrows move over the marks that lead to records, Enter opens one, and a line
// below says which it is, to eyes and to screen readers.

const text = smallwins.say('charts');

// marksOf lists what leads somewhere: { seriesIndex, dataIndex, dataType, data }.
function marksOf(options, address) {
  const marks = [];
  [].concat(options.series).forEach((series, seriesIndex) => {
    if (series.silent) return;
    const add = (list, dataType) => (list ?? []).forEach((data, dataIndex) => {
      if (address(data)) marks.push({ seriesIndex, dataIndex, dataType, data });
    });
    add(series.data);
    add(series.links, 'edge');
  });
  return marks;
}

const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

// keys makes a view's plot answer to the keyboard; it is called again whenever the chart is drawn. words describe the
// chart; address returns where a mark leads, and go goes there.
export function keys(view, { options, words, address, go }) {
  const { plot } = view;
  view.marks = marksOf(options, address);
  view.at = -1;
  plot.setAttribute('aria-label', words);
  if (view.said) return;
  plot.setAttribute('role', view.marks.length ? 'application' : 'img');
  if (!view.marks.length) return;
  plot.setAttribute('aria-roledescription', text('chart'));
  plot.tabIndex = 0;
  view.said = document.createElement('p');
  view.said.className = 'mark-said';
  view.said.id = `${view.figure.id}-mark`;
  view.said.setAttribute('aria-live', 'polite');
  view.said.hidden = true;
  plot.setAttribute('aria-describedby', view.said.id);
  plot.after(view.said);

  const act = (type, { seriesIndex, dataIndex, dataType }) => view.chart?.dispatchAction({ type, seriesIndex, dataIndex, dataType });
  const leave = () => {
    if (view.marks[view.at]) act('downplay', view.marks[view.at]);
    view.chart?.dispatchAction({ type: 'hideTip' });
    view.at = -1;
  };
  const hint = () => {
    view.said.textContent = text('marks', { n: view.marks.length });
  };
  const move = (to) => {
    const n = view.marks.length;
    leave();
    view.at = (to + n) % n;
    const mark = view.marks[view.at];
    act('highlight', mark);
    if (!mark.dataType) act('showTip', mark); // a link has no place of its own for one
    const [head, ...lines] = Array.isArray(mark.data.tip) ? mark.data.tip : [mark.data.title ?? mark.data.name ?? ''];
    view.said.textContent = text('mark', { said: [head, ...lines].join('. '), n: view.at + 1, of: n });
  };
  plot.addEventListener('focus', () => {
    view.said.hidden = false;
    if (view.at < 0) hint();
  });
  plot.addEventListener('blur', () => {
    leave();
    // It keeps its room: the button whose press took the focus must not move from under the pointer.
    view.said.style.minHeight = `${view.said.getBoundingClientRect().height}px`;
    view.said.textContent = '';
  });
  plot.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !view.marks.length) return;
    const n = view.marks.length;
    if (event.key in by) move(view.at < 0 && by[event.key] < 0 ? n - 1 : view.at + by[event.key]);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(n - 1);
    else if (event.key === 'Escape' && view.at >= 0) leave(), hint();
    else if (event.key === 'Enter' && view.at >= 0) go(address(view.marks[view.at].data), event);
    else return;
    event.preventDefault();
  });
}
