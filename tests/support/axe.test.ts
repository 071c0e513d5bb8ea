import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { it } from 'node:test'
import { assertAccessible } from './axe.ts'
import { contextFor, openBrowser } from './browser.ts'

const head = '<!doctype html><html lang="en"><title>Read</title><script src="/own.js" defer></script>'

it('looks with axe at a page without scripts, whose own scripts never run', async (t) => {
  const server = createServer((request, response) => {
    if (request.url === '/own.js') {
      response.setHeader('content-type', 'text/javascript')
      response.end('document.title = "Run"')
      return
    }
    response.setHeader('content-type', 'text/html')
    response.setHeader('content-security-policy', "script-src 'self'")
    const picture = request.url === '/bad' ? '<img src="data:,">' : ''
    response.end(`${head}<main><h1>Hello</h1><p>${picture}<a href="/bad">Go on to the next page</a></p></main>`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => server.close())
  const browser = await openBrowser(t)
  const page = await (await contextFor(browser, { scripts: false, width: 320 })).newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/good`)
  await assertAccessible(page, 'good')
  await assertAccessible(page, 'good, again')
  assert.equal(await page.title(), 'Read')
  await page.getByRole('link').click()
  await page.waitForURL('**/bad')
  assert.equal(await page.title(), 'Read')
  await assert.rejects(assertAccessible(page, 'bad'), /axe on bad[\s\S]*image-alt/)
  await page.reload()
  assert.equal(await page.title(), 'Read')
})

it('tells of every text whether it stands out: beyond the edge of what scrolls, in pictures, and of one figure', async (t) => {
  const browser = await openBrowser(t)
  const page = await (await contextFor(browser, { scripts: true, width: 320 })).newPage()
  const look = async (main: string) => {
    const style = '<style>.app-scroll { overflow-x: auto } td { min-width: 200px } .faint { color: #bbb }</style>'
    await page.setContent(
      `<!doctype html><html lang="en"><title>Read</title>${style}<main><h1>Hello</h1>${main}</main>`,
    )
    await assertAccessible(page, 'this page')
  }
  const table = (last: string) =>
    `<div class="app-scroll" role="region" aria-label="Wide" tabindex="0"><table><tr><td>One</td><td>Two</td>${last}</tr></table></div>`
  const picture = (box: string, text: string) =>
    `<svg width="200" height="60" role="img" aria-label="Picture"><rect width="200" height="60" fill="${box}"/><text x="10" y="30" fill="${text}">East</text></svg>`
  await look(`${table('<td>Far to the right</td>')}${picture('#1d70b8', '#ffffff')}<p>7</p>`)
  await assert.rejects(look(table('<td class="faint">Far to the right</td>')), /color-contrast/)
  await assert.rejects(look(picture('#1d70b8', '#5694ca')), /color-contrast/)
  // Black on black-ish, though it stands out from the page behind the picture.
  await assert.rejects(look(picture('#222222', '#000000')), /color-contrast/)
  await assert.rejects(look('<p class="faint">7</p>'), /color-contrast/)
})
