import { describeExpression, type Form, type NameOf } from '../../../core/forms/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { Block, DocumentData } from '../../../platform/pdf/document-data.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { illustrativeWords } from '../applications.messages.ts'
import { type DescribedQuestion, describeQuestion } from '../describe-question.ts'

const reconstructedWords =
  'The words of the original form were not found. This form is reconstructed from what it is known to have asked.'

/** The blank form as plain text, to be read, pasted and shared. */
export function writeBlankText(round: RoundInFund, form: Form, nameOf?: NameOf): string {
  const lines = [form.title, `${round.fund.name}: ${round.name}`]
  if (round.deadlineAt !== null) lines.push(`Deadline: ${ukTimeWithZone(round.deadlineAt)}`)
  if (round.illustrative) lines.push(illustrativeWords)
  if (form.reconstructed === true) lines.push(reconstructedWords)
  for (const [index, page] of form.pages.entries()) {
    lines.push('', `${index + 1}. ${page.title}`.toUpperCase())
    if (page.showIf !== undefined) lines.push(`(asked only if ${describeExpression(form, page.showIf, nameOf)})`)
    for (const question of page.questions) lines.push('', ...linesOf(describeQuestion(form, question, nameOf), ''))
  }
  return `${lines.join('\n')}\n`
}

const linesOf = ({ label, notes, inside }: DescribedQuestion, indent: string): readonly string[] => [
  `${indent}${label}`,
  ...notes.map((note) => `${indent}  ${note}`),
  ...inside.flatMap((question) => linesOf(question, `${indent}    `)),
]

/** The blank form as an accessible PDF. */
export function writeBlankPdf(round: RoundInFund, form: Form, savedAt: Date, nameOf?: NameOf): DocumentData {
  const deadline = round.deadlineAt === null ? 'not set' : ukTimeWithZone(round.deadlineAt)
  const blocks: Block[] = [
    {
      kind: 'rows',
      rows: [
        { key: 'Deadline', value: deadline },
        {
          key: 'Time it takes',
          value: round.hoursToApply === 1 ? 'About 1 hour' : `About ${round.hoursToApply} hours`,
        },
      ],
    },
    ...(form.reconstructed === true ? [{ kind: 'paragraph', text: reconstructedWords } as const] : []),
    ...form.pages.flatMap((page): Block[] => [
      { kind: 'heading', level: 1, text: page.title },
      ...(page.showIf === undefined
        ? []
        : [{ kind: 'paragraph', text: `Asked only if ${describeExpression(form, page.showIf, nameOf)}` } as const]),
      ...page.questions.flatMap((question) => blocksOf(describeQuestion(form, question, nameOf))),
    ]),
  ]
  return {
    title: form.title,
    subtitle: round.name,
    author: round.fund.name,
    label: round.illustrative ? illustrativeWords : undefined,
    footer: `${round.fund.name}: ${form.title}`,
    createdAt: savedAt,
    blocks,
  }
}

function blocksOf(question: DescribedQuestion): readonly Block[] {
  const items = [...question.notes, ...question.inside.flatMap((child) => [[child.label, ...child.notes].join('. ')])]
  return [
    { kind: 'heading', level: 2, text: question.label },
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
  ]
}
