// A chart as an SVG file of its own, for slides and papers: its title above it, its source under it.

const svgNamespace = 'http://www.w3.org/2000/svg';
const frame = {head: 34, foot: 26, side: 14, width: 960};

function svgText(text, y, size, weight, colour) {
  const element = document.createElementNS(svgNamespace, 'text');
  element.textContent = text;
  for (const [name, value] of Object.entries({x: frame.side, y, 'font-size': size, 'font-weight': weight,
    fill: colour, 'font-family': fontFamily()})) element.setAttribute(name, value);
  return element;
}

function standalone(plot, citation) {
  draw(plot, plot.chart, frame.width);
  const drawn = plot.element.querySelector('svg').cloneNode(true);
  const height = drawers[plot.chart.kind].height(plot.chart, frame.width);
  const whole = document.createElementNS(svgNamespace, 'svg');
  const size = [frame.width + 2 * frame.side, height + frame.head + frame.foot];
  whole.setAttribute('width', size[0]);
  whole.setAttribute('height', size[1]);
  whole.setAttribute('viewBox', '0 0 ' + size.join(' '));
  const ground = document.createElementNS(svgNamespace, 'rect');
  for (const [name, value] of Object.entries({width: size[0], height: size[1], fill: '#ffffff'}))
    ground.setAttribute(name, value);
  const title = document.createElementNS(svgNamespace, 'title');
  title.textContent = plot.element.getAttribute('aria-label');
  drawn.setAttribute('x', frame.side);
  drawn.setAttribute('y', frame.head);
  whole.append(title, ground, svgText(plot.chart.title, 22, 16, 600, look.blue), drawn,
    svgText(citation, size[1] - 9, 10, 400, look.soft));
  draw(plot, plot.chart, plot.width);
  return new XMLSerializer().serializeToString(whole) + '\n';
}

// For the program (browser.h): the page becomes its charts, each as text.
function writeOut(plots, citation) {
  document.body.replaceChildren(...plots.map((plot) => {
    const text = document.createElement('pre');
    text.id = 'svg-' + plot.chart.id;
    text.textContent = standalone(plot, citation);
    return text;
  }));
}

function addSaveButton(plot, data) {
  plot.element.parentElement.querySelector('figcaption').append(' ', button(data.words.save, () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([standalone(plot, data.citation)], {type: 'image/svg+xml'}));
    link.download = plot.chart.id + '.svg';
    link.click();
    URL.revokeObjectURL(link.href);
  }));
}
