import type { FrozenApplication, FrozenQuestion } from '../../../core/forms/index.ts'
import { signOffKinds } from '../../../core/sign-offs/index.ts'
import { type Column, csvOf } from '../../../platform/csv/write-csv.ts'
import { keyedWords } from '../keying/keying.messages.ts'
import { frozenSignOffWords, kindInSentence } from '../sign-off/sign-offs.messages.ts'

/** A submitted application as one row of the file. */
export type SubmittedAnswers = {
  readonly reference: string
  readonly leadName: string
  readonly leadGssCode: string | null
  readonly receivedAt: Date
  readonly sha256: string
  readonly outcome: string | null
  readonly content: FrozenApplication
}

/**
 * All submitted answers as a CSV file for people: one row an application, one column a question in the order in which
 * the forms first ask it, called by its label.
 *
 * @param label said in the first column of every row when the data are made up
 */
export function writeAnswersCsv(applications: readonly SubmittedAnswers[], label?: string): string {
  const questions = new Map<string, string>()
  for (const { content } of applications) {
    for (const { id, label: asked } of questionsOf(content)) if (!questions.has(id)) questions.set(id, asked)
  }
  const columns: readonly Column<SubmittedAnswers>[] = [
    ...(label === undefined ? [] : [{ heading: 'Note', cell: () => label }]),
    { heading: 'Reference', cell: ({ reference }) => reference },
    { heading: 'Lead authority', cell: ({ leadName }) => leadName },
    { heading: 'GSS code', cell: ({ leadGssCode }) => leadGssCode },
    { heading: 'Received (UTC)', cell: ({ receivedAt }) => receivedAt },
    ...(applications.some(({ content }) => content.keyed !== undefined)
      ? [{ heading: 'Keyed in', cell: ({ content }: SubmittedAnswers) => content.keyed && keyedWords(content.keyed) }]
      : []),
    { heading: 'Eligibility', cell: ({ outcome }) => outcome },
    {
      heading: 'Rules that apply',
      cell: ({ content }) =>
        (content.eligibility?.rules ?? []).map(({ text, clause }) => `${text} (${clause})`).join('\n'),
    },
    ...signOffKinds
      .filter((kind) => applications.some(({ content }) => content.signOffs?.some((one) => one.kind === kind) === true))
      .map((kind) => ({
        heading: `Signed off: ${kindInSentence[kind]}`,
        cell: ({ content }: SubmittedAnswers) =>
          (content.signOffs ?? [])
            .filter((one) => one.kind === kind)
            .map(frozenSignOffWords)
            .join('\n'),
      })),
    { heading: 'SHA-256', cell: ({ sha256 }) => sha256 },
    ...[...questions].map(([id, heading]) => ({ heading, cell: (row: SubmittedAnswers) => answerIn(row.content, id) })),
  ]
  return csvOf(columns, applications, { forPeople: true })
}

const answerIn = (content: FrozenApplication, id: string): string =>
  questionsOf(content)
    .find((question) => question.id === id)
    ?.shown.join('\n') ?? ''

const questionsOf = (content: FrozenApplication): readonly FrozenQuestion[] =>
  content.pages.flatMap((page) => page.questions)
