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
