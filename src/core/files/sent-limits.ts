import { acceptOf, type FileKindId, fileKind } from './file-kind.ts'

/** How many files go with a form, of which kinds and how large: for people, and for the field that takes them. */
export const sentLimits = (limits: {
  readonly most: number
  readonly kinds: readonly FileKindId[]
  readonly megabytes: number
}): { readonly limits: string; readonly accept: string } => ({
  limits: `Up to ${limits.most} files: ${limits.kinds.map((id) => fileKind(id).name).join(', ')}. Each must be smaller than ${limits.megabytes} MB. A file cannot be taken out again.`,
  accept: acceptOf(limits.kinds),
})
