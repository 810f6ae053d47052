'use strict';

// What happens when the page has been read. The other scripts follow this one.
document.addEventListener('DOMContentLoaded', () => {
  const data = JSON.parse(document.getElementById('data').textContent);
  startTables(data.words);
  startCharts(data);
  unfoldForPrint();
});
