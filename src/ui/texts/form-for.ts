/**
 * A text by how many there are, as the plural rules of a language want it: called by programs that were translated.
 *
 * @param count a number, or one in words of ours such as `1,204`
 * @param forms a text for each rule that has one of its own; `other` is for the rest
 * @example formFor('cy', 2, { two: () => 'dwy', other: () => 'llawer' }) // => 'dwy'
 */
export function formFor<Words>(
  tag: string,
  count: unknown,
  forms: { readonly other: () => Words } & Partial<Readonly<Record<Intl.LDMLPluralRule, () => Words>>>,
): Words {
  const rules = known.get(tag) ?? new Intl.PluralRules(tag)
  known.set(tag, rules)
  return (forms[rules.select(Number(String(count).replaceAll(',', '')))] ?? forms.other)()
}

const known = new Map<string, Intl.PluralRules>()
