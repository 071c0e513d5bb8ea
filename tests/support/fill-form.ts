import type { Locator, Page } from 'playwright-core'
import { type Answers, type FormPage, showAnswer } from '../../src/core/forms/index.ts'

/**
 * Fills in what a page of a form shows, as a person would: by typing into its boxes and ticking what there is to tick.
 * What is not shown (a question whose condition does not hold, a second item of a list) is left.
 */
export async function fillPage(page: Page, formPage: FormPage, answers: Answers): Promise<void> {
  for (const question of formPage.questions) {
    const fields = Object.entries(showAnswer(question, answers[question.id]))
    for (const [name, values] of fields) {
      for (const value of [values].flat()) await fillField(page.locator(`main [name="${name}"]`), value)
    }
  }
}

async function fillField(fields: Locator, value: string): Promise<void> {
  const count = await fields.count()
  if (count === 0 || value === '') return
  const kind = await fields
    .first()
    .evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName))
  if (kind === 'radio' || kind === 'checkbox') {
    // The page paints its own circles and boxes over the real ones.
    for (const field of await fields.all()) {
      if ((await field.getAttribute('value')) === value) await field.check({ force: true })
    }
  } else if (kind === 'SELECT') await fields.first().selectOption(value)
  else await fields.first().fill(value)
}
