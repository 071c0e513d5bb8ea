type Forms = Readonly<Record<string, string>>

/** A number that each plural rule takes, in languages of these islands. @see Unicode CLDR, language plural rules */
const samples = [0, 1, 2, 3, 6, 20]

/** A text that counts, in each plural form that the language of the page has, as `govuk-frontend` wants it. */
function formsOf(say: (count: number) => string): Forms {
  const rules = new Intl.PluralRules(document.documentElement.lang)
  return Object.fromEntries(
    samples.map((count) => [rules.select(count), say(count).replace(String(count), '%{count}')] as const),
  )
}

/**
 * How much may still be written, which `CharacterCount` of `govuk-frontend` says in English by itself: this is taken into the
 * scripts of other languages alone, so it costs an English page nothing.
 */
export const countWords = (): { readonly i18n: Readonly<Record<string, string | Forms>> } => ({
  i18n: {
    charactersUnderLimit: formsOf((count) =>
      count === 1 ? 'You have 1 character remaining' : `You have ${count} characters remaining`,
    ),
    charactersAtLimit: 'You have 0 characters remaining',
    charactersOverLimit: formsOf((count) =>
      count === 1 ? 'You have 1 character too many' : `You have ${count} characters too many`,
    ),
    wordsUnderLimit: formsOf((count) =>
      count === 1 ? 'You have 1 word remaining' : `You have ${count} words remaining`,
    ),
    wordsAtLimit: 'You have 0 words remaining',
    wordsOverLimit: formsOf((count) => (count === 1 ? 'You have 1 word too many' : `You have ${count} words too many`)),
  },
})
