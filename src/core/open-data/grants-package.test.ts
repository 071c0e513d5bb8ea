import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { checkAsPublished, checkAsWritten, checkFromFolder } from '../../../tests/reference/grants-schema.ts'
import {
  grantColumns,
  organisationIdOf,
  type Publication,
  type PublishedAward,
  type PublishedBody,
  packageOf,
} from './index.ts'

const bath: PublishedBody = {
  id: 'BAS',
  name: 'Bath and North East Somerset Council',
  kind: 'unitary',
  gssCode: 'E06000022',
  illustrative: false,
}
const body = (id: string, kind: string, more: Partial<PublishedBody> = {}): PublishedBody => ({
  id,
  name: `Council ${id}`,
  kind,
  gssCode: null,
  illustrative: false,
  ...more,
})
const publication: Publication = {
  prefix: '360G-example',
  publisher: 'Delivering Differently',
  website: 'https://fund.example.org',
  programme: {
    code: 'delivering-differently/2014',
    title: 'Delivering Differently',
    url: 'https://fund.example.org/funds/a',
  },
  funders: [body('cabinet-office', 'government-department'), body('lga', 'membership-body', { name: 'LGA' })],
  source: 'https://fund.example.org/funds/a/b/results',
  download: 'https://fund.example.org/funds/a/b/results/awards.json',
  issuedOn: '2026-11-26',
  illustrative: false,
}
const award: PublishedAward = {
  reference: 'DD-2026-AAAA1',
  title: 'Youth services',
  description: 'A review of all options for youth services.',
  pounds: 95_000,
  askedPounds: 100_000,
  type: 'support-in-kind',
  awardedOn: '2026-11-20',
  startsOn: '2027-01-04',
  endsOn: null,
  lead: bath,
  partners: [body('WLT', 'unitary', { gssCode: 'E06000054' })],
  payments: [],
  changedAt: new Date('2026-11-21T09:00:00Z'),
}

const checks = [checkAsWritten(), checkFromFolder()].filter((check) => check !== undefined)

const assertValid = (value: unknown): void => {
  for (const check of checks) assert.ok(check(JSON.parse(JSON.stringify(value))), JSON.stringify(check.errors))
}

const anyDay = fc.date({ min: new Date('2014-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
const anyBody = fc.record({
  id: fc.constantFrom('BAS', 'CBD', 'WYCA', 'X-EXBRIDGE'),
  name: fc.string({ minLength: 1 }),
  kind: fc.constantFrom('county', 'district', 'unitary', 'london-borough', 'combined-authority', 'police-commissioner'),
  gssCode: fc.constantFrom('E06000022', null),
  illustrative: fc.boolean(),
})
const anyAward: fc.Arbitrary<PublishedAward> = fc.record({
  reference: fc.uuid(),
  title: fc.string({ minLength: 1 }),
  description: fc.string({ minLength: 1 }),
  pounds: fc.nat(100_000),
  askedPounds: fc.option(fc.nat(100_000)),
  type: fc.constantFrom('support-in-kind', 'grant'),
  awardedOn: anyDay.map((at) => at.toISOString().slice(0, 10)),
  startsOn: fc.option(anyDay.map((at) => at.toISOString().slice(0, 10))),
  endsOn: fc.option(anyDay.map((at) => at.toISOString().slice(0, 10))),
  lead: anyBody,
  partners: fc.array(anyBody, { maxLength: 3 }),
  payments: fc.array(
    fc.record({
      id: fc.uuid(),
      on: anyDay.map((at) => at.toISOString().slice(0, 10)),
      pence: fc.integer({ min: -10_000_000, max: 10_000_000 }),
    }),
    { maxLength: 4 },
  ),
  changedAt: anyDay,
})

describe('a 360Giving package', () => {
  it('is one whatever the awards are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyAward, { minLength: 1, maxLength: 5, selector: ({ reference }) => reference }),
        fc.boolean(),
        (awards, illustrative) => {
          const made = packageOf(awards, { ...publication, illustrative })
          assertValid(made)
          assert.equal(
            made.grants.reduce((sum, { amountAwarded }) => sum + amountAwarded, 0),
            awards.reduce((sum, { pounds }) => sum + pounds, 0),
          )
          assert.ok(!illustrative || made.grants.every(({ title }) => title.startsWith('Illustrative: made up')))
        },
      ),
    )
  })

  it('would not be one without what the standard asks for', () => {
    const [check] = checks
    for (const field of [
      'id',
      'title',
      'currency',
      'amountAwarded',
      'awardDate',
      'fundingOrganization',
      'recipientOrganization',
    ]) {
      const made = JSON.parse(JSON.stringify(packageOf([award], publication)))
      delete made.grants[0][field]
      assert.equal(check?.(made), false, field)
    }
    assert.throws(() => packageOf([], publication), RangeError)
    assert.throws(() => packageOf([award], { ...publication, funders: [] }), RangeError)
  })

  it('says what was paid of a grant and when, less what came back, and nothing of the kind of support in kind', () => {
    const payments = [
      { id: 'payment-1', on: '2027-02-01', pence: 4_000_050 },
      { id: 'return-1', on: '2027-03-01', pence: -100_025 },
    ]
    const [grant] = packageOf([{ ...award, type: 'grant', payments }], publication).grants
    assert.equal(grant?.amountDisbursed, 39_000.25)
    assert.deepEqual(
      grant?.disbursementTransaction?.map(({ id, transactionDate, value, description }) => [
        id,
        transactionDate,
        value,
        description,
      ]),
      [
        ['360G-example-DD-2026-AAAA1/payment-1', '2027-02-01', 40_000.5, undefined],
        ['360G-example-DD-2026-AAAA1/return-1', '2027-03-01', -1000.25, 'Money that came back'],
      ],
    )
    const [unpaid] = packageOf([{ ...award, type: 'grant' }], publication).grants
    assert.deepEqual([unpaid?.amountDisbursed, unpaid?.disbursementTransaction], [0, undefined])
    const [inKind] = packageOf([award], publication).grants
    assert.ok(inKind !== undefined && !('amountDisbursed' in inKind) && !('disbursementTransaction' in inKind))
  })

  it('says what is given, to whom, where, and who pays with whom', () => {
    const [grant] = packageOf([award], publication).grants
    assert.equal(grant?.id, '360G-example-DD-2026-AAAA1')
    assert.deepEqual([grant?.amountAppliedFor, grant?.amountAwarded, grant?.currency], [100_000, 95_000, 'GBP'])
    assert.deepEqual(grant?.recipientOrganization, [
      {
        id: 'GB-LAE-BAS',
        name: 'Bath and North East Somerset Council',
        location: [
          { name: 'Bath and North East Somerset Council', countryCode: 'GB', geoCode: 'E06000022', geoCodeType: 'UA' },
        ],
      },
    ])
    assert.deepEqual(grant?.fundingOrganization, [{ id: 'GB-GOR-D2', name: 'Council cabinet-office' }])
    assert.equal(
      grant?.description,
      'A review of all options for youth services. This is support in kind: the amount is what the help that is bought for the council may cost, and no money is paid to it. With Council WLT. Funded together with LGA.',
    )
    assert.deepEqual(grant?.plannedDates, [{ startDate: '2027-01-04' }])
    assert.equal(grant?.beneficiaryLocation.length, 2)
  })

  it('says the same in the columns of the standard’s spreadsheet', () => {
    const [grant] = packageOf([{ ...award, type: 'grant', partners: [] }], publication).grants
    assert.ok(grant)
    const row = Object.fromEntries(grantColumns.map(({ heading, cell }) => [heading, cell(grant)]))
    assert.equal(row.Identifier, grant.id)
    assert.equal(row['Amount Awarded'], 95_000)
    assert.equal(row['Recipient Org:Identifier'], 'GB-LAE-BAS')
    assert.equal(row['Planned Dates:Start Date'], '2027-01-04')
    assert.equal(row['Planned Dates:End Date'], undefined)
    assert.doesNotMatch(String(row.Description), /in kind/)
  })
})

describe('the identifier of an organisation', () => {
  it('is that of the closed register only for what the register had', () => {
    const of = (id: string, kind: string, more: Partial<PublishedBody> = {}) =>
      organisationIdOf(body(id, kind, more), '360G-example')
    assert.equal(of('WOT', 'unitary'), 'GB-LAE-WOT')
    assert.equal(of('cabinet-office', 'government-department'), 'GB-GOR-D2')
    assert.equal(of('dclg', 'government-department'), 'GB-GOR-D4')
    assert.equal(of('dclg', 'government-department', { illustrative: true }), '360G-example-org:dclg')
    for (const [id, kind] of [
      ['CBD', 'unitary'],
      ['SMT', 'unitary'],
      ['NYE', 'unitary'],
      ['WYCA', 'combined-authority'],
      ['x-department', 'government-department'],
      ['dclg', 'membership-body'],
    ] as const)
      assert.equal(of(id, kind), `360G-example-org:${id}`)
    assert.equal(of('BAS', 'unitary', { illustrative: true }), '360G-example-org:BAS')
    assert.equal(of('ABC', 'police-commissioner'), '360G-example-org:ABC')
  })
})

describe('the standard’s own files', () => {
  it('are read with their two faults mended', () => {
    const files: Record<string, unknown> = {
      '360-giving-schema.json': {
        $schema: 'http://json-schema.org/draft/2020-12/schema',
        $id: 'https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.3/schema/360-giving-schema.json',
        type: 'object',
        required: ['id'],
      },
      '360-giving-package-schema.json': {
        $schema: 'http://json-schema.org/draft/2020-12/schema',
        $id: 'https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.3/schema/360-giving-package-schema.json',
        type: 'object',
        properties: {
          grants: {
            type: 'array',
            items: {
              $ref: 'https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.2/schema/360-giving-schema.json',
            },
          },
        },
      },
    }
    const check = checkAsPublished((name) => JSON.stringify(files[name]))
    assert.equal(check({ grants: [{ id: 'a' }] }), true)
    assert.equal(check({ grants: [{}] }), false)
  })
})
