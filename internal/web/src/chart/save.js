// Saves a chart as a picture that stands alone: its finding, what it measures, the chart in the light theme, and its
// source with the day of the report.

import { locale } from './options.js';

const text = smallwins.say('charts');
const width = 960;
const margin = 32;
const sharp = 2; // pixels of the PNG to one of the picture

const escape = (words) => words.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const read = (figure, selector) => figure.querySelector(selector)?.textContent.trim().replace(/\s+/g, ' ') ?? '';

function linesOf(words, font) {
  const brush = document.createElement('canvas').getContext('2d');
  brush.font = font;
  const lines = [];
  for (const word of words.split(' ')) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && brush.measureText(longer).width <= width - 2 * margin) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// picture returns the SVG and its height. init is that of ECharts; prepare is given the size to set the chart out for.
function picture(figure, init, plotHeight, prepare) {
  const family = getComputedStyle(document.body).fontFamily;
  const { theme, options, height: needed = plotHeight } = prepare({ width: width - 2 * margin, height: plotHeight });
  const room = document.createElement('div');
  const chart = init(room, theme, { renderer: 'svg', locale, width: width - 2 * margin, height: needed });
  chart.setOption(options);
  chart.getZr().flush();
  // Not renderToSVGString: that leaves the quotes of font names as they are.
  const drawn = new XMLSerializer().serializeToString(room.querySelector('svg'));
  chart.dispose();

  const [ink, muted, paper] = [theme.textStyle.color, theme.categoryAxis.axisLabel.color, theme.tooltip.backgroundColor];
  let y = margin;
  const parts = [];
  const write = (words, size, weight, fill) => {
    if (!words) return;
    for (const line of linesOf(words, `${weight} ${size}px ${family}`)) {
      y += size * 1.35;
      parts.push(`<text x="${margin}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escape(line)}</text>`);
    }
  };
  write(read(figure, 'figcaption .finding'), 22, 600, ink);
  write(read(figure, 'figcaption .measure-line'), 14, 400, muted);
  y += 16;
  parts.push(drawn.replace('<svg ', `<svg x="${margin}" y="${y.toFixed(1)}" `));
  y += needed + 8;
  const source = read(figure, '.chart-foot p');
  write(source, 12, 400, muted);
  const { asOf } = figure.dataset;
  write([read(document, '.brand'), asOf && !source.includes(asOf) && text('as-of', { day: asOf })].filter(Boolean).join(', '), 12, 400, muted);
  y += margin;
  const height = Math.ceil(y);
  return {
    height,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escape(family)}">` +
      `<title>${escape(read(figure, 'figcaption .finding'))}</title><rect width="100%" height="100%" fill="${paper}"/>${parts.join('')}</svg>`,
  };
}

function offer(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // by then the browser has it
}

async function raster({ svg, height }) {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`; // the page's policy lets images be data
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * sharp;
  canvas.height = height * sharp;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, 'image/png'); });
}

// savers puts the buttons below a chart.
export function savers(figure, init, plotHeight, prepare) {
  const name = `${figure.id.replace(/^fig-/, '')}${figure.dataset.day ? `-${figure.dataset.day}` : ''}`;
  const kinds = {
    PNG: async () => raster(picture(figure, init, plotHeight(), prepare)),
    SVG: async () => new Blob([picture(figure, init, plotHeight(), prepare).svg], { type: 'image/svg+xml' }),
  };
  let after = figure.querySelector('button.switch');
  for (const [kind, make] of Object.entries(kinds)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'switch save';
    button.textContent = text('save', { kind });
    button.addEventListener('click', async () => {
      try {
        const blob = await make();
        if (!blob) throw new Error('no picture');
        offer(blob, `${name}.${kind.toLowerCase()}`);
      } catch {
        button.textContent = text('cannot', { kind });
        button.disabled = true;
      }
    });
    (after ?? figure.querySelector('.mark-said') ?? figure.querySelector('[data-plot]')).after(button);
    after = button;
  }
}
