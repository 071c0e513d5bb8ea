import type { Answers } from '../../core/forms/index.ts'
import { addDays } from '../../core/time/day.ts'
import type { Chance } from './chance.ts'
import type { MadeAuthority } from './make-authorities.ts'
import type { Service, Words } from './words.ts'

const costs = {
  'options-appraisal': 40_000,
  legal: 15_000,
  finance: 20_000,
  people: 10_000,
  'implementation-plan': 10_000,
}

/** What a made-up authority answers to the expression of interest about one of its services. `startsOn`: an ISO day. */
export function makeAnswers(
  words: Words,
  chance: Chance,
  { authority, service, startsOn }: { authority: MadeAuthority; service: Service; startsOn: string },
): Answers {
  const { shortName } = authority
  const domain = `${shortName.toLowerCase()}.example`
  const units = chance.whole(2, 40)
  const thousands = chance.whole(9, 90)
  return {
    'in-england': true,
    'applied-before': false,
    'lead-name': `Lead officer of ${shortName}`,
    'lead-title': chance.one(words.jobTitles),
    'lead-email': `lead@${domain}`,
    'lead-phone': '01632 960 001',
    'lead-address': { line1: '1 Example Street', town: shortName, postcode: 'ZZ99 9ZZ' },
    'sponsor-name': `Senior sponsor of ${shortName}`,
    'sponsor-title': 'Director',
    'sponsor-email': `sponsor@${domain}`,
    'sponsor-phone': '01632 960 002',
    joint: false,
    'service-name': service.name,
    'several-services': false,
    scope: `${service.name} as provided today: ${units} ${service.unit}, and ${units * 3 + 9} full-time equivalent staff.`,
    'annual-cost': thousands * 100_000,
    staff: units * 3 + 9,
    drivers: `${service.driver}. ${chance.one(['The budget falls by a tenth in two years.', 'Members have asked for a review.', 'Costs rise faster than the budget.'])}`,
    outcomes: `In five years ${service.outcome}, at a cost for each person that is known and lower than today.`,
    saving: thousands * chance.whole(3, 12) * 1_000,
    models: chance.one(words.models),
    'models-why': chance.one(words.modelsWhy),
    commitment: chance.uniform() > 0.12,
    'engage-staff': chance.one(words.engageStaff),
    'engage-others': chance.one(words.engageOthers),
    resource: chance.one(words.resource),
    'support-costs': Object.entries(costs).map(([row, estimate]) => ({ row, estimate })),
    share: chance.uniform() > 0.04,
    start: startsOn,
    complete: addDays(startsOn, chance.whole(240, 420)),
    milestones: 'Options appraisal after four months, decision after six, plan after eight.',
    declaration: true,
  }
}
