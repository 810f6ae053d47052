// Opens HTML reports in Chromium as a reader does: node report.mjs PROGRAM.
//
// No console message and no request; every chart draws; what it says is what the table says, pointed
// at and not; tables sort; English and Chinese, narrow and wide, and on paper; one run, two against
// each other, a decomposition, a study, a nation of counties; a name with markup in it is text.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const {chromium} = await import('playwright-core').catch(() => {
  console.error('playwright-core is not installed. Run .ci/setup-slow');
  process.exit(1);
});

const program = process.argv[2];
const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'zhaimao-browser-'));
const zhaimao = (...words) => execFileSync(program, words, {cwd: top, stdio: ['ignore', 'ignore', 'inherit']});
const hostile = '<img src=x onerror=alert(1)>';

function run(name, ...settings) {
  zhaimao('run', join(top, 'tests/laws/busy.yaml'), '-q', '-n', '20', '-o', join(folder, name),
      ...settings.flatMap((setting) => ['--set', setting]));
  return join(folder, name);
}

function made(command, name, ...words) {
  zhaimao(command, ...words, '-q', '-o', join(folder, name));
  return join(folder, name);
}

function report(name, runs, ...options) {
  const file = join(folder, name);
  zhaimao('report', ...runs, '-o', file, ...options);
  return file;
}

// Charts that a page must have, by its name; the id says which.
const wanted = {
  english: ['targets', 'poor-all', 'poor', 'incidence-all', 'incidence', 'exits', 'transitions', 'served', 'money', 'growth'],
  compared: ['targets', 'poor-all', 'poor', 'incidence-all', 'incidence', 'exits', 'money'],
  shares: ['contributions'],
  instruments: ['contributions'],
  study: ['sensitivity-1'],
  nation: ['targets', 'poor-all', 'poor', 'incidence', 'exits', 'transitions', 'growth'],
};
wanted.chinese = wanted.odd = wanted.english;

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

// A page, and all that it should not have done.
async function opened(file, width) {
  const page = await browser.newPage({viewport: {width, height: 900}});
  const wrongs = [];
  page.on('console', (message) => wrongs.push('console: ' + message.text()));
  page.on('pageerror', (error) => wrongs.push('error: ' + error.message));
  page.on('dialog', (dialog) => { wrongs.push('dialog: ' + dialog.message()); dialog.dismiss(); });
  page.on('request', (request) => {
    if (request.url() !== 'file://' + file && !request.url().startsWith('data:'))
      wrongs.push('request: ' + request.url());
  });
  await page.goto('file://' + file);
  return {page, wrongs};
}

async function chartsDraw(page, name, width) {
  const charts = await page.$$eval('.plot', (plots) => plots.map((plot) => ({
    id: plot.id,
    shapes: plot.querySelectorAll('svg path').length,
    alt: plot.getAttribute('aria-label'),
    inside: plot.getBoundingClientRect().right <= document.documentElement.clientWidth + 1,
  })));
  const ids = charts.map((chart) => chart.id);
  for (const id of wanted[name]) assert.ok(ids.includes('plot-' + id), `${name}: there is no chart '${id}' among ${ids}`);
  for (const chart of charts) {
    assert.ok(chart.shapes > 3, `${name}: ${chart.id} is not drawn`);
    assert.ok(chart.alt.length > 10, `${name}: ${chart.id} says nothing to those who do not see it`);
    assert.ok(chart.inside, `${name}: ${chart.id} is wider than the screen`);
  }
  const [wide, client] = await page.evaluate(() => [document.documentElement.scrollWidth,
    document.documentElement.clientWidth]);
  assert.ok(wide <= client, `${name}, ${width} pixels: the page scrolls sideways (${wide} > ${client})`);
}

// All that is folded on the screen prints, nothing is wider than the paper (Chromium would shrink
// all pages), and afterwards the screen is as it was.
async function printsWhole(page, name) {
  const folded = () => page.$$eval('details:not([open])', (all) => all.length);
  const before = await folded();
  await page.setViewportSize({width: 690, height: 1000});
  await page.emulateMedia({media: 'print'});
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await folded(), 0, `${name}: what is folded does not print`);
  const wide = await page.evaluate(() => Math.max(...[...document.querySelectorAll('table, svg, pre')]
      .map((one) => one.getBoundingClientRect().right)));
  assert.ok(wide <= 691, `${name}: on paper something is ${Math.round(wide)} pixels wide (690 are there)`);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await folded(), before, `${name}: printing unfolds the screen`);
}

// What the save buttons give is well-formed, and has what the table has.
async function savesFiles(page) {
  const svgs = await page.evaluate(() => {
    const data = JSON.parse(document.getElementById('data').textContent);
    return plots.map((plot) => standalone(plot, data.citations)).concat(data.strip);
  });
  const reader = await browser.newPage();  // the page's own content policy is not that of files
  const files = await reader.evaluate((texts) => texts.map((text) => {
    const file = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {wrong: file.querySelector('parsererror') !== null, text: file.documentElement.textContent};
  }), svgs);
  await reader.close();
  assert.ok(files.every((file) => !file.wrong), 'a chart as a file is not well-formed');
  assert.ok(files.every((file) => /zhaimao \d/.test(file.text)), 'a chart as a file does not say its source');
  const cells = await page.$$eval('table.strip td, table.strip th', (all) => all.map((cell) => cell.firstChild?.textContent ?? ''));
  for (const cell of cells) assert.ok(files.at(-1).text.includes(cell), `the strip as a file lacks '${cell}'`);
  assert.equal(await page.locator('#strip-legend button').count(), 1);
}

// Neighbouring ticks of a small scale are told apart.
async function ticksDiffer(page) {
  const ticks = await page.evaluate(() => [0, 0.00005, 0.0001, 0.00015, 0.0125, 0.5, 12.5, 60000].map(shortNumber));
  assert.deepEqual(ticks, ['0', '0.00005', '0.0001', '0.00015', '0.0125', '0.5', '12.5', '60,000']);
}

// Each text of a chart stands in the table of its section, in a row of the same name.
async function chartsSayTheTable(page, name) {
  const strangers = await page.evaluate(() => {
    const data = JSON.parse(document.getElementById('data').textContent);
    const found = [];
    for (const chart of data.charts) {
      const table = document.getElementById('plot-' + chart.id).closest('section').querySelector('table.data');
      const cells = new Set([...table.rows].flatMap((row) => [...row.cells].map((cell) => cell.textContent)));
      for (const row of chart.rows)
        for (const cell of row.cells)
          if (cell && !cells.has(cell[3]) && !/\bothers$|^其他/.test(row.name)) found.push([chart.id, row.name, cell[3]]);
    }
    return found;
  });
  assert.deepEqual(strangers, [], `${name}: what a chart says does not stand in its table`);
}

// Points at a year of the city's line, and reads what is said.
async function hoverSaysTheTable(page) {
  const plot = page.locator('#plot-poor-all');
  await plot.scrollIntoViewIfNeeded();
  const cells = await page.$$eval('#table-poor tfoot tr:first-child td', (all) => all.map((cell) => cell.textContent));
  for (const i of [1, 3, 5]) {
    const x = await page.evaluate((k) => plots.find((plot) => plot.chart.id === 'poor-all').instance
        .convertToPixel({xAxisIndex: 0}, k), i);
    const box = await plot.boundingBox();
    await page.mouse.move(box.x + x, box.y + box.height / 2);
    await page.waitForFunction((text) => document.querySelector('#plot-poor-all .tip')?.textContent.includes(text), cells[i]);
  }
  const columns = page.locator('#plot-exits');
  await columns.scrollIntoViewIfNeeded();
  const exits = await page.$$eval('#table-exits tbody tr:first-child td', (all) => all.map((cell) => cell.textContent));
  const box = await columns.boundingBox();
  const x = await page.evaluate(() => plots.find((plot) => plot.chart.id === 'exits').instance.convertToPixel({xAxisIndex: 0}, 0));
  await page.mouse.move(box.x + x, box.y + box.height / 2);
  await page.waitForFunction((text) => document.querySelector('#plot-exits .tip')?.textContent.includes(text), exits[0]);
}

async function tableSorts(page) {
  const values = () => page.$$eval('#table-poor tbody tr', (rows) => rows.map((row) => Number(row.cells[2].dataset.v)));
  const head = page.locator('#table-poor thead th').nth(2);
  const rising = (await values()).sort((a, b) => a - b);
  await head.locator('button').click();
  assert.deepEqual(await values(), rising);
  assert.equal(await head.getAttribute('aria-sort'), 'ascending');
  await head.locator('button').focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await values(), rising.reverse());
  const text = await page.evaluate(() => tableText(document.getElementById('table-poor')));
  const rows = await page.$$eval('#table-poor tr', (all) => all.length);
  assert.equal(text.trim().split('\n').length, rows);
  assert.match(text, /\t[\d,]+ \[[\d,]+, [\d,]+\]/);
}

async function readsInOrder(page) {
  const levels = await page.$$eval('h1, h2, h3', (heads) => heads.map((head) => Number(head.tagName[1])));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.forEach((level, i) => assert.ok(i === 0 || level <= levels[i - 1] + 1, 'a heading skips a level'));
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
}

// WCAG 2.1, 1.4.3: text against its ground, at least 4.5.
async function contrastIsEnough(page) {
  const worst = await page.evaluate(() => {
    const parse = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
        .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = (element) => {
      for (let e = element; e; e = e.parentElement) {
        const colour = parse(getComputedStyle(e).backgroundColor);
        if (colour.length === 3 || colour[3] > 0) return colour;
      }
      return [255, 255, 255];
    };
    const ratio = (element) => {
      const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    };
    return Math.min(...[...document.querySelectorAll('td, th, small, p, .key, dt, dd, li, summary, button')].map(ratio));
  });
  assert.ok(worst >= 4.5, `contrast of ${worst.toFixed(2)}`);
}

// The quickest of three: others may be using the machine.
async function paintsSoon(file) {
  const times = [];
  for (let i = 0; i < 3; ++i) {
    const {page} = await opened(file, 1280);
    const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
    times.push(await paint.jsonValue());
    await page.close();
  }
  const best = Math.min(...times);
  console.log(`first paint after ${Math.round(best)} ms`);
  assert.ok(best < 1000, `first paint after ${best} ms`);
}

try {
  const plan = run('plan');
  const other = run('other', 'luck.permanent_sd=0.2');
  const odd = run('odd', `counties.a.label="${hostile}"`);
  const busy = join(top, 'tests/laws/busy.yaml');
  const pages = {
    english: report('en.html', [plan]),
    chinese: report('zh.html', [plan], '--lang', 'zh', '--numbers', 'wan'),
    compared: report('compared.html', [plan, other]),
    odd: report('odd.html', [odd]),
    shares: report('shares.html', [made('decompose', 'shares', busy, '-n', '4')]),
    instruments: report('instruments.html', [made('decompose', 'instruments', busy, '--by', 'instrument', '-n', '4')], '--lang', 'zh'),
    study: report('study.html', [made('sweep', 'study', join(top, 'tests/analysis/studies/saltelli.yaml'))]),
    nation: report('nation.html', [made('run', 'nation', join(top, 'scenarios/china-2013-2020.yaml'), '-n', '4', '--set',
        'population.sample.one_in=5000')]),
  };
  for (const [name, file] of Object.entries(pages)) {
    const most = name === 'nation' ? 4e6 : 2e6;
    assert.ok(statSync(file).size < most, `${name} has ${statSync(file).size} bytes`);
    for (const width of [1280, 390]) {
      const {page, wrongs} = await opened(file, width);
      await chartsDraw(page, name, width);
      await chartsSayTheTable(page, name);
      if (name !== 'nation') await contrastIsEnough(page);  // it has the same looks, in 20,000 cells
      await page.pdf({format: 'A4'});
      await printsWhole(page, name);
      assert.deepEqual(wrongs, [], name);
      await page.close();
    }
  }
  const english = pages.english;
  const {page, wrongs} = await opened(english, 1280);
  await readsInOrder(page);
  await hoverSaysTheTable(page);
  await tableSorts(page);
  await ticksDiffer(page);
  await savesFiles(page);
  assert.deepEqual(wrongs, []);
  const shown = await opened(pages.odd, 1280);
  assert.ok((await shown.page.locator('#table-poor').textContent()).includes(hostile));
  await savesFiles(shown.page);
  const nation = await opened(pages.nation, 1280);
  assert.match(await nation.page.locator('#strip-legend').textContent(), /The 40 counties .* of 859/);
  assert.match(await nation.page.locator('#poor').textContent(), /Only 600 of 859 rows/);
  await paintsSoon(english);
  await paintsSoon(pages.nation);
} finally {
  await browser.close();
  rmSync(folder, {recursive: true});
}
