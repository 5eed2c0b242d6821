// Opens the dashboard in a Chromium, says what its charts show, and takes its picture: look.mjs CHROMIUM PAGE [PNG].
import { chromium } from 'playwright-core';

const [executablePath, page, path] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 620 }, deviceScaleFactor: 1 });
  const errors = [];
  tab.on('pageerror', error => errors.push(error.message));
  await tab.goto(page);
  await tab.waitForSelector('body[data-shown]', { timeout: 60_000 });
  if (path) await tab.screenshot({ path });
  const charts = await tab.$$eval('canvas', list => list.map(c => ({
    id: c.id, says: c.ariaLabel, drawn: c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(byte => byte > 0),
  })));
  console.log(JSON.stringify({ charts, alert: await tab.textContent('[role=alert]'), errors }, null, 2));
} finally {
  await browser.close();
}
