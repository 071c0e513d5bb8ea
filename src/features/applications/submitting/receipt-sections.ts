import { fileSizeWords } from '../../../core/files/index.ts'
import type { AnsweredFile, FrozenApplication } from '../../../core/forms/index.ts'
import { statementLines } from '../../../core/sign-offs/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { submittedFiles } from '../files/submitted-files.ts'
import { keyedWords } from '../keying/keying.messages.ts'
import { frozenSignOffWords, signOffName } from '../sign-off/sign-offs.messages.ts'
import { hashInGroups } from './receipt-mail.messages.ts'

type Section = {
  readonly title: string
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
}

/** The receipt as a document: how it came, who signed, what was asked and answered, and every file with its hash. */
export const receiptSections = (content: FrozenApplication): readonly Section[] => [
  ...keyedSection(content),
  ...signOffSection(content),
  ...[...(content.eligibility?.screener?.pages ?? []), ...content.pages].map(({ title, questions }) => ({
    title,
    answers: questions.map(({ label, shown }) => ({ question: label, answer: shown.join('\n') })),
  })),
  ...filesSection(content),
]

/** How it came, as a part of the receipt; none when its authority wrote it here. */
const keyedSection = ({ keyed }: FrozenApplication) =>
  keyed === undefined
    ? []
    : [
        {
          title: 'Keyed in',
          answers: [
            { question: 'Keyed in', answer: keyedWords(keyed) },
            { question: 'Received', answer: ukTimeWithZone(new Date(keyed.receivedAt)) },
          ],
        },
      ]

/** Every file with its size and hash, so that a copy can be compared with it; none when there are none. */
const filesSection = (content: FrozenApplication) => {
  const files = submittedFiles(content)
  if (files.length === 0) return []
  const lineOf = ({ size, sha256 }: AnsweredFile) => `${fileSizeWords(size)}\nSHA-256: ${hashInGroups(sha256)}`
  return [{ title: 'Files', answers: files.map((file) => ({ question: file.name, answer: lineOf(file) })) }]
}

/** Who signed, as a part of the receipt; none when the round asked for nobody. */
const signOffSection = ({ signOffs = [] }: FrozenApplication) =>
  signOffs.length === 0
    ? []
    : [
        {
          title: 'Sign-offs',
          answers: signOffs.map((one) => ({
            question: signOffName(one.kind, one.organisation.name),
            answer: [frozenSignOffWords(one), ...statementLines(one)].join('\n'),
          })),
        },
      ]
