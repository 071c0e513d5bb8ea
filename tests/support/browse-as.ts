import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type SeedRole, seedPersonId } from '../../src/seeds/people.ts'
import { contextFor } from './browser.ts'
import type { TestServer } from './server.ts'

/** What somebody does in a browser of their own. */
export type Use = (page: Page, context: BrowserContext) => Promise<void>

/** Lets somebody use the service in a browser of their own, signed in, which closes after. */
export const browseAs =
  (browser: Browser, server: TestServer, url: string) =>
  async (personId: string, scripts: boolean, use: Use): Promise<void> => {
    const { cookies } = await server.signedIn(personId)
    const context = await contextFor(browser, { scripts, width: 1280 })
    try {
      await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })))
      await use(await context.newPage(), context)
    } finally {
      await context.close()
    }
  }

/** The id of somebody made up, whom the seeds bring by what they do. */
export const seededPerson = async ({ services }: TestServer, role: SeedRole): Promise<string> =>
  await services.db.transaction().execute(async (tx) => await seedPersonId(tx, services, role, services.clock()))

/** The id of somebody with this address. */
export async function personWith({ services }: TestServer, email: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from person where email = ${email}`.execute(services.db)
  if (rows[0] === undefined) throw new Error(`nobody has the address ${email}`)
  return rows[0].id
}

/** Presses the first button of this name. */
export const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click()
}

/** Fills the parts of a date or a time whose names begin alike. */
export const fillParts = async (page: Page, prefix: string, parts: Readonly<Record<string, string>>): Promise<void> => {
  for (const [part, value] of Object.entries(parts)) await page.locator(`[name="${prefix}-${part}"]`).fill(value)
}
