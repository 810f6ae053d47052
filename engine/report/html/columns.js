// Columns over years: rows beside each other with whiskers, or on each other. What was promised is
// a dash across the column.

function columnBase(chart, width, legendRows) {
  return {
    legend: {top: 0, left: 0, type: 'plain', itemWidth: 18, textStyle: legendText(width)},
    grid: {...columnMargins, top: 30 + 22 * legendRows, bottom: 44},
    xAxis: {...nameAxis, data: chart.heads},
    yAxis: {...valueAxis, splitNumber: 5},
    tooltip: {trigger: 'axis', confine: true, axisPointer: {type: 'shadow'},
      formatter: (found) => {
        const items = found.filter((one) => one.data && one.data.text !== undefined);
        return items.length ? tip(items[0].name, items.map((one) => one.seriesName + ': ' + one.data.text)) : '';
      }},
  };
}

const items = (row) => row.cells.map((cell) => cell && {value: cell[0], text: cell[3]});

const columnMargins = {left: 64, right: 12};

function columnRoom(chart, width) {
  return (width - columnMargins.left - columnMargins.right) / chart.heads.length;
}

// Where columns are narrow, a figure stands only where it differs from the one before.
function promisedSeries(row, room) {
  const narrow = row.cells.some((cell) => cell && textWidth(cell[3], 11) + 8 > room);
  const same = (i) => i > 0 && row.cells[i] && row.cells[i - 1] && row.cells[i][3] === row.cells[i - 1][3];
  return {type: 'scatter', name: row.name, symbol: 'rect', symbolSize: [Math.min(56, room * 0.9), 3], z: 6,
    itemStyle: {color: look.red}, data: items(row).map((item) => (item && item.value > 0 ? item : null)),
    label: {show: true, position: 'top', distance: 3, fontSize: 11, color: look.red,
      backgroundColor: '#fff', padding: [1, 3], borderRadius: 2,
      formatter: (item) => (narrow && same(item.dataIndex) ? '' : item.data.text)}};
}

// Paper has no hover: the figure of each column stands under its year, where there is room.
function figuresUnder(axis, row, room) {
  if (row.cells.some((cell) => cell && textWidth(meanText(cell)) * 1.1 > room)) return axis;
  return {...axis, axisLabel: {...axis.axisLabel, interval: 0, lineHeight: 16, rich: {b: {fontWeight: 600}},
    formatter: (head, i) => head + (row.cells[i] ? '\n{b|' + meanText(row.cells[i]) + '}' : '')}};
}

drawers.columns = {
  height: () => 300,

  option: (chart, width) => {
    const room = columnRoom(chart, width);
    const estimates = chart.rows.filter((row) => !row.given);
    const series = [];
    estimates.forEach((row, k) => {
      series.push({type: 'bar', name: row.name, barCategoryGap: '30%', barGap: '0%', data: items(row),
        itemStyle: {color: look.colours[k]},
      },
      whiskerSeries(row.cells, k, estimates.length, false));
    });
    series.push(...chart.rows.filter((row) => row.given).map((row) => promisedSeries(row, room)));
    const option = {...columnBase(chart, width, 0), series};
    if (estimates.length === 1) option.xAxis = figuresUnder(option.xAxis, estimates[0], room);
    return option;
  },
};

// Light strokes tell neighbours apart without colour; the first has none.
const stroke = {color: 'rgba(255,255,255,0.45)', symbolSize: 1};
const decals = [
  {color: 'none'},
  {...stroke, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4},
  {...stroke, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4},
  {...stroke, symbol: 'circle', dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0]},
  {...stroke, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: 0},
  {...stroke, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 2},
];

drawers.stacked = {
  height: (chart, width) => 300 + 22 * Math.ceil(chart.rows.length * 200 / width),

  option: (chart, width) => ({
    ...columnBase(chart, width, Math.ceil(chart.rows.length * 200 / width) - 1),
    aria: {enabled: true, label: {enabled: false}, decal: {show: true, decals}},
    series: chart.rows.map((row, k) => ({type: 'bar', name: row.name, stack: 'all', barCategoryGap: '35%',
      itemStyle: {color: look.colours[k % look.colours.length], borderColor: '#fff', borderWidth: 0.5},
      data: items(row)})),
  }),
};
