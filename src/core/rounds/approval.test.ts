import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { it } from 'node:test'
import { contentHash } from '../canonical/index.ts'
import { type AssessmentRules, firstRules } from '../rules/assessment-rules.ts'
import { approvalOf, quoteDocument, type RulesPage, rulesDocument } from './approval.ts'
import type { Fund, Funder } from './fund.ts'
import { publishList } from './publish-list.ts'
import type { Round } from './round.ts'
import { leadSlotsFor, plainRules } from './round-rules.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const fund: Fund = {
  id: 'f',
  slug: 'fund',
  name: 'Fund',
  summary: '',
  awardType: 'grant',
  budgetPounds: 100,
  places: 1,
  capPounds: 100,
  vat: 'included',
  seniorOfficerName: 'A. Officer',
  seniorOfficerTitle: 'Director',
  sources: [],
  illustrative: false,
  createdAt: new Date(0),
}
const funder: Funder = {
  organisationId: 'LGA',
  organisationName: 'Local Government Association',
  position: 1,
  contributionPounds: 100,
  logoText: '',
  quote: 'Good.',
  quoteSpeaker: 'Chair',
  quoteSourceUrl: '',
}
const round: Round = {
  ...plainRules,
  id: 'r',
  fundId: 'f',
  slug: 'round-1',
  name: 'Round 1',
  publishedAt: null,
  opensAt: new Date('2027-01-07T09:00:00Z'),
  questionsCloseAt: null,
  deadlineAt: new Date('2027-02-10T17:00:00Z'),
  ownDeadlineAt: new Date('2027-02-10T17:00:00Z'),
  reminderHours: [],
  siftedOn: null,
  shortlistOn: null,
  interviewsFromOn: null,
  interviewsToOn: null,
  decisionsOn: null,
  startsOn: null,
  eligibleKinds: ['unitary'],
  expectedLow: 1,
  expected: 2,
  expectedHigh: 3,
  assessors: 3,
  assessorsPerApplication: 3,
  minutesPerApplication: 60,
  panelMembers: 3,
  interviewMinutes: 60,
  interviewsHeld: true,
  hoursToApply: 12,
  contactEmail: 'a@b.example',
  formVersionId: 'v1',
  illustrative: false,
  createdAt: new Date(0),
  cancelledAt: null,
  cancelledReason: '',
}
const scoring = (sha: string, number = 1): RulesPage => ({
  slug: 'scoring',
  published: { number, title: 'Scoring', sha256: sha },
})
const hashOf = (
  changes: Partial<Round>,
  ofFund: Partial<Fund> = {},
  pages = [scoring('a')],
  assessment: AssessmentRules | null = null,
): string =>
  contentHash(
    rulesDocument({ ...fund, ...ofFund }, [funder], { ...round, ...changes }, { pages, form: null, assessment }),
    sha256,
  )

it('gives the rules another hash when any of them changes, and the same when none does', () => {
  const first = hashOf({})
  assert.equal(hashOf({ publishedAt: new Date(1), slug: 'other', contactEmail: 'c@d.example' }), first)
  assert.equal(hashOf({}, {}, [scoring('a', 2)]), first)
  const kinds = ['county', 'unitary'] as const
  assert.equal(hashOf({ eligibleKinds: kinds }), hashOf({ eligibleKinds: [...kinds].reverse() }))
  const changed = [
    hashOf({ ownDeadlineAt: new Date('2027-02-10T17:00:01Z') }),
    hashOf({ formVersionId: 'v2' }),
    hashOf({ leadSlots: leadSlotsFor(2) }),
    hashOf({ partnerMinimum: 3 }),
    hashOf({ partnerSlots: 1 }),
    hashOf({ ineligible: 'accept-and-flag' }),
    hashOf({ screenerVersionId: 's1' }),
    hashOf({ signOffs: ['sponsor'] }),
    hashOf({ eligibleKinds: ['unitary', 'county'] }),
    hashOf({ decisionsOn: '2027-03-01' }),
    hashOf({}, { capPounds: 99 }),
    hashOf({}, { vat: 'excluded' }),
    hashOf({}, {}, [scoring('b')]),
    hashOf({}, {}, [{ slug: 'scoring', published: undefined }]),
    hashOf({}, {}, [scoring('a')], firstRules),
    hashOf({}, {}, [scoring('a')], { ...firstRules, overallLeastPercent: 70 }),
  ]
  assert.equal(new Set([first, ...changed]).size, changed.length + 1)
})

it('lets no approval of an earlier quote stand for a later one', () => {
  const now = contentHash(quoteDocument(funder), sha256)
  const given = {
    organisationId: 'LGA',
    subject: 'quote',
    subjectSha256: now,
    approvedAt: new Date(0),
    approvedByName: 'P',
  } as const
  assert.equal(approvalOf([given], 'LGA', 'quote', now), given)
  const later = contentHash(quoteDocument({ ...funder, quote: 'Great.' }), sha256)
  assert.equal(approvalOf([given], 'LGA', 'quote', later), undefined)
  assert.equal(approvalOf([given], 'SOLACE', 'quote', now), undefined)
  assert.equal(approvalOf([given], 'LGA', 'rules', now), undefined)
})

it('is ready to publish only with everything there and the deadline to come', () => {
  const at = new Date('2027-01-01T00:00:00Z')
  const facts = { at, gatesPassed: true, rulesSealed: true }
  assert.equal(publishList(round, fund, [funder], [], facts).ready, true)
  assert.equal(publishList(round, fund, [funder], [], { ...facts, gatesPassed: false }).ready, false)
  assert.equal(publishList(round, fund, [funder], [], { ...facts, rulesSealed: false }).ready, false)
  const missing: [Partial<Round>, string][] = [
    [{ opensAt: null }, 'opening-set'],
    [{ eligibleKinds: [] }, 'kinds-chosen'],
    [{ contactEmail: '' }, 'contact-given'],
    [{ formVersionId: null }, 'form-chosen'],
    [{ deadlineAt: at }, 'deadline-to-come'],
  ]
  for (const [changes, need] of missing) {
    const list = publishList({ ...round, ...changes }, fund, [funder], [], facts)
    assert.equal(list.ready, false)
    assert.deepEqual(
      list.needs.filter(({ met }) => !met).map((each) => each.need),
      [need],
    )
  }
})
