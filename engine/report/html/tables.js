// Tables sort by a click on a head, and copy as text.

function sortKey(row, column) {
  const cell = row.cells[column];
  if (!cell) return '';
  if (cell.dataset.v !== undefined) return Number(cell.dataset.v);
  return cell.textContent.trim();
}

// Numbers first, in order; then texts, as the reader's language orders them; empty ones last.
function compareKeys(a, b) {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  if (a === '' || b === '') return (a === '') - (b === '');
  return a.localeCompare(b, document.documentElement.lang, {numeric: true});
}

function sortBy(table, column) {
  const head = table.tHead.rows[0].cells[column];
  const down = head.getAttribute('aria-sort') === 'ascending';
  const rows = [...table.tBodies[0].rows];
  const sign = down ? -1 : 1;
  rows.sort((a, b) => sign * compareKeys(sortKey(a, column), sortKey(b, column)));
  table.tBodies[0].append(...rows);
  for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
}

function makeSortable(table) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => sortBy(table, column));
  });
}

function tableText(table) {
  return [...table.rows]
      .map((row) => [...row.cells].map((cell) => cell.textContent.trim()).join('\t'))
      .join('\n') + '\n';
}

// The clipboard's own way where the browser has it for this page, else by a selection.
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

function button(text, action) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'tool';
  made.textContent = text;
  made.addEventListener('click', () => action(made));
  return made;
}

function addCopyButton(table, words) {
  table.closest('.scroll').after(button(words.copy, async (made) => {
    await copyText(tableText(table));
    made.textContent = words.copied;
    setTimeout(() => { made.textContent = words.copy; }, 2000);
  }));
}

function startTables(words) {
  for (const table of document.querySelectorAll('table.data')) {
    makeSortable(table);
    addCopyButton(table, words);
  }
}

// What is folded on a screen is printed, too.
function unfoldForPrint() {
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
}
