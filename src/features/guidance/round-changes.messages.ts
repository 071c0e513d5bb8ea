import type { AuthorityKind } from '../../core/authorities/authority.ts'
import { moneyWords, numberWords } from '../../core/forms/index.ts'
import { plainList } from '../../core/text/plain-list.ts'
import { dayInWords, isIsoDay } from '../../core/time/day.ts'
import { ukTimeWithZone } from '../../core/time/uk-time.ts'
import { kindsInWords } from './kinds-in-words.ts'
import type { ChangedValue, RoundChange } from './round-change.ts'

type InWords = (value: ChangedValue) => string
type Field = { readonly name: string; readonly inWords: InWords }

const moment: InWords = (value) => {
  if (typeof value !== 'string') return 'not set'
  return isIsoDay(value) ? dayInWords(value) : ukTimeWithZone(new Date(value))
}
const number: InWords = (value) => (typeof value === 'number' ? numberWords(value) : 'not set')
const pounds: InWords = (value) => (typeof value === 'number' ? moneyWords(value) : 'not set')
const contribution: InWords = (value) => (typeof value === 'number' ? moneyWords(value) : 'not stated')
const text: InWords = (value) => (typeof value === 'string' && value !== '' ? `“${value}”` : 'not given')
const label: InWords = (value) => (typeof value === 'string' ? value : 'not chosen')
const kinds: InWords = (value) =>
  Array.isArray(value) && value.length > 0 ? kindsInWords(value as readonly AuthorityKind[]) : 'nobody'
const asMany: InWords = (value) => (typeof value === 'number' ? numberWords(value) : 'as many as it likes')
const screener: InWords = (value) => (typeof value === 'string' ? value : 'none')
const slots: InWords = (value) =>
  value !== null && typeof value === 'object' && 'categories' in value
    ? plainList(
        value.categories.map(({ name, most }) =>
          name === '' ? numberWords(most) : `${numberWords(most)} of “${name}”`,
        ),
      )
    : 'not set'
const oneOf =
  (words: Readonly<Record<string, string>>): InWords =>
  (value) =>
    words[String(value)] ?? String(value)

const each = <Key extends string>(inWords: InWords, names: Readonly<Record<Key, string>>): Record<string, Field> =>
  Object.fromEntries(Object.entries<string>(names).map(([field, name]) => [field, { name, inWords }]))

/** What of a round and its fund the public is told, when it changes, by the event that tells it. */
const fields: Readonly<Record<RoundChange['action'], Readonly<Record<string, Field>>>> = {
  'round.timetable-changed': each(moment, {
    opensAt: 'Opening',
    questionsCloseAt: 'Close of questions',
    deadlineAt: 'Deadline',
    siftedOn: 'End of assessment',
    shortlistOn: 'Shortlist',
    interviewsFromOn: 'First interviews',
    interviewsToOn: 'Last interviews',
    decisionsOn: 'Decisions',
    startsOn: 'Start of work',
  }),
  'round.deadline-extended': each(moment, { deadlineAt: 'Deadline' }),
  'fund.changed': {
    ...each(text, {
      name: 'Name of the fund',
      summary: 'Summary of the fund',
      seniorOfficerName: 'Senior officer responsible',
      seniorOfficerTitle: 'Job title of the senior officer responsible',
    }),
    ...each(oneOf({ 'support-in-kind': 'support in kind', grant: 'a grant' }), { awardType: 'What a council gets' }),
    ...each(pounds, { budgetPounds: 'Budget', capPounds: 'Cap for each award' }),
    ...each(number, { places: 'Places' }),
    ...each(oneOf({ included: 'included', excluded: 'not included', 'not-stated': 'not stated' }), { vat: 'VAT' }),
  },
  'round.changed': {
    ...each(text, { name: 'Name of the round', contactEmail: 'Email address for questions' }),
    ...each(kinds, { eligibleKinds: 'Who may lead an application' }),
    ...each(number, {
      hoursToApply: 'Hours that an application takes',
      expectedLow: 'Fewest applications expected',
      expected: 'Applications expected',
      expectedHigh: 'Most applications expected',
      assessorsPerApplication: 'Readers of each application',
      minutesPerApplication: 'Minutes to read an application',
      panelMembers: 'Members of the interview panel',
      interviewMinutes: 'Minutes for each interview',
    }),
  },
  'round.form-chosen': each(label, { formVersionId: 'Application form' }),
  'funder.added': {},
  'funder.changed': each(contribution, { contributionPounds: 'Contribution' }),
  'funder.removed': {},
  'round.cancelled': {},
  'results.published': {},
  'round.rules-sealed': {},
  'round.rules-changed': {
    ...each(slots, { leadSlots: 'Applications that one body can lead' }),
    ...each(number, { partnerMinimum: 'Partners that an application needs' }),
    ...each(asMany, { partnerSlots: 'Applications in which one body can be a partner' }),
    ...each(oneOf({ refuse: 'refused', 'accept-and-flag': 'accepted and marked' }), {
      ineligible: 'Treatment of an application that fails a rule',
    }),
    ...each(screener, { screenerVersionId: 'Eligibility check before applying' }),
  },
}

/** The fields of a fund, its funders and a round whose change is news. */
export const toldFields = {
  fund: Object.keys(fields['fund.changed']),
  funder: Object.keys(fields['funder.changed']),
  round: Object.keys(fields['round.changed']),
}

/** What changed and why, a line for each thing. */
export function changeNotes({
  action,
  about,
  changes,
  reason,
  notice,
  body,
}: Pick<RoundChange, 'action' | 'about' | 'changes' | 'reason' | 'notice' | 'body'>): readonly string[] {
  if (action === 'funder.added') return [`${about} has joined those that pay for the fund.`]
  if (action === 'round.cancelled')
    return ['The round is cancelled. Nothing can be submitted to it.', `Reason: ${reason}`]
  if (action === 'results.published')
    return reason === ''
      ? ['The results are published: who is awarded what, and how it was decided.']
      : ['The results are published again.', `Reason: ${reason}`]
  if (action === 'round.rules-sealed')
    return reason === ''
      ? ['How applications are assessed is sealed.']
      : ['How applications are assessed is sealed anew.', `Reason: ${reason}`]
  if (action === 'funder.removed') return [`${about} no longer pays for the fund.`]
  const of = about === '' ? '' : ` of ${about}`
  const verb = action === 'round.timetable-changed' || action === 'round.deadline-extended' ? 'moved' : 'changed'
  const whose = body === '' ? '' : ` for ${body}`
  const why = action === 'round.form-chosen' ? 'What is different' : 'Reason'
  const notes = Object.entries(changes).flatMap(([name, { from, to }]) => {
    const field = fields[action][name]
    return field === undefined
      ? []
      : [`${field.name}${of}${whose} ${verb} from ${field.inWords(from)} to ${field.inWords(to)}.`]
  })
  return [...notes, ...(reason === '' ? [] : [`${why}: ${reason}`]), ...(notice === '' ? [] : [notice])]
}
