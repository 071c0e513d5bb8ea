import type { FormSection } from '../../core/forms/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Services } from '../../platform/services.ts'
import { changeDraft, type DraftAsked, type Edit, unnamed, withQuestions } from './change-draft.ts'
import type { FormProblem } from './form-problem.ts'
import type { FormVersion } from './forms.store.ts'

/** What to move by one place. `place`: where it stood when the page was shown, from 0. */
export type Move = {
  readonly what: 'page' | 'question'
  readonly id: string
  readonly place: number
  readonly by: -1 | 1
}

/** A move as the value of a button. @example moveValue({ what: 'page', id: 'a', place: 1, by: -1 }) // => 'page:up:1:a' */
export const moveValue = ({ what, id, place, by }: Move): string => `${what}:${by < 0 ? 'up' : 'down'}:${place}:${id}`

/** @returns undefined for what no button says */
export function readMove(value: string): Move | undefined {
  const [, what, direction, place, id] = /^(page|question):(up|down):(\d{1,4}):(.+)$/.exec(value) ?? []
  if ((what !== 'page' && what !== 'question') || id === undefined) return undefined
  return { what, id, place: Number(place), by: direction === 'up' ? -1 : 1 }
}

/**
 * Moves a page, or a question within its page or group, up or down by one. Refused when it does not stand any more where
 * the page showed it, so that a second press of the same button moves nothing, and when a question would then be shown
 * by the answer to a later one.
 *
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function movePart(
  services: Services,
  asked: DraftAsked & { readonly move: Move },
): Promise<Result<FormVersion, FormProblem>> {
  const { move } = asked
  const change = { done: `${move.what}-moved`, [move.what]: move.id }
  return await changeDraft(services, asked, change, move.what === 'page' ? movePage(move) : moveQuestion(move))
}

const elsewhere = () => refused({ code: 'changed-meanwhile' as const, what: 'order' as const, ...unnamed })

const moveQuestion =
  (move: Move): Edit =>
  (form) => {
    const lists: (readonly { readonly id: string }[])[] = []
    const moved = withQuestions(form, (questions) => {
      lists.push(questions)
      return questions[move.place]?.id === move.id ? swapped(questions, move) : questions
    })
    return lists.some((questions) => questions[move.place]?.id === move.id) ? done(moved) : elsewhere()
  }

/** At the edge of a section a page goes over into the next one, and keeps its place among all pages. */
const movePage =
  (move: Move): Edit =>
  (form) => {
    if (form.pages[move.place]?.id !== move.id) return elsewhere()
    const { sections } = form
    const from = sections?.findIndex(({ pages }) => pages.includes(move.id)) ?? -1
    const section = sections?.[from]
    if (sections === undefined || section === undefined) return done({ ...form, pages: swapped(form.pages, move) })
    const inSection = section.pages.indexOf(move.id)
    const stays = section.pages[inSection + move.by] !== undefined
    if (stays) {
      const within = { ...section, pages: swapped(section.pages, { place: inSection, by: move.by }) }
      return done({ ...form, pages: swapped(form.pages, move), sections: sections.with(from, within) })
    }
    return done({ ...form, sections: overTheEdge(sections, from, move) })
  }

function overTheEdge(sections: readonly FormSection[], from: number, { id, by }: Move): readonly FormSection[] {
  if (sections[from + by] === undefined) return sections
  return sections
    .map((section, index) => {
      if (index === from) return { ...section, pages: section.pages.filter((page) => page !== id) }
      if (index !== from + by) return section
      return { ...section, pages: by < 0 ? [...section.pages, id] : [id, ...section.pages] }
    })
    .filter(({ pages }) => pages.length > 0)
}

/** Two neighbours changed places; the same list at its edge. */
function swapped<Item>(
  list: readonly Item[],
  { place, by }: { readonly place: number; readonly by: -1 | 1 },
): readonly Item[] {
  const [one, other] = [list[place], list[place + by]]
  if (one === undefined || other === undefined) return list
  return list.with(place, other).with(place + by, one)
}
