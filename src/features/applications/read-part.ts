import type { PostedFields } from '../../core/forms/index.ts'

/**
 * The part of an application that a form gives to somebody, from its fields `part` and `pages`.
 *
 * @returns null for all pages, none of them for `none`, and undefined while nothing is chosen
 * @example readPart(fieldsOf({ part: 'some', pages: ['drivers', 'scope'] })) // => ['drivers', 'scope']
 */
export function readPart(form: PostedFields): readonly string[] | null | undefined {
  const [part] = form.all('part')
  if (part === 'all') return null
  if (part === 'none') return []
  const pages = form.all('pages')
  return part === 'some' && pages.length > 0 ? pages : undefined
}
