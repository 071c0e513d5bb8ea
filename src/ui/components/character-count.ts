import { html, nothing, type SafeHtml } from '../html.ts'
import { hint } from './hint.ts'
import { contentOf, more, type Optional, type Plurals, wordsFor } from './parts.ts'
import { type TextareaOptions, textarea } from './textarea.ts'

export type CharacterCountOptions = Omit<TextareaOptions, 'disabled' | 'autocomplete' | 'describedBy'> &
  Optional<{
    maxlength: number | string
    /** Counts words; wins over `maxlength`. Browsers' consoles call it deprecated: `maxlength` with `countType: 'words'` is the same. */
    maxwords: number | string
    countType: 'characters' | 'words' | 'length'
    /** Percent of the limit from which on the count is shown. */
    threshold: number | string
    /** For browsers without scripts; `%{count}` becomes the limit. */
    textareaDescriptionText: string
    countMessage: { readonly classes?: string | undefined }
    charactersUnderLimitText: Plurals
    charactersAtLimitText: string
    charactersOverLimitText: Plurals
    wordsUnderLimitText: Plurals
    wordsAtLimitText: string
    wordsOverLimitText: Plurals
  }>

/**
 * Several lines of text with a limit that the browser counts down. It does not stop anyone: the server says what is too long.
 *
 * @example characterCount({ name: 'drivers', maxlength: 500, countType: 'words', label: { text: 'What drives the change?' } })
 */
export function characterCount(options: CharacterCountOptions): SafeHtml {
  const { formGroup, countMessage, ...field } = options
  const id = options.id || options.name
  const after = formGroup?.afterInput
  const message = hint({
    text: descriptionOf(options),
    id: `${id}-info`,
    classes: `govuk-character-count__message${more(countMessage?.classes)}`,
  })
  return textarea({
    ...field,
    id,
    describedBy: `${id}-info`,
    classes: `govuk-js-character-count${more(options.classes)}`,
    formGroup: {
      ...formGroup,
      classes: `govuk-character-count${more(formGroup?.classes)}`,
      attributes: { ...scriptAttributes(options), ...formGroup?.attributes },
      afterInput: { html: html`${message}${after ? html`${contentOf(after)}` : nothing}` },
    },
  })
}

function countTypeOf({ countType, maxwords }: CharacterCountOptions): string | undefined {
  return countType || (maxwords ? 'words' : undefined)
}

/** Without a limit in the markup there is none to speak of yet: a script may set it. */
function descriptionOf(options: CharacterCountOptions): string | undefined {
  const limit = options.maxwords || options.maxlength
  if (!limit) return undefined
  const own = options.textareaDescriptionText
  if (own) return own.replace('%{count}', String(limit))
  return countTypeOf(options) === 'words'
    ? `You can enter up to ${limit} words`
    : `You can enter up to ${limit} characters`
}

function scriptAttributes(options: CharacterCountOptions) {
  const { maxlength, maxwords, threshold, textareaDescriptionText } = options
  const description =
    !maxlength && !maxwords && textareaDescriptionText ? { other: textareaDescriptionText } : undefined
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': maxlength,
    'data-maxwords': maxwords,
    'data-threshold': threshold,
    'data-count-type': countTypeOf(options),
    ...wordsFor('textarea-description', description),
    ...wordsFor('characters-under-limit', options.charactersUnderLimitText),
    ...wordsFor('characters-at-limit', options.charactersAtLimitText),
    ...wordsFor('characters-over-limit', options.charactersOverLimitText),
    ...wordsFor('words-under-limit', options.wordsUnderLimitText),
    ...wordsFor('words-at-limit', options.wordsAtLimitText),
    ...wordsFor('words-over-limit', options.wordsOverLimitText),
  }
}
