// Who moves: a column of statuses a year, bands as wide as the people who go from one to the next.
// Those who stay where most people are (the first status, to itself) are left out.

const flow = {names: 112, narrow: 88};  // room for the names of statuses at either side

drawers.flows = {
  height: () => 340,

  option: (chart, width) => {
    const side = width < 500 ? flow.narrow : flow.names;
    const statuses = [...new Set(chart.rows.flatMap((row) => [row.name, row.to]))];
    const before = Number(chart.heads[0]) - 1;
    const years = [String(before), ...chart.heads];
    const id = (year, status) => year + ' ' + status;
    const links = [];
    for (const row of chart.rows)
      row.cells.forEach((cell, i) => {
        if (!cell || cell[0] <= 0 || (row.name === statuses[0] && row.to === statuses[0])) return;
        links.push({source: id(years[i], row.name), target: id(years[i + 1], row.to), value: cell[0],
          text: years[i + 1] + ', ' + row.name + ' \u2192 ' + row.to + ': ' + cell[3]});
      });
    const used = new Set(links.flatMap((link) => [link.source, link.target]));
    const last = years.length - 1;
    const nodes = years.flatMap((year, depth) => statuses.map((status, s) => ({
      name: id(year, status), depth, status,
      itemStyle: {color: look.colours[s]},
      label: {show: depth === 0 || depth === last, position: depth === last ? 'right' : 'left',
        formatter: status, fontSize: 11, color: look.ink},
    }))).filter((node) => used.has(node.name));
    const step = (width - 2 * side - 12) / last;
    const every = Math.ceil(textWidth(years[0]) * 1.2 / step);  // years that have room to be named
    return {
      title: years.map((year, depth) => ({text: depth % every ? '' : year, top: 0, left: side + 6 + depth * step,
        textAlign: 'center',
        textStyle: {fontSize: 12, fontWeight: 400, color: look.soft}})),
      series: [{type: 'sankey', left: side, right: side, top: 24, bottom: 8, nodeWidth: 12, nodeGap: 14,
        draggable: false, layoutIterations: 0, data: nodes, links,
        lineStyle: {color: 'source', opacity: 0.35}, emphasis: {focus: 'none'}}],
      tooltip: {trigger: 'item', confine: true, formatter: (item) => (item.dataType === 'edge'
        ? tip('', [item.data.text]) : tip(item.name, []))},
    };
  },
};
