import { plainList } from '../../../core/text/plain-list.ts'
import type { WriterPart } from './writers.store.ts'

/**
 * Why somebody is written to about an application, and what they may do in it: the last lines of a message.
 *
 * @param titles of the pages that they write; null for all of them
 *
 * @example partWords({ role: 'partner', organisation: 'Birch' }, 'Alder Council', ['Costs'])
 * // => 'You get this because you act for Birch, a partner in this application. You can write “Costs”. Alder Council submits it.'
 */
export function partWords(
  { role, organisation }: Pick<WriterPart, 'role' | 'organisation'>,
  leadName: string,
  titles: readonly string[] | null,
): string {
  if (role === 'lead')
    return `You get this because you act for ${leadName}, which leads this application: you can write all of it, and submit it. If it does not mean to apply, you need do nothing.`
  const why =
    role === 'partner' ? `you act for ${organisation}, a partner in this application` : 'you were invited to it'
  const quoted = titles?.map((title) => `“${title}”`)
  const may = quoted === undefined ? 'write all of it' : quoted.length === 0 ? 'read it' : `write ${plainList(quoted)}`
  return `You get this because ${why}. You can ${may}. ${leadName} submits it.`
}
