import { summaryList } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { link } from '../../pages/parts.ts'
import type { RulesView } from '../read-rules.ts'

type RulesRead = Pick<RulesView, 'screeners' | 'questions' | 'typed' | 'pathsHref'>

/** What a round asks besides its form, for whoever cannot change it, or can no longer. */
export function rulesAsRead(rules: RulesRead): SafeHtml {
  const { screeners, typed, pathsHref } = rules
  const screener = screeners.find(({ value }) => value === typed.screenerVersionId)?.text ?? 'None'
  const facts: readonly (readonly [string, SafeHtml | string])[] = [
    [
      'Screener before the form',
      pathsHref === undefined ? screener : html`${screener}<br>${link(pathsHref, 'See every path through it')}`,
    ],
    [
      'An application that fails a rule',
      typed.ineligible === 'refuse' ? 'Cannot be submitted' : 'Can be submitted, and is marked',
    ],
    ['Applications that one body can lead', slotsOf(rules)],
    ['Partners that an application needs', typed.partnerMinimum === '0' ? 'None' : `At least ${typed.partnerMinimum}`],
    [
      'Applications in which one body can be a partner',
      typed.partnerSlots === '' ? 'As many as it likes' : typed.partnerSlots,
    ],
  ]
  return summaryList({
    rows: facts.map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })),
  })
}

/** How many one body can lead: a number, or one for each answer to the question that tells kinds apart. */
function slotsOf({ questions, typed }: RulesRead): SafeHtml | string {
  const question = questions.find(({ id }) => id === typed.countedBy)
  if (question === undefined) return typed.most
  const { id, options } = question
  return html`${options.map(({ value, label }) => html`${typed.mostOf(id, value)} ${label}<br>`)}`
}
