// Uses the playground in a Chromium as a person does, and says what it shows: playground.mjs CHROMIUM ADDRESS [PNG].
import { chromium } from 'playwright-core';

const [executablePath, address, path] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  context.setDefaultTimeout(60_000);
  const errors = [], elsewhere = [];
  context.on('request', request => { if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== new URL(address).origin) elsewhere.push(request.url()); });
  const open = async url => {
    const tab = await context.newPage();
    tab.on('pageerror', error => errors.push(error.message));
    tab.on('console', message => { if (message.type() === 'error') errors.push(message.text()); });
    await tab.goto(url);
    return tab;
  };
  const text = async (tab, place) => (await tab.textContent(place)).replaceAll('\u00a0', ' ');

  const tab = await open(address);
  await tab.waitForSelector('#questions li');
  const questions = await tab.$$eval('#questions li', items => items.map(item => item.textContent));
  await tab.waitForSelector('.graphiql-query-editor .view-lines');
  const answers = [];
  for (let i = 0; i < questions.length; i++) {
    const answered = tab.waitForResponse(response => response.url().endsWith('/graphql') && !response.request().postData().includes('IntrospectionQuery'));
    await tab.click(`#questions li:nth-child(${i + 1}) button`);
    answers.push(await (await answered).text());
  }
  await tab.waitForFunction(() => document.querySelector('#cost').textContent.includes('rows'));
  await tab.waitForFunction(() => document.querySelector('.graphiql-response .view-lines').textContent.includes('data'));
  const tabs = await tab.$$eval('.graphiql-tab', all => all.length);
  if (path) await tab.screenshot({ path });

  await tab.click('[aria-label="Copy a link to this"]');
  const again = await open(tab.url());
  await again.waitForFunction(() => document.querySelector('.graphiql-query-editor .view-lines').textContent.includes('query'));
  const link = await text(again, '.graphiql-query-editor .view-lines');

  await tab.click('[aria-label="Show Documentation Explorer"]');
  await tab.waitForSelector('.graphiql-doc-explorer-content a');
  const docs = await tab.$$eval('.graphiql-doc-explorer-content a', links => links.map(link => link.textContent));
  await tab.click('[aria-label="Show History"]');
  await tab.waitForSelector('.graphiql-history-item');
  const history = await tab.locator('.graphiql-history-item').count();

  await tab.click('[aria-label="New tab"]');
  await tab.click('.graphiql-query-editor .view-lines');
  await tab.keyboard.type('{ perso');
  await tab.keyboard.press('Control+Space');
  await tab.waitForSelector('.suggest-widget .monaco-list-row');
  const completion = await tab.$$eval('.suggest-widget .monaco-list-row', rows => rows.map(row => row.getAttribute('aria-label')));
  console.log(JSON.stringify({ questions, answers, tabs, link, docs, history, completion, errors, elsewhere }));
} finally {
  await browser.close();
}
