import type { FrozenApplication, FrozenQuestion } from '../forms/index.ts'

/** Answers by which somebody can be reached: nobody needs them to judge a bid. */
const contactTypes: readonly FrozenQuestion['type'][] = ['email', 'phone', 'address']

/**
 * The answers of an application without those by which its people can be reached, unless a criterion asks for them.
 *
 * @param asked the questions that criteria ask for
 */
export function leaveContacts(
  pages: FrozenApplication['pages'],
  asked: ReadonlySet<string>,
): FrozenApplication['pages'] {
  const needed = ({ id, type }: FrozenQuestion): boolean => asked.has(id) || !contactTypes.includes(type)
  const within = (question: FrozenQuestion): FrozenQuestion =>
    question.items === undefined || asked.has(question.id)
      ? question
      : { ...question, items: question.items.map((item) => ({ ...item, questions: item.questions.filter(needed) })) }
  return pages.flatMap((page) => {
    const questions = page.questions.filter(needed).map(within)
    return questions.length === 0 ? [] : [{ ...page, questions }]
  })
}
