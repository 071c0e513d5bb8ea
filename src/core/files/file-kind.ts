/**
 * A kind of file that can be taken: what people call it, the ends of its names, what it is served as, and the types by
 * which its content is known. `text` kinds have no mark of their own: their content must be text.
 */
type FileKindFacts = {
  readonly name: string
  readonly extensions: readonly string[]
  readonly mediaType: string
  readonly content: readonly string[] | 'text'
}

/** Every kind there is. Programs, scripts, web pages, archives and documents with macros are not among them. */
const facts = {
  pdf: { name: 'PDF', extensions: ['pdf'], mediaType: 'application/pdf', content: ['application/pdf'] },
  docx: {
    name: 'Word',
    extensions: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  },
  xlsx: {
    name: 'Excel',
    extensions: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  },
  pptx: {
    name: 'PowerPoint',
    extensions: ['pptx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    content: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  },
  odt: {
    name: 'OpenDocument text',
    extensions: ['odt'],
    mediaType: 'application/vnd.oasis.opendocument.text',
    content: ['application/vnd.oasis.opendocument.text'],
  },
  ods: {
    name: 'OpenDocument spreadsheet',
    extensions: ['ods'],
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    content: ['application/vnd.oasis.opendocument.spreadsheet'],
  },
  png: { name: 'PNG', extensions: ['png'], mediaType: 'image/png', content: ['image/png'] },
  jpeg: { name: 'JPEG', extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', content: ['image/jpeg'] },
  csv: { name: 'CSV', extensions: ['csv'], mediaType: 'text/csv; charset=utf-8', content: 'text' },
  txt: { name: 'plain text', extensions: ['txt'], mediaType: 'text/plain; charset=utf-8', content: 'text' },
} as const satisfies { readonly [id: string]: FileKindFacts }

export type FileKindId = keyof typeof facts

export const fileKindIds = Object.keys(facts) as readonly FileKindId[]

export const fileKind = (id: FileKindId): FileKindFacts => facts[id]

/** What people write and send each other: documents, tables, pictures and plain text. */
export const documentKinds: readonly FileKindId[] = ['pdf', 'docx', 'odt', 'xlsx', 'ods', 'png', 'jpeg', 'txt']

/** What a field that takes these kinds has in its `accept`. */
export const acceptOf = (kinds: readonly FileKindId[]): string =>
  kinds.flatMap((id) => fileKind(id).extensions.map((end) => `.${end}`)).join(',')

/** What the name of a file ends with, in small letters; '' when it has no end. @example extensionOf('Plan.V2.PDF') // => 'pdf' */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** The kind that the end of a name promises. @example kindNamed('a.jpeg') // => 'jpeg' */
export const kindNamed = (name: string): FileKindId | undefined =>
  fileKindIds.find((id) => (facts[id].extensions as readonly string[]).includes(extensionOf(name)))

/** The kind whose content has this type, as it was found by its first bytes. */
export const kindOfContent = (mediaType: string): FileKindId | undefined =>
  fileKindIds.find((id) => (facts[id].content as readonly string[]).includes(mediaType))
