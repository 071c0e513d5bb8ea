import type { KeptElsewhere, RetentionRule, RetentionSection } from './retention-rule.ts'
import { advising } from './rules/advising.ts'
import { benefits } from './rules/benefits.ts'
import { judging } from './rules/judging.ts'
import { mail } from './rules/mail.ts'
import { networking } from './rules/networking.ts'
import { people } from './rules/people.ts'
import { reviewing } from './rules/reviewing.ts'
import { running } from './rules/running.ts'
import { support } from './rules/support.ts'
import { writing } from './rules/writing.ts'

/** Every rule about what is kept of people, in the order of the inventory. */
export const retentionSections: readonly RetentionSection[] = [
  people,
  writing,
  mail,
  running,
  judging,
  reviewing,
  advising,
  support,
  networking,
  benefits,
]

export const retentionRules: readonly RetentionRule[] = retentionSections.flatMap(({ rules }) => rules)

/** What lies beside the database. */
export const keptElsewhere: readonly KeptElsewhere[] = [
  { where: '`pgboss.job`', what: 'Work to be done, by ids', period: 'deleted by itself, three days after it ended' },
  {
    where: 'Log lines',
    what: 'Time, route, status and duration of each request. No address, name, network address or text',
    period: '12 months, by whoever keeps them',
  },
  {
    where: 'The browser’s own storage',
    what: 'What somebody typed and the service has not acknowledged, in their browser alone',
    period: 'removed when the service has it; after 30 days at the latest',
  },
  {
    where: 'Cookies `session`, `browser`, `flash`',
    what: 'Strictly necessary, so without consent. Pages read without signing in set none',
    period: '12 hours; 30 minutes; 1 minute',
  },
  {
    where: 'Cookie `screening`',
    what: 'Answers to a screener before signing in: choices, numbers and days',
    period: 'until an application is started; four hours at the latest',
  },
  { where: 'Backups', what: 'All of the above', period: 'as decided for backups' },
]

/** Columns that look as if they might be about people and are not, with what they are. */
export const notAboutPeople: Readonly<Record<string, string>> = {
  'complaint_texts.outside_body': 'the name of an ombudsman',
  'form.name': 'a title',
  'fund.name': 'a title',
  'funder.logo_text': 'the name of an organisation',
  'accounting_note.value_for_money': 'what an accounting officer says of the money',
  'migration.name': 'a file of the product',
  'organisation.name': 'the name of an authority',
  'organisation.short_name': 'the name of an authority',
  'organisation_border.note': 'what the source says of a border',
  'portfolio_what_if.name': 'a title',
  'question_set.name': 'a title',
  'round.name': 'a title',
  'supplier.name': 'the name of a business',
  'support_lot.name': 'a part of what is bought',
  'support_supplier.name': 'the name of a business',
  'webhook_message.body': 'what is public, as it was sent to a program',
}
