import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** One thing that a guide tells its reader to do, or to see. */
export type Step =
  | { readonly does: 'open'; readonly path: string }
  | { readonly does: 'choose' | 'press' | 'see'; readonly words: string }
  | { readonly does: 'answer'; readonly words: string; readonly answer: string }
  | { readonly does: 'enter'; readonly words: string; readonly text: string }

const told =
  /\[[^\]]+\]\((?<path>\/[^)]*)\)|answer \*\*(?<question>[^*]+)\*\* with \*\*(?<answer>[^*]+)\*\*|enter “(?<text>[^”]+)” into \*\*(?<field>[^*]+)\*\*|(?:(?<verb>choose|press) )?\*\*(?<words>[^*]+)\*\*/gi

/**
 * The steps of a guide, in order. An address in brackets is opened; after “choose” stands a link, after “press” a button,
 * each in bold; “answer **question** with **choice**” and “enter “text” into **field**” fill in a form; any other words in
 * bold stand on the page. An ellipsis stands for words that differ from case to case.
 */
export const stepsOf = (guide: string): readonly Step[] =>
  [...guide.matchAll(told)].map(({ groups = {} }): Step => {
    const { path, question, answer = '', text = '', field, verb, words = '' } = groups
    if (path !== undefined) return { does: 'open', path }
    if (question !== undefined) return { does: 'answer', words: question, answer }
    if (field !== undefined) return { does: 'enter', words: field, text }
    const does = verb?.toLowerCase()
    return { does: does === 'choose' || does === 'press' ? does : 'see', words }
  })

/** Follows a guide as somebody who reads it does. @throws at the first step that cannot be done, naming it */
export async function followGuide(page: Page, url: string, guide: string): Promise<number> {
  const steps = stepsOf(guide)
  for (const [index, step] of steps.entries()) {
    await take(page, url, step).catch((error: unknown) => {
      const at = new URL(page.url()).pathname
      throw new Error(`step ${index + 1} at ${at}: ${JSON.stringify(step)}`, { cause: error })
    })
  }
  return steps.length
}

async function take(page: Page, url: string, step: Step): Promise<void> {
  switch (step.does) {
    case 'open': {
      const response = await page.goto(`${url}${step.path}`)
      return assert.equal(response?.status(), 200)
    }
    case 'choose':
      return await leave(page, await named(page, ['link', 'button'], step.words))
    case 'press':
      return await leave(page, await named(page, ['button'], step.words))
    case 'answer': {
      const list = page.getByRole('combobox', { name: pattern(step.words) }).first()
      if ((await list.count()) > 0) {
        await list.selectOption({ label: step.answer }, { timeout })
        return
      }
      const question = page.getByRole('group', { name: pattern(step.words) }).first()
      return await question.getByLabel(pattern(step.answer)).first().check({ timeout })
    }
    case 'enter':
      return await page.getByLabel(pattern(step.words)).first().fill(step.text, { timeout })
    case 'see':
      return await page.getByText(pattern(step.words)).first().waitFor({ timeout })
  }
}

/** What is not on the page does not come: every page is whole when it is there. */
const timeout = 20_000

/** The first that is called so, or else the first that has these words in its name. A link may look like a button. */
async function named(page: Page, roles: readonly ('link' | 'button')[], words: string): Promise<Locator> {
  const main = page.getByRole('main')
  for (const name of [{ name: words, exact: true }, { name: pattern(words) }])
    for (const role of roles) {
      const found = main.getByRole(role, name)
      if ((await found.count()) > 0) return found.first()
    }
  throw new Error(`there is no ${roles.join(' or ')} of that name`)
}

async function leave(page: Page, through: Locator): Promise<void> {
  const [response] = await Promise.all([page.waitForNavigation(), through.click({ timeout })])
  assert.ok((response?.status() ?? 200) < 400, `the answer was ${response?.status()}`)
}

const pattern = (words: string): RegExp =>
  new RegExp(
    words
      .split('…')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+'),
  )
