import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { everyRoute } from '../../src/commands/write-docs.ts'
import { testedPages } from '../../src/features/home/accessibility/read-tested.ts'
import { wcagCriteria } from '../../src/features/home/accessibility/wcag-criteria.ts'
import type { Tested } from './note-tested.ts'
import { addressFinder, testedPagesOf } from './tested-pages.ts'

const routes = ['/', '/help', '/funds/:fund', '/funds/:fund/:round', '/funds/new/:step', '/gone/:id'].map((path) => ({
  method: 'GET' as const,
  path,
}))

const line = (of: Partial<Tested>): Tested => ({
  on: '2026-11-27',
  path: '/help',
  state: 'help',
  widthPixels: 1280,
  scripts: true,
  browser: 'Chromium 1',
  axe: '4.0.0',
  passed: ['list'],
  failed: [],
  unsure: [],
  criteria: ['1.3.1'],
  ...of,
})

describe('the shipped accessibility data', () => {
  it('names no page that is gone: "npm run accessibility-statement" drops it', async () => {
    const addresses = new Set(everyRoute().map(({ path }) => path))
    const { pages } = await testedPages()
    assert.deepEqual(
      pages.filter(({ page }) => !addresses.has(page)),
      [],
    )
    assert.ok(pages.length > 0)
  })

  it('knows only criteria of level A and AA, of which version 2.2 has 31 and 24', async () => {
    assert.equal(wcagCriteria.size, 31 + 24)
    for (const { page, states } of (await testedPages()).pages) assert.ok(states > 0, page)
  })
})

describe('what is shipped of a run', () => {
  it('is by the address that answers a path, as the router would choose it', () => {
    const addressOf = addressFinder(routes)
    const chosen = ['/', '/help', '/funds/a', '/funds/a/b', '/funds/new/b', '/nowhere', '/help/'].map(addressOf)
    const wanted = ['/', '/help', '/funds/:fund', '/funds/:fund/:round', '/funds/new/:step', undefined, undefined]
    assert.deepEqual(chosen, wanted)
  })

  it('counts states once however often they were looked at, and says at which widths and what was found', () => {
    const lines = [
      line({}),
      line({ widthPixels: 320, scripts: false }),
      line({ state: 'help again', failed: ['region'], passed: [], unsure: ['color-contrast'] }),
      line({ path: '/nowhere', criteria: [] }),
    ]
    const kept = testedPagesOf(lines, routes, undefined)
    assert.deepEqual(kept.pages, [
      {
        page: '/help',
        on: '2026-11-27',
        states: 2,
        widthsPixels: [320, 1280],
        withoutScripts: true,
        failed: ['region'],
        unsure: ['color-contrast'],
      },
    ])
    // That nothing scrolls sideways at 320 pixels is tested without axe.
    assert.deepEqual(kept.criteria, ['1.3.1', '1.4.10'])
    assert.deepEqual(kept.rules, ['list', 'region'])
  })

  it('keeps of earlier runs what this one did not come to, and drops pages that are gone', () => {
    const before = testedPagesOf(
      [line({ path: '/' }), line({ path: '/gone/1' }), line({ on: '2026-11-01' })],
      routes,
      undefined,
    )
    const left = routes.filter(({ path }) => path !== '/gone/:id')
    const { pages, axe } = testedPagesOf([line({ on: '2026-12-24', axe: '4.1.0' })], left, before)
    assert.deepEqual(
      pages.map(({ page, on }) => [page, on]),
      [
        ['/', '2026-11-27'],
        ['/help', '2026-12-24'],
      ],
    )
    assert.equal(axe, '4.1.0')
  })
})
