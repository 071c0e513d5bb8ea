import { fileSizeWords } from '../../../core/files/index.ts'
import { type Form, type FrozenApplication, type FrozenQuestion, findQuestion } from '../../../core/forms/index.ts'
import { statementLines } from '../../../core/sign-offs/index.ts'
import { plainMarkdown } from '../../../core/text/plain-markdown.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { WordBlock, WordData } from '../../../platform/word/word-data.ts'
import { leadWords, possessive } from '../applications.messages.ts'
import { onPaperWords, signOffName } from '../sign-off/sign-offs.messages.ts'

/** An application to be read, or written on, in Word. */
export type WordApplication = {
  readonly content: FrozenApplication
  /** The form whose hints and help stand with the questions; undefined to leave them out. */
  readonly form: Form | undefined
  /** What is said of it besides its answers. */
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  /** A warning on every page, as of a draft. */
  readonly mark: string | undefined
  readonly footer: string
}

/** An application as a Word document: its facts, each page with its questions numbered, the declaration, the signatures. */
export function writeWordApplication({ content, form, facts, mark, footer }: WordApplication): WordData {
  return {
    title: `${possessive(content.lead.name)} application`,
    subtitle: `${content.fund.name}: ${content.round.name}`,
    author: leadWords(content),
    mark,
    footer,
    blocks: [
      { kind: 'facts', rows: facts },
      ...content.pages.flatMap((page, index): readonly WordBlock[] => [
        { kind: 'heading', level: 1, text: `${index + 1}. ${page.title}` },
        ...helpOf(form?.pages.find(({ id }) => id === page.id)?.guidance),
        ...page.questions.flatMap((question, place) => questionBlocks(question, `${index + 1}.${place + 1}`, form)),
      ]),
      { kind: 'heading', level: 1, text: 'Declaration' },
      { kind: 'paragraphs', lines: plainMarkdown(content.declaration) },
      ...signatureBlocks(content),
      ...scanBlocks(content),
    ],
  }
}

const helpOf = (markdown: string | undefined): readonly WordBlock[] =>
  markdown === undefined ? [] : [{ kind: 'guidance', lines: plainMarkdown(markdown) }]

function questionBlocks(question: FrozenQuestion, number: string, form: Form | undefined): readonly WordBlock[] {
  const asked = form && findQuestion(form, question.id)
  return [
    { kind: 'heading', level: 2, text: `${number} ${question.label}` },
    ...(asked?.hint === undefined ? [] : [{ kind: 'guidance', lines: [asked.hint] } as const]),
    ...helpOf(asked?.guidance),
    ...answerBlocks(question),
  ]
}

function answerBlocks({ value, items = [], table, shown }: FrozenQuestion): readonly WordBlock[] {
  if (value === null) return [{ kind: 'note', text: 'Not answered' }]
  if (items.length > 0) {
    return items.flatMap(({ title, questions }): readonly WordBlock[] => [
      { kind: 'heading', level: 3, text: title },
      {
        kind: 'facts',
        rows: questions.map((child) => ({ name: child.label, value: child.shown.join('\n') || 'Not answered' })),
      },
    ])
  }
  if (table !== undefined && table.rows.length > 0) {
    const total = shown.at(-1)
    const amounts = table.columns
      .map((_, column) => column + 1)
      .filter((column) => table.rows.some(({ cells }) => /^[-−]?£?[\d,.]+$/.test(cells[column - 1] ?? '')))
    return [
      {
        kind: 'table',
        head: ['', ...table.columns],
        rows: table.rows.map(({ name, cells }) => [name, ...cells]),
        amounts,
      },
      ...(total?.startsWith('Total') === true ? [{ kind: 'paragraphs', lines: [total] } as const] : []),
    ]
  }
  // A blank line between paragraphs is the space that Word puts there anyway.
  const lines = shown.flatMap((line) => line.split('\n')).filter((line) => line.trim() !== '')
  return [{ kind: 'paragraphs', lines }]
}

function signatureBlocks({ signOffs = [] }: FrozenApplication): readonly WordBlock[] {
  if (signOffs.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'Sign-offs' },
    {
      kind: 'table',
      head: ['Sign-off', 'Signed by', 'At', 'Statement'],
      rows: signOffs.map(({ kind, organisation, name, jobTitle, signedAt, onPaper, ...agreed }) => [
        signOffName(kind, organisation.name),
        `${name}, ${jobTitle}`,
        onPaper === undefined
          ? ukTime(new Date(signedAt))
          : onPaperWords({ ...onPaper, recordedAt: new Date(signedAt) }),
        statementLines(agreed).join('\n'),
      ]),
      amounts: [],
    },
  ]
}

/** What came by email or on paper, by its names. */
function scanBlocks({ keyed }: FrozenApplication): readonly WordBlock[] {
  if (keyed === undefined || keyed.scans.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'What came' },
    { kind: 'paragraphs', lines: keyed.scans.map(({ name, size }) => `${name} (${fileSizeWords(size)})`) },
  ]
}
