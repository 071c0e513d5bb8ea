import { describeExpression, type Form, type NameOf, type Question } from '../../../core/forms/index.ts'
import { plainMarkdown } from '../../../core/text/plain-markdown.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { WordBlock, WordData } from '../../../platform/word/word-data.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { illustrativeWords } from '../applications.messages.ts'
import { type DescribedQuestion, describeQuestion } from '../describe-question.ts'

/** The blank form as a Word document, for those who write together offline before they type it in. */
export function writeWordForm(round: RoundInFund, form: Form, nameOf?: NameOf): WordData {
  const deadline = round.deadlineAt === null ? 'Not set' : ukTimeWithZone(round.deadlineAt)
  return {
    title: form.title,
    subtitle: `${round.fund.name}: ${round.name}`,
    author: round.fund.name,
    mark: round.illustrative ? illustrativeWords : undefined,
    footer: `${round.fund.name}: ${form.title}. To work on offline: an application is made on the service`,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { name: 'Deadline', value: deadline },
          {
            name: 'Time it takes',
            value: round.hoursToApply === 1 ? 'About 1 hour' : `About ${round.hoursToApply} hours`,
          },
        ],
      },
      {
        kind: 'guidance',
        lines: [
          'Write here with your colleagues, then copy each answer into the service. This document is not an application.',
          ...(form.reconstructed === true
            ? [
                'The words of the original form were not found. This form is reconstructed from what it is known to have asked.',
              ]
            : []),
        ],
      },
      ...(form.guidance === undefined ? [] : [{ kind: 'guidance', lines: plainMarkdown(form.guidance) } as const]),
      ...form.pages.flatMap((page, index): readonly WordBlock[] => [
        { kind: 'heading', level: 1, text: `${index + 1}. ${page.title}` },
        ...(page.showIf === undefined
          ? []
          : [{ kind: 'guidance', lines: [`Asked only if ${describeExpression(form, page.showIf, nameOf)}`] } as const]),
        ...(page.guidance === undefined ? [] : [{ kind: 'guidance', lines: plainMarkdown(page.guidance) } as const]),
        ...page.questions.flatMap((question, place) =>
          blankQuestion(form, question, nameOf, `${index + 1}.${place + 1}`),
        ),
      ]),
    ],
  }
}

function blankQuestion(
  form: Form,
  question: Question,
  nameOf: NameOf | undefined,
  number: string,
): readonly WordBlock[] {
  const described = describeQuestion(form, question, nameOf)
  return [
    { kind: 'heading', level: 2, text: `${number} ${described.label}` },
    ...(described.notes.length === 0 ? [] : [{ kind: 'guidance', lines: described.notes } as const]),
    ...(question.guidance === undefined
      ? []
      : [{ kind: 'guidance', lines: plainMarkdown(question.guidance) } as const]),
    ...roomFor(question, described),
  ]
}

/** Room for an answer: a table to fill in where one is asked for, otherwise a few lines. */
function roomFor(question: Question, { inside }: DescribedQuestion): readonly WordBlock[] {
  if (question.type === 'money-table') {
    const columns = question.columns.map(({ label }) => label)
    const names = question.rows?.map(({ label }) => label) ?? ['', '', '']
    const rows = names.map((name) => [name, ...columns.map(() => '')])
    return [{ kind: 'table', head: ['', ...columns], rows, amounts: [] }]
  }
  if (inside.length > 0) {
    return [
      {
        kind: 'facts',
        rows: inside.map(({ label, notes }) => ({ name: [label, ...notes].join('\n'), value: '' })),
      },
    ]
  }
  return [{ kind: 'space', lines: question.type === 'long-text' ? 6 : 2 }]
}
