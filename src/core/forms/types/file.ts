import { isObject, type Json } from '../../canonical/json.ts'
import { type FileKindId, fileKindIds, fileSizeWords } from '../../files/index.ts'
import type { Answered } from '../answers.ts'
import type { FileQuestion } from '../definition.ts'
import { MOST_FILES } from '../limits.ts'
import type { PostedFields } from '../posted-fields.ts'
import type { QuestionKind } from './question-kind.ts'
import { rawWords, typedLine } from './typed-text.ts'

/** A file as an answer has it: where it is kept, and what it was when it was sent. */
export type AnsweredFile = {
  readonly id: string
  /** As its sender called it. */
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** 64 hex digits. */
  readonly sha256: string
}

const keys = ['id', 'name', 'sha256', 'size']

const isFile = (value: Json): value is AnsweredFile =>
  isObject(value) &&
  Object.keys(value).sort().join() === keys.join() &&
  isLine(value.id) &&
  isLine(value.name) &&
  typeof value.size === 'number' &&
  Number.isSafeInteger(value.size) &&
  value.size > 0 &&
  typeof value.sha256 === 'string' &&
  /^[0-9a-f]{64}$/.test(value.sha256)

const isLine = (value: Json | undefined): boolean =>
  typeof value === 'string' && value !== '' && value.length <= 200 && !/\p{Cc}/u.test(value) && value.isWellFormed()

/** The files of an answer, without anything that is none. */
export const filesOf = (value: Json | undefined): readonly AnsweredFile[] =>
  Array.isArray(value) ? value.filter((item: Json): item is AnsweredFile => isFile(item)) : []

/** What a file question takes: how many, how large each, which kinds. */
export const fileLimits = ({ max, maxMegabytes, accept }: FileQuestion) => ({
  most: max ?? MOST_FILES,
  megabytes: maxMegabytes ?? USUAL_MEGABYTES,
  accept: accept ?? (fileKindIds as readonly FileKindId[]),
})

/** Enough for a scanned letter or a long report. */
const USUAL_MEGABYTES = 10

/** A posted file is its JSON; what is not is kept as it came. */
function readFile(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isFile(value as Json) ? (value as Json) : typedLine(text)
  } catch {
    return typedLine(text)
  }
}

function read(_question: FileQuestion, fields: PostedFields, name: string): Json | undefined {
  const values = fields.all(name).flatMap((text) => readFile(text) ?? [])
  if (values.length === 0) return undefined
  const [first] = values
  return values.length === 1 && typeof first === 'string' ? first : values
}

const isAllFiles = (value: Answered): value is readonly AnsweredFile[] =>
  Array.isArray(value) && value.every((item: Json) => isFile(item))

export const fileKind: QuestionKind<FileQuestion> = {
  codes: ['not-a-file', 'too-few-files', 'too-many-files'],
  draft(_question, value) {
    if (!isAllFiles(value)) return [{ code: 'not-a-file' }]
    return value.length > MOST_FILES ? [{ code: 'too-many-files', files: value.length, limit: MOST_FILES }] : []
  },
  submission({ min = 0, max = MOST_FILES }, value) {
    const files = filesOf(value).length
    if (files < min) return [{ code: 'too-few-files', files, limit: min }]
    return files > max ? [{ code: 'too-many-files', files, limit: max }] : []
  },
  read,
  show: (_question, value, name) => {
    const shown = Array.isArray(value)
      ? value.map((item: Json) => (typeof item === 'string' ? item : JSON.stringify(item)))
      : typeof value === 'string'
        ? value
        : ''
    return { [name]: shown }
  },
  words: (_question, value) =>
    isAllFiles(value) ? value.map(({ name, size }) => `${name} (${fileSizeWords(size)})`) : rawWords(value),
}
