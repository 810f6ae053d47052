// Opens HTML reports in Chromium as a reader does: node report.mjs PROGRAM.
//
// No console message and no request; every chart draws; what it says is what the table says, pointed
// at and not; tables sort; English and Chinese, narrow and wide, one run and two against each other;
// a name with markup in it is text.
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
const zhaimao = (...words) => execFileSync(program, words, {stdio: ['ignore', 'ignore', 'inherit']});
const hostile = '<img src=x onerror=alert(1)>';

function run(name, ...settings) {
  zhaimao('run', join(top, 'tests/laws/busy.yaml'), '-q', '-n', '20', '-o', join(folder, name),
      ...settings.flatMap((setting) => ['--set', setting]));
  return join(folder, name);
}

function report(name, runs, ...options) {
  const file = join(folder, name);
  zhaimao('report', ...runs, '-o', file, ...options);
  assert.ok(statSync(file).size < 2e6, `${name} has two megabytes or more`);
  return file;
}

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

async function chartsDraw(page, name) {
  const charts = await page.$$eval('.plot', (plots) => plots.map((plot) => ({
    id: plot.id,
    shapes: plot.querySelectorAll('svg path').length,
    alt: plot.getAttribute('aria-label'),
    inside: plot.getBoundingClientRect().right <= document.documentElement.clientWidth + 1,
  })));
  assert.ok(charts.length >= 4, `${name}: ${charts.length} charts`);
  for (const chart of charts) {
    assert.ok(chart.shapes > 3, `${name}: ${chart.id} is not drawn`);
    assert.ok(chart.alt.length > 10, `${name}: ${chart.id} says nothing to those who do not see it`);
    assert.ok(chart.inside, `${name}: ${chart.id} is wider than the screen`);
  }
  const [wide, client] = await page.evaluate(() => [document.documentElement.scrollWidth,
    document.documentElement.clientWidth]);
  assert.ok(wide <= client, `${name}: the page scrolls sideways (${wide} > ${client})`);
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
    times.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
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
  const english = report('en.html', [plan]);
  const pages = {english, chinese: report('zh.html', [plan], '--lang', 'zh', '--numbers', 'wan'),
    compared: report('compared.html', [plan, other]), odd: report('odd.html', [odd])};
  for (const [name, file] of Object.entries(pages))
    for (const width of [1280, 390]) {
      const {page, wrongs} = await opened(file, width);
      await chartsDraw(page, `${name}, ${width} pixels`);
      await chartsSayTheTable(page, name);
      await contrastIsEnough(page);
      await page.emulateMedia({media: 'print'});
      await page.pdf({format: 'A4'});
      assert.deepEqual(wrongs, [], name);
      await page.close();
    }
  const {page, wrongs} = await opened(english, 1280);
  await readsInOrder(page);
  await hoverSaysTheTable(page);
  await tableSorts(page);
  assert.deepEqual(wrongs, []);
  const shown = await opened(pages.odd, 1280);
  assert.ok((await shown.page.locator('#table-poor').textContent()).includes(hostile));
  await paintsSoon(english);
} finally {
  await browser.close();
  rmSync(folder, {recursive: true});
}
