import { type Fields, fingerprintOf, shownFields, typedFields } from './form-fields.ts'
import { answeredMark, markForm, newMark } from './sent-mark.ts'
import { forgetUnsaved, keepUnsaved } from './unsaved.ts'

/**
 * Keeps what is typed on a page where somebody chooses between two texts: in `data-keep-for` is the name under which the
 * page that was written first keeps its own, and that page offers it. A third text, whose field says in `data-replaces`
 * which one it could take the place of, is kept apart from what was written. The form carries a mark, so that all of it is
 * forgotten once the server has taken the choice.
 */
export function keepChoice(form: HTMLFormElement): void {
  const key = form.dataset.keepFor
  if (!key) return
  const mark = answeredMark() ?? newMark()
  markForm(form, mark)
  const thirds = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-replaces]')]
  const choosing = new Set([...form.querySelectorAll<HTMLInputElement>('input[name^="keep-"]')].map(({ name }) => name))
  // A box that is not ticked is not sent, and belongs to what was written all the same.
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map(({ name }) => name)
  const ownOf = (fields: Fields): Fields =>
    fields.filter(([name]) => !choosing.has(name) && !thirds.some((third) => third.name === name))
  const keepApart = (id: string, fields: Fields, shown: Fields): void => {
    if (fingerprintOf(fields) === fingerprintOf(shown)) forgetUnsaved(id)
    else
      keepUnsaved(id, {
        fields,
        only: [...new Set([...fields.map(([name]) => name), ...boxes])],
        twoTexts: true,
        keptAt: Date.now(),
        sent: mark,
      })
  }
  form.addEventListener('input', () => {
    keepApart(`${key}|mine`, ownOf(typedFields(form)), ownOf(shownFields(form)))
    for (const third of thirds) {
      const name = third.dataset.replaces ?? ''
      keepApart(`${key}|both-${name}`, [[name, third.value]], [[name, third.defaultValue]])
    }
  })
}
