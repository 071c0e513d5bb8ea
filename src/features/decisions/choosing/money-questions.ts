import type { FrozenQuestion } from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { contentsOf } from '../../assessment/index.ts'

/** A question for a sum that applications answered. */
export type MoneyQuestion = { readonly id: string; readonly label: string }

const questionsIn = (content: { readonly pages: readonly { readonly questions: readonly FrozenQuestion[] }[] }) =>
  content.pages.flatMap(({ questions }) => questions)

/** The questions for one sum of money that these applications were asked: one of them may be what they ask for. */
export async function moneyQuestions(
  db: Database | Tx,
  applicationIds: readonly string[],
): Promise<readonly MoneyQuestion[]> {
  const found = new Map<string, MoneyQuestion>()
  for (const [, content] of await contentsOf(db, applicationIds))
    for (const { id, type, label } of questionsIn(content)) if (type === 'money') found.set(id, { id, label })
  return [...found.values()]
}

/** What each application answered, in whole pounds, rounded up; nothing where it did not answer. */
export async function moneyAnswered(
  db: Database | Tx,
  applicationIds: readonly string[],
  question: string | null,
): Promise<ReadonlyMap<string, number>> {
  if (question === null) return new Map()
  const contents = await contentsOf(db, applicationIds)
  return new Map(
    [...contents].flatMap(([id, content]): [string, number][] => {
      const value = questionsIn(content).find((each) => each.id === question)?.value
      return typeof value === 'number' && value > 0 ? [[id, Math.ceil(value)]] : []
    }),
  )
}
