import type { AssessmentRules, RuleFact } from '../../../core/rules/index.ts'

const sectionFacts: Readonly<Record<string, readonly string[]>> = {
  thresholds: ['Thresholds'],
  interviews: ['Interviews'],
  spread: ['Spread of awards'],
  sum: ['Sum of an award'],
  ties: ['Ties'],
  conflicts: ['Conflicts of interest'],
  comparing: ['Comparing scores'],
  assessing: ['Who reads what', 'Moderation'],
  visibility: ['Who sees what', 'Where these rules come from'],
}

/** What the rules say of a section. @param slug its name in addresses */
export function factsOfSection(slug: string, facts: readonly RuleFact[], rules: AssessmentRules): readonly RuleFact[] {
  // Their criteria stand in a table of their own.
  const interviewed = rules.interview.criteria.flatMap(({ name }) => [name, `${name}: scale`])
  return facts.filter(
    ({ section, name }) =>
      sectionFacts[slug]?.includes(section) && !(slug === 'interviews' && interviewed.includes(name)),
  )
}
