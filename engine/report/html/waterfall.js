// Steps from the first row's level to the last one's: each row between adds its share.

drawers.waterfall = {
  height: (chart, width) => Math.max(220, chart.rows.length * Math.max(26, rowHeight(chart, width)) + 60),

  option: (chart, width) => {
    const names = longestName(chart, width);
    const last = chart.rows.length - 1;
    let level = 0;
    const steps = chart.rows.map((row, i) => {
      const value = row.cells[0] ? row.cells[0][0] : 0;
      const from = i === last ? 0 : level;
      level = from + value;
      return [Math.min(from, level), Math.max(from, level), value];
    });
    return {
      grid: {left: names, right: bar.figure + 20, top: 10, bottom: bar.foot},
      xAxis: {...valueAxis, splitNumber: 5},
      yAxis: [rowNames(chart, width), figureAxis(chart)],
      series: [
        {type: 'bar', stack: 'step', silent: true, itemStyle: {color: 'transparent'}, tooltip: {show: false},
          data: steps.map((step) => step[0])},
        {type: 'bar', stack: 'step', name: chart.title, barCategoryGap: '30%',
          data: steps.map((step, i) => ({value: step[1] - step[0], text: chart.rows[i].cells[0]?.[3],
            itemStyle: {color: i === 0 || i === last ? look.blue : step[2] < 0 ? look.orange : look.colours[2]}}))},
      ],
      tooltip: {trigger: 'item', confine: true, formatter: (item) => (item.data && item.data.text !== undefined
        ? tip(item.name, [item.data.text]) : '')},
    };
  },
};
