import { plainList } from '../text/plain-list.ts'
import { extensionOf, type FileKindId, fileKind, fileKindIds, kindNamed, kindOfContent } from './file-kind.ts'
import { fileSizeWords } from './file-size.ts'

/** What may be wrong with a file, in facts. `file` is its name. */
export type FileProblem =
  | { readonly code: 'file-empty'; readonly file: string }
  | { readonly code: 'file-too-large'; readonly file: string; readonly limitBytes: number }
  | { readonly code: 'file-not-accepted'; readonly file: string; readonly accepted: readonly FileKindId[] }
  /** What it holds is not what its name says. `holds`: the kind that it is, if it is one that can be taken. */
  | {
      readonly code: 'file-not-as-named'
      readonly file: string
      readonly named: FileKindId
      readonly holds: FileKindId | undefined
    }
  | { readonly code: 'files-too-many'; readonly file: string; readonly limit: number }
  | { readonly code: 'files-too-large-together'; readonly file: string; readonly limitBytes: number }

/** What was found of a file: `content` is its type by its first bytes, where they tell; `isText` that all of it is text. */
export type FoundFile = {
  readonly name: string
  readonly bytes: number
  readonly content: string | undefined
  readonly isText: boolean
}

/** What a place takes. */
export type FileRules = { readonly accept: readonly FileKindId[]; readonly mostBytes: number }

/**
 * Whether a file can be taken: by its size, the end of its name, and what it holds. The three must agree, so that nobody
 * who opens it is surprised.
 *
 * @returns its kind, or the one thing to put right first
 */
export function judgeFile(
  file: FoundFile,
  rules: FileRules,
): { readonly kind: FileKindId } | { readonly problem: FileProblem } {
  const { name, content, isText } = file
  const problem = judgeName(file, rules)
  if (problem !== undefined) return { problem }
  const kind = kindNamed(name)
  if (kind === undefined) throw new RangeError('a name was taken that says no kind')
  const holds = content === undefined ? undefined : kindOfContent(content)
  // Some text begins as another kind of file does (“BM” is also a picture): it is text all the same, unless it is a kind of ours.
  const agrees = fileKind(kind).content === 'text' ? holds === undefined && isText : holds === kind
  return agrees ? { kind } : { problem: { code: 'file-not-as-named', file: name, named: kind, holds } }
}

/** What can be said of a file before any of it has come: by its size and the end of its name. */
export function judgeName(
  { name, bytes }: Pick<FoundFile, 'name' | 'bytes'>,
  rules: FileRules,
): FileProblem | undefined {
  if (bytes === 0) return { code: 'file-empty', file: name }
  if (bytes > rules.mostBytes) return { code: 'file-too-large', file: name, limitBytes: rules.mostBytes }
  const kind = kindNamed(name)
  if (kind === undefined || !rules.accept.includes(kind))
    return { code: 'file-not-accepted', file: name, accepted: rules.accept }
  return undefined
}

/**
 * The words for what is wrong with a file, which say what to do about it.
 *
 * @example fileProblemText({ code: 'file-empty', file: 'a.pdf' }) // => '“a.pdf” is empty. Check the file, then choose it again'
 */
export function fileProblemText(problem: FileProblem): string {
  const name = `“${problem.file}”`
  switch (problem.code) {
    case 'file-empty':
      return `${name} is empty. Check the file, then choose it again`
    case 'file-too-large':
      return `${name} must be smaller than ${fileSizeWords(problem.limitBytes)}. Make it smaller, or split it into several files`
    case 'file-not-accepted':
      return `${name} must be a ${acceptedWords(problem.accepted)} file. Save it as one of these, then choose it again`
    case 'file-not-as-named':
      return notAsNamed(name, problem.named, problem.holds, extensionOf(problem.file))
    case 'files-too-many':
      return problem.limit === 1
        ? `${name} was not added: you can upload one file here. Remove the one that is there first`
        : `${name} was not added: you can upload up to ${problem.limit} files here. Remove one first`
    case 'files-too-large-together':
      return `${name} was not added: all files of one application together can be up to ${fileSizeWords(problem.limitBytes)}`
  }
}

function notAsNamed(name: string, named: FileKindId, holds: FileKindId | undefined, extension: string): string {
  if (holds !== undefined)
    return `${name} ends in “.${extension}” but is a ${fileKind(holds).name} file. Rename it to end in “.${fileKind(holds).extensions[0]}”, or save it again as ${fileKind(named).name}`
  if (fileKind(named).content === 'text')
    return `${name} ends in “.${extension}” but is not text. Save it again as ${fileKind(named).name} (UTF-8), then choose it again`
  return `${name} ends in “.${extension}” but is not a ${fileKind(named).name} file, or is damaged. Open it and save it again as ${fileKind(named).name}, then choose it again`
}

/** The kinds that a place takes, in words. @example acceptedWords(['pdf', 'docx']) // => 'PDF or Word' */
export const acceptedWords = (accepted: readonly FileKindId[]): string =>
  plainList(
    fileKindIds.filter((id) => accepted.includes(id)).map((id) => fileKind(id).name),
    'or',
  )
