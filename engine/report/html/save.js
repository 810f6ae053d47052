// A chart as an SVG file of its own, for slides and papers: its title above it, its source under it.

const svgNamespace = 'http://www.w3.org/2000/svg';
const frame = {head: 12, titleLine: 22, foot: 12, line: 14, side: 14, width: 960};

function svgElement(name, attributes) {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function svgText(text, y, size, weight, colour) {
  const element = svgElement('text', {x: frame.side, y, 'font-size': size, 'font-weight': weight, fill: colour,
    'font-family': fontFamily()});
  element.textContent = text;
  return element;
}

// Broken at spaces, and beside characters that are none of Latin script.
function lines(text, size, weight) {
  const context = document.createElement('canvas').getContext('2d');
  context.font = weight + ' ' + size + 'px ' + fontFamily();
  const done = [''];
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    const longer = done[done.length - 1] + piece;
    if (done[done.length - 1] && context.measureText(longer.trimEnd()).width > frame.width) done.push(piece);
    else done[done.length - 1] = longer;
  }
  return done;
}

// With a line for the citation of each run.
function standalone(plot, citations) {
  draw(plot, plot.chart, frame.width);
  const drawn = plot.element.querySelector('svg').cloneNode(true);
  const heads = lines(plot.chart.title, 16, 600);
  const sources = citations.flatMap((citation) => lines(citation, 10, 400));
  const top = frame.head + heads.length * frame.titleLine;
  const end = top + drawers[plot.chart.kind].height(plot.chart, frame.width);
  const [width, height] = [frame.width + 2 * frame.side, end + sources.length * frame.line + frame.foot];
  const title = svgElement('title', {});
  title.textContent = plot.element.getAttribute('aria-label');
  drawn.setAttribute('x', frame.side);
  drawn.setAttribute('y', top);
  const whole = svgElement('svg', {width, height, viewBox: [0, 0, width, height].join(' ')});
  whole.append(title, svgElement('rect', {width, height, fill: '#ffffff'}),
      ...heads.map((line, i) => svgText(line, 22 + i * frame.titleLine, 16, 600, look.blue)), drawn,
      ...sources.map((line, i) => svgText(line, end + (i + 1) * frame.line + 3, 10, 400, look.soft)));
  draw(plot, plot.chart, plot.width);
  return new XMLSerializer().serializeToString(whole) + '\n';
}

// For the program (browser.h): the page becomes its charts, each as text.
function writeOut(plots, data) {
  const files = plots.map((plot) => [plot.chart.id, standalone(plot, data.citations)]);
  if (data.strip) files.push(['strip', data.strip]);
  document.body.replaceChildren(...files.map(([id, svg]) => {
    const text = document.createElement('pre');
    text.id = 'svg-' + id;
    text.textContent = svg;
    return text;
  }));
}

function addSaveButton(place, words, id, svg) {
  place.append(' ', button(words.save, () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([svg()], {type: 'image/svg+xml'}));
    link.download = id + '.svg';
    link.click();
    URL.revokeObjectURL(link.href);
  }));
}
