// Horizontal bars with whiskers, a row each; the figure stands at the end of the row.

const bar = {row: 22, line: 14, foot: 30, figure: 118};

// A whisker from low to high in the middle of the bar.
function whiskerSeries(cells, column, columns, horizontal) {
  return {
    type: 'custom',
    silent: true,
    z: 5,
    tooltip: {show: false},
    data: cells.map((cell, i) => (cell && cell[1] !== null ? [i, cell[1], cell[2]] : [i, NaN, NaN])),
    encode: horizontal ? {y: 0, x: [1, 2]} : {x: 0, y: [1, 2]},
    renderItem: (params, api) => {
      const i = api.value(0);
      if (Number.isNaN(api.value(1))) return null;
      const [a, b] = [1, 2].map((k) => api.coord(horizontal ? [api.value(k), i] : [i, api.value(k)]));
      const room = api.size(horizontal ? [0, 1] : [1, 0]);
      const step = (horizontal ? room[1] : room[0]) * 0.7 / columns;
      const off = (column - (columns - 1) / 2) * step;
      const style = {stroke: look.ink, lineWidth: 1.2, fill: 'none'};
      const line = (x1, y1, x2, y2) => ({type: 'line', shape: {x1, y1, x2, y2}, style});
      const cap = 3;
      if (horizontal) {
        const y = a[1] + off;
        return {type: 'group', children: [line(a[0], y, b[0], y), line(a[0], y - cap, a[0], y + cap),
          line(b[0], y - cap, b[0], y + cap)]};
      }
      const x = a[0] + off;
      return {type: 'group', children: [line(x, a[1], x, b[1]), line(x - cap, a[1], x + cap, a[1]),
        line(x - cap, b[1], x + cap, b[1])]};
    },
  };
}

function barSeries(chart, column) {
  const columns = chart.heads.length;
  const cells = chart.rows.map((row) => row.cells[column]);
  const under = (cell) => chart.mark !== undefined && cell[0] < chart.mark;
  const series = {
    type: 'bar',
    name: chart.heads[column],
    barCategoryGap: '30%',
    barGap: '0%',
    itemStyle: {color: look.colours[column]},
    data: cells.map((cell) => cell && {value: cell[0], text: cell[3],
      ...(columns === 1 ? {itemStyle: {color: under(cell) ? look.orange : look.blue, opacity: 0.85}} : {})}),
  };
  if (column === 0 && chart.mark !== undefined)
    series.markLine = {silent: true, symbol: 'none', data: [{xAxis: chart.mark}],
      lineStyle: {color: look.soft, type: 'dashed'}, label: {formatter: shortNumber(chart.mark) + ' %', position: 'start', distance: 3, color: look.soft, fontSize: 11}};
  return series;
}

// What each row says, at the right edge.
function figureAxis(chart) {
  return {...nameAxis, inverse: true, position: 'right', axisLine: {show: false},
    data: chart.rows.map((row) => (row.cells[0] ? row.cells[0][3] : '')),
    axisLabel: {color: look.ink, fontSize: 11, interval: 0}};
}

// Room for names at the left; in less than they need they take several lines.
function longestName(chart, width) {
  const widest = Math.max(...chart.rows.map((row) => textWidth(row.name)));
  return Math.min(Math.ceil(widest) + 12, width * 0.4);
}

function nameLines(chart, width) {
  const room = longestName(chart, width) - 10;
  return Math.max(...chart.rows.map((row) => Math.ceil(textWidth(row.name) * 1.15 / room - 0.15)));
}

function rowNames(chart, width) {
  return {...nameAxis, inverse: true, data: chart.rows.map((row) => row.name),
    axisLabel: {...nameAxis.axisLabel, interval: 0, width: longestName(chart, width) - 10, overflow: 'break',
      lineHeight: bar.line}};
}

function rowHeight(chart, width) {
  return Math.max(bar.row, nameLines(chart, width) * bar.line + 6);
}

drawers.bars = {
  height: (chart, width) => chart.rows.length * Math.max(rowHeight(chart, width), 15 * chart.heads.length) + bar.foot + (chart.heads.length > 1 ? 60 : 16),

  option: (chart, width) => {
    const columns = chart.heads.length;
    const names = longestName(chart, width);
    const heads = columns > 1;
    const series = [];
    for (let c = 0; c < columns; ++c)
      series.push(barSeries(chart, c), whiskerSeries(chart.rows.map((row) => row.cells[c]), c, columns, true));
    const figures = figureAxis(chart);
    return {
      legend: heads ? {top: 0, left: 0, type: 'plain', textStyle: legendText(width)} : undefined,
      grid: {left: names, right: heads ? 24 : bar.figure, top: heads ? 50 : 18, bottom: bar.foot},
      xAxis: {...valueAxis, splitNumber: 5, min: chart.range?.[0], max: chart.range?.[1]},
      yAxis: [rowNames(chart, width), ...(heads ? [] : [figures])],
      series,
      tooltip: {trigger: 'item', confine: true,
        formatter: (item) => (item.data && item.data.text !== undefined
          ? tip(item.name, [item.seriesName + ': ' + item.data.text]) : '')},
    };
  },
};
