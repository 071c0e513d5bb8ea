import type { FormPage } from '../../core/forms/index.ts'
import type { Services } from '../../platform/services.ts'
import { partHash } from './change-draft.ts'

/** A page as a person types it. `guidance` is Markdown; blank: none. */
export type PageTyped = { readonly title: string; readonly guidance: string }

/** The hash of what the editor shows of a page, or of the form itself: not the questions, which have editors of their own. */
export const pageHash = (
  { title, guidance = '' }: Pick<FormPage, 'title' | 'guidance'>,
  services: Pick<Services, 'sha256'>,
): string => partHash({ title, guidance }, services)
