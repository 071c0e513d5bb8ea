import assert from 'node:assert/strict'
import { it } from 'node:test'
import { freshFolder } from '../support/embedded.ts'
import { lastFirst } from '../support/last-first.ts'
import { type Program, runCommand, startWeb } from './program.ts'

/** A browser without scripts, over the wire. */
type Browser = {
  readonly read: (address: string) => Promise<string>
  /** Sends a form with the hidden fields that the page has; the address that the answer leads to. */
  readonly send: (page: string, fields: Readonly<Record<string, string>>, action?: string) => Promise<string>
  /** The same browser at a server that has started anew. */
  readonly at: (url: string) => Browser
}

function browserAt(url: string, cookies: Map<string, string> = new Map()): Browser {
  const ask = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url + address, { redirect: 'manual', ...init, headers: { cookie, origin: url } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  const read = async (address: string): Promise<string> => {
    const response = await ask(address)
    assert.equal(response.status, 200, address)
    return await response.text()
  }
  return {
    read,
    send: async (page, fields, action = page) => {
      const hidden = (await read(page)).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)
      const all = Object.fromEntries([...hidden].map(([, name, value]) => [name ?? '', value ?? '']))
      const response = await ask(action, { method: 'POST', body: new URLSearchParams({ ...all, ...fields }) })
      assert.equal(response.status, 303, `${action}: ${await response.text()}`)
      return response.headers.get('location') ?? ''
    },
    at: (other) => browserAt(other, cookies),
  }
}

/** Signs in as the made-up lead officer, with the button that an evaluation offers. */
async function signInAsLead(browser: Browser): Promise<void> {
  const page = await browser.read('/sign-in')
  const person = /name="person" value="([^"]+)"(?:(?!name="person")[\s\S])*Priya Nair/.exec(page)?.[1]
  assert.ok(person !== undefined, 'the page offers her')
  await browser.send('/sign-in', { person }, '/sign-in/as')
}

it('a server killed after it has acknowledged answers has lost none of them, nor who was signed in', async (t) => {
  const life = lastFirst(t)
  const environment = { DATA_DIR: await freshFolder(life) }
  const first = await startWeb(life, environment)
  const browser = browserAt(first.url)
  await signInAsLead(browser)
  const round = '/funds/delivering-differently/open-round'
  const screener = `${round}/eligibility/questions`
  await browser.send(`${screener}/authority`, { 'in-england': 'yes', 'applied-before': 'no' })
  await browser.send(`${screener}/bid`, { joint: 'no', 'several-services': 'no' })
  const apply = `${round}/apply`
  const application = await browser.send(apply, { lead: 'X-EXBRIDGE' })
  assert.match(application, /^\/applications\/DD-\d{4}-/)

  let running: Program = first
  for (const words of ['Demand for care has doubled.', 'Demand has doubled, and budgets have not — w. ŵŷ 👍']) {
    const now = browser.at(await addressOf(running))
    await now.send(`${application}/pages/drivers`, { drivers: words })
    // The answer has come; nothing else is waited for.
    await running.kill()

    const next = await startWeb(life, environment)
    const page = await browser.at(next.url).read(`${application}/pages/drivers`)
    assert.ok(page.includes(words), 'the words are there, for the session that was there before')
    running = next
  }
  await running.kill()

  const verified = await runCommand(life, environment, 'audit:verify')
  assert.equal(verified.code, 0, verified.err)
  assert.match(verified.out, /The audit log is whole/)
})

const addressOf = async (program: Program): Promise<string> =>
  / is ready at (http:\S+) \(/.exec(program.out())?.[1] ?? ''
