// What all charts share: looks, what a pointed-at figure says, size on screen and on paper.
//
// A chart's figures are [value, low, high, text]; the text is what its table says.

const look = {
  ink: '#1b2430',
  soft: '#56616f',
  rule: '#d5dbe3',
  blue: '#1f4e79',
  band: '#b9cfe4',
  red: '#b3261e',
  orange: '#c8651b',
  colours: ['#1f4e79', '#e08a00', '#3b8f7a', '#a63a1b', '#7aa6cf', '#6d5a99', '#8a8f3c', '#b9bec6'],
  size: 12,
};

const paperWidth = 690;  // pixels between the margins of A4

const drawers = {};  // by kind of chart: {height(chart, width), option(chart, width)}

const meanText = (figure) => figure[3].split(' [')[0];

// Text only: a name is never markup.
function tip(head, lines) {
  const box = document.createElement('div');
  box.className = 'tip';
  const title = document.createElement('b');
  title.textContent = head;
  box.append(title, ...lines.map((line) => {
    const row = document.createElement('div');
    row.textContent = line;
    return row;
  }));
  return box;
}

// 0.00015; 60,000; 80M, in Chinese 8000万.
function shortNumber(value) {
  if (Math.abs(value) < 1) return value.toLocaleString('en', {maximumSignificantDigits: 3});
  return Math.abs(value) < 1e6 ? value.toLocaleString('en', {maximumFractionDigits: 3})
    : value.toLocaleString(document.documentElement.lang, {notation: 'compact', maximumFractionDigits: 2});
}

// A name in a legend, no longer than the chart is wide.
function legendText(width) {
  return {color: look.ink, fontSize: look.size, width: width - 48, overflow: 'truncate'};
}

function textWidth(text, size = look.size) {
  const context = document.createElement('canvas').getContext('2d');
  context.font = size + 'px ' + fontFamily();
  return context.measureText(text).width;
}

const valueAxis = {
  type: 'value',
  splitNumber: 3,
  axisLabel: {color: look.soft, fontSize: look.size, formatter: shortNumber},
  splitLine: {lineStyle: {color: look.rule}},
};

const nameAxis = {
  type: 'category',
  axisTick: {show: false},
  axisLine: {lineStyle: {color: look.soft}},
  axisLabel: {color: look.ink, fontSize: look.size},
};

// The least round number that is not under a value: 25 for 24.95.
function roundUp(value) {
  if (value === 0) return 0;
  const power = 10 ** Math.floor(Math.log10(Math.abs(value)));
  const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
  return Math.sign(value) * power * steps.find((step) => step * power >= Math.abs(value) * (1 - 1e-9));
}

function fontFamily() {
  return getComputedStyle(document.body).fontFamily;
}

function draw(plot, chart, width) {
  const drawer = drawers[chart.kind];
  const height = drawer.height(chart, width);
  if (!plot.instance)
    plot.instance = echarts.init(plot.element, null, {renderer: 'svg', width, height});
  else plot.instance.resize({width, height});
  plot.instance.setOption({
    animation: false,
    textStyle: {fontFamily: fontFamily(), color: look.ink},
    tooltip: {confine: true, borderColor: look.rule, textStyle: {color: look.ink}},
    ...drawer.option(chart, width),
  }, {notMerge: true});
}

const plots = [];

function drawAll(width) {
  for (const plot of plots) {
    const wanted = width ?? plot.element.parentElement.clientWidth;
    if (wanted > 0 && wanted !== plot.width) draw(plot, plot.chart, wanted);
    plot.width = wanted;
  }
}

function startCharts(data) {
  for (const chart of data.charts)
    plots.push({chart, element: document.getElementById('plot-' + chart.id)});
  drawAll();
  if (location.hash === '#svg') {
    writeOut(plots, data);
    return;
  }
  for (const plot of plots)
    addSaveButton(plot.element.parentElement.querySelector('figcaption'), data.words, plot.chart.id,
        () => standalone(plot, data.citations));
  if (data.strip)
    addSaveButton(document.getElementById('strip-legend'), data.words, 'strip', () => data.strip);
  addEventListener('resize', () => drawAll());
  addEventListener('beforeprint', () => drawAll(paperWidth));
  addEventListener('afterprint', () => drawAll());
}
