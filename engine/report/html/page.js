'use strict';

// What happens when the page has been read.
document.addEventListener('DOMContentLoaded', () => {
  const data = JSON.parse(document.getElementById('data').textContent);
  startTables(data.words);
});
