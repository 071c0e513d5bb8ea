import type { Form, FrozenApplication } from '../../../core/forms/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { WordData } from '../../../platform/word/word-data.ts'
import { documentLabel, leadWords } from '../applications.messages.ts'
import type { ApplicationInRound } from '../applications.store.ts'
import { sayWritten } from '../say-deadline.ts'
import { writeWordApplication } from './write-word-application.ts'

/** A draft, or an application that was withdrawn, as it is at a time. */
export type DraftFacts = {
  readonly application: ApplicationInRound
  readonly content: FrozenApplication
  readonly form: Form
  /** When an answer was last saved, if any was and it is known. */
  readonly savedAt?: Date | undefined
  readonly at: Date
}

/** The document of an application that is not submitted: it says so on every page. */
export function draftDocument({ application, content, form, savedAt, at }: DraftFacts): WordData {
  const { reference, state, deadlineAt } = application
  const draft =
    state === 'withdrawn' ? 'Withdrawn: not submitted.' : state === 'draft' ? 'Draft: not submitted.' : 'Submitted.'
  const isLate = savedAt !== undefined && deadlineAt !== null && savedAt > deadlineAt
  return writeWordApplication({
    content,
    form,
    mark: [draft, isLate ? 'Changed after the deadline.' : '', documentLabel(application)]
      .filter((text) => text !== '')
      .join(' '),
    footer: `${reference}. As it was at ${ukTimeWithZone(at)}`,
    facts: [
      { name: 'Reference', value: reference },
      { name: 'Lead authority', value: leadWords(content) },
      { name: 'Partners', value: content.partners.map(({ name }) => name).join(', ') || 'None' },
      { name: 'Deadline', value: deadlineAt === null ? 'Not set' : ukTimeWithZone(deadlineAt) },
      ...(savedAt === undefined ? [] : [{ name: 'Last saved', value: sayWritten(savedAt, deadlineAt) }]),
      { name: 'Form', value: `${content.form.title}, version ${content.form.number}` },
    ],
  })
}
