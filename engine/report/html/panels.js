// Fans: a line of means in the band of its range, each row in a panel of its own; one row takes the
// whole width.

const panel = {least: 165, height: 130, onPaper: 112, head: 32, foot: 22, left: 46, right: 18};

function panelGrid(chart, width) {
  const single = chart.rows.length === 1;
  const across = single ? 1 : Math.max(1, Math.floor(width / panel.least));
  return {
    single,
    across,
    down: Math.ceil(chart.rows.length / across),
    width: width / across,
    height: single ? Math.max(190, Math.min(260, width * 0.32)) : width === paperWidth ? panel.onPaper : panel.height,
  };
}

// Lowest and highest of what is drawn, zero among them.
function extent(rows) {
  const values = [0];
  for (const row of rows) {
    if (row.limit !== undefined) values.push(row.limit);
    for (const cell of row.cells) if (cell) values.push(...cell.slice(0, 3).filter((v) => v !== null));
  }
  return [Math.min(...values), Math.max(...values)];
}

// The band is what lies on an unseen line at its lower edge.
function fanSeries(row, k) {
  const at = (i) => row.cells.map((cell) => (cell ? cell[i] ?? cell[0] : null));
  const low = at(1);
  const high = at(2);
  const on = {type: 'line', xAxisIndex: k, yAxisIndex: k, silent: true, symbol: 'none',
    stack: 'band' + k, stackStrategy: 'all', lineStyle: {width: 0}, tooltip: {show: false}};
  return [
    {...on, data: low},
    {...on, data: high.map((v, i) => (v === null ? null : v - low[i])),
      areaStyle: {color: look.band, opacity: 0.75}},
    {type: 'line', xAxisIndex: k, yAxisIndex: k, name: row.name, symbolSize: 4, symbol: 'circle',
      lineStyle: {color: look.blue, width: 2}, itemStyle: {color: look.blue},
      data: row.cells.map((cell, i) => lineItem(row, cell, i)), markLine: limitLine(row)},
  ];
}

// Paper has no hover: the first and the last figure stand beside the line.
function lineItem(row, cell, i) {
  if (!cell) return null;
  const ends = i === 0 || i === row.cells.length - 1;
  return {value: cell[0], text: cell[3], label: {show: ends, formatter: meanText(cell),
    position: 'top', align: i === 0 ? 'left' : 'right', color: look.ink, fontSize: 11, distance: 4,
    backgroundColor: 'rgba(255,255,255,0.6)'}};
}

function limitLine(row) {
  if (row.limit === undefined) return undefined;
  return {silent: true, symbol: 'none', data: [{yAxis: row.limit}],
    lineStyle: {color: look.red, type: 'dashed', width: 1.2},
    label: {formatter: shortNumber(row.limit), position: 'end', distance: 3, color: look.red, fontSize: 11}};
}

drawers.panels = {
  height: (chart, width) => {
    const grid = panelGrid(chart, width);
    return grid.down * grid.height + 4;
  },

  option: (chart, width) => {
    const grid = panelGrid(chart, width);
    const [least, most] = extent(chart.rows);
    const option = {grid: [], xAxis: [], yAxis: [], series: [], title: []};
    chart.rows.forEach((row, k) => {
      const left = (k % grid.across) * grid.width;
      const top = Math.floor(k / grid.across) * grid.height;
      option.grid.push({left: left + panel.left, top: top + panel.head + 4,
        width: grid.width - panel.left - panel.right, height: grid.height - panel.head - panel.foot - 6});
      if (!grid.single) option.title.push({text: row.name, left: left + panel.left - 4, top,
        textStyle: {fontSize: 12, fontWeight: 600, color: look.ink, width: grid.width - panel.left, overflow: 'truncate'}});
      const last = chart.heads.length - 1;
      option.xAxis.push({...nameAxis, gridIndex: k, data: chart.heads, boundaryGap: false,
        axisLabel: {...nameAxis.axisLabel, fontSize: 11, color: look.soft,
          interval: grid.single ? 0 : (i) => i === 0 || i === last}});
      option.yAxis.push({...valueAxis, gridIndex: k, splitNumber: grid.single ? 4 : 2,
        axisLabel: {...valueAxis.axisLabel, fontSize: 11},
        ...(chart.one_scale ? {min: roundUp(least), max: roundUp(most)} : {})});
      option.series.push(...fanSeries(row, k));
    });
    option.tooltip = {trigger: 'axis', confine: true, axisPointer: {type: 'line', lineStyle: {color: look.soft}},
      formatter: (found) => {
        const item = found.find((one) => one.data && one.data.text !== undefined);
        return item ? tip(item.seriesName, [item.name + ': ' + item.data.text]) : '';
      }};
    return option;
  },
};
