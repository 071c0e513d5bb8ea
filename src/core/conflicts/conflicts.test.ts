import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { firstRules } from '../rules/assessment-rules.ts'
import { type Bid, type Body, type ConflictCase, findConflicts, type Interests, keepsFrom, linesOf } from './index.ts'
import { standUnderRules } from './stand-under-rules.ts'

const body = (id: string, more: Partial<Body> = {}): Body => ({
  id,
  kind: 'district',
  countyId: null,
  combinedAuthorityId: null,
  ...more,
})

const bodies: readonly Body[] = [
  body('SHIRE', { kind: 'county', combinedAuthorityId: 'SHIRE-CA' }),
  body('ALDER', { countyId: 'SHIRE' }),
  body('BIRCH', { countyId: 'SHIRE' }),
  body('CEDAR', { kind: 'unitary', combinedAuthorityId: 'SHIRE-CA' }),
  body('SHIRE-CA', { kind: 'combined-authority' }),
  body('FAR', { kind: 'unitary' }),
  body('HACKLOW', { kind: 'london-borough', combinedAuthorityId: 'GLA' }),
  body('BARLOW', { kind: 'london-borough', combinedAuthorityId: 'GLA' }),
  body('GLA', { kind: 'greater-london-authority' }),
  body('OLD-EAST'),
  body('NEW', { kind: 'unitary' }),
  body('OTHER-NEW', { kind: 'unitary' }),
]

const bid = (applicationId: string, leadId: string, more: Partial<Bid> = {}): Bid => ({
  applicationId,
  leadId,
  partnerIds: [],
  supplierIds: [],
  writerIds: [`writer of ${applicationId}`],
  ...more,
})

const person = (more: Partial<Interests>): Interests => ({
  personId: 'P',
  memberships: [],
  employers: [],
  authorities: [],
  suppliers: [],
  homes: [],
  ...more,
})

const employed = (organisationId: string, endedOn: string | null = null) => ({
  organisationId,
  supplierId: null,
  endedOn,
})

/** Kinds by application, of one person. */
function found(bids: readonly Bid[], who: Interests, more: Partial<ConflictCase> = {}): Record<string, string[]> {
  const all = findConflicts({
    bodies,
    succession: [],
    borders: [],
    bids,
    people: [who],
    countedOn: '2026-02-10',
    ...more,
  })
  const kinds: Record<string, string[]> = {}
  for (const { applicationId, kind } of all) kinds[applicationId] = [...(kinds[applicationId] ?? []), kind].sort()
  return kinds
}

describe('the conflicts of an assessor', () => {
  it('are with the own authority as lead and as partner, and as an officer of a bidder with every bid', () => {
    const bids = [bid('own', 'FAR'), bid('joint', 'ALDER', { partnerIds: ['FAR'] }), bid('third', 'HACKLOW')]
    assert.deepEqual(found(bids, person({ memberships: ['FAR'] })), {
      own: ['bidding-officer', 'own-authority'],
      joint: ['bidding-officer', 'partner'],
      third: ['bidding-officer'],
    })
  })

  it('are with every bid for somebody who wrote one, whoever they say they work for', () => {
    const bids = [bid('written', 'FAR', { writerIds: ['P'] }), bid('third', 'HACKLOW')]
    assert.deepEqual(found(bids, person({})), {
      written: ['bidding-officer', 'own-authority'],
      third: ['bidding-officer'],
    })
  })

  it('are with an employer until three years to the day after the last day', () => {
    const bids = [bid('past', 'FAR'), bid('third', 'HACKLOW')]
    assert.deepEqual(found(bids, person({ employers: [employed('FAR', '2023-02-10')] })), { past: ['employer'] })
    assert.deepEqual(found(bids, person({ employers: [employed('FAR', '2023-02-09')] })), {})
    assert.deepEqual(found(bids, person({ employers: [employed('FAR')] })), {
      past: ['bidding-officer', 'employer'],
      third: ['bidding-officer'],
    })
  })

  it('count a last day of 29 February until three years later have passed it', () => {
    const who = person({ employers: [employed('FAR', '2024-02-29')] })
    const bids = [bid('past', 'FAR')]
    assert.deepEqual(found(bids, who, { countedOn: '2027-02-28' }), { past: ['employer'] })
    assert.deepEqual(found(bids, who, { countedOn: '2027-03-01' }), {})
  })

  it('are with a supplier that a bid names, whether owned or worked for', () => {
    const bids = [bid('named', 'FAR', { supplierIds: ['S'] }), bid('third', 'HACKLOW')]
    assert.deepEqual(found(bids, person({ suppliers: ['S'] })), { named: ['supplier'] })
    const worked = { organisationId: null, supplierId: 'S', endedOn: '2025-01-01' }
    assert.deepEqual(found(bids, person({ employers: [worked] })), { named: ['supplier'] })
    assert.deepEqual(found(bids, person({ employers: [{ ...worked, endedOn: '2020-01-01' }] })), {})
  })

  it('are with an authority in which there is an interest, as with the own, but make nobody an officer', () => {
    const bids = [bid('watched', 'FAR'), bid('third', 'HACKLOW')]
    assert.deepEqual(found(bids, person({ authorities: ['FAR'] })), { watched: ['own-authority'] })
  })

  it('are soft with the county, its other districts, and members of the combined authority', () => {
    const bids = [bid('county', 'SHIRE'), bid('beside', 'BIRCH'), bid('far', 'FAR'), bid('combined', 'SHIRE-CA')]
    assert.deepEqual(found(bids, person({ employers: [employed('ALDER', '2025-01-01')] })), {
      county: ['county-and-district'],
      beside: ['neighbour'],
    })
    assert.deepEqual(found([...bids, bid('cedar', 'CEDAR')], person({ authorities: ['SHIRE'] })), {
      county: ['own-authority'],
      beside: ['county-and-district'],
      combined: ['combined-authority'],
      cedar: ['combined-authority'],
    })
    assert.deepEqual(found([bid('cedar', 'CEDAR')], person({ authorities: ['SHIRE-CA'] })), {
      cedar: ['combined-authority'],
    })
  })

  it('do not take the Greater London Authority for a combined authority', () => {
    assert.deepEqual(found([bid('borough', 'BARLOW'), bid('gla', 'GLA')], person({ authorities: ['HACKLOW'] })), {})
  })

  it('are soft with the council where one lives and with its county', () => {
    const bids = [bid('home', 'ALDER'), bid('county', 'SHIRE'), bid('beside', 'BIRCH')]
    assert.deepEqual(found(bids, person({ homes: ['ALDER'] })), {
      home: ['home-authority'],
      county: ['home-authority'],
    })
  })

  it('are soft with who is beyond a border, from either side, and say where the border is known from', () => {
    const borders = [{ one: 'ALDER', other: 'FAR', source: 'A map of 2026' }]
    const bids = [
      bid('far', 'FAR'),
      bid('alder', 'ALDER'),
      bid('beside', 'BIRCH'),
      bid('joint', 'NEW', { partnerIds: ['FAR'] }),
    ]
    const kinds = (who: Interests) => found(bids, who, { borders })
    assert.deepEqual(kinds(person({ authorities: ['ALDER'] })), {
      far: ['neighbour'],
      alder: ['own-authority'],
      beside: ['neighbour'],
      joint: ['neighbour'],
    })
    assert.deepEqual(kinds(person({ employers: [employed('FAR', '2025-01-01')] })), {
      far: ['employer'],
      alder: ['neighbour'],
      joint: ['employer'],
    })
    assert.deepEqual(kinds(person({ homes: ['FAR'] })), { far: ['home-authority'], joint: ['home-authority'] })
    const people = [person({ authorities: ['ALDER'] })]
    const all = findConflicts({ bodies, succession: [], borders, bids, people, countedOn: '2026-02-10' })
    const sourceOf = (id: string) => all.find(({ applicationId }) => applicationId === id)?.source
    assert.deepEqual(['far', 'beside', 'alder'].map(sourceOf), ['A map of 2026', null, null])
  })

  it('are with the county beyond a border of its districts, and between two counties whose districts meet', () => {
    const borders = [
      { one: 'ALDER', other: 'FAR', source: 'A map' },
      { one: 'BIRCH', other: 'ELM', source: 'A map' },
      { one: 'ALDER', other: 'BIRCH', source: 'A map' },
    ]
    const more = { borders, bodies: [...bodies, body('VALE', { kind: 'county' }), body('ELM', { countyId: 'VALE' })] }
    const bids = ['SHIRE', 'ALDER', 'FAR', 'VALE', 'ELM'].map((id) => bid(`of ${id}`, id))
    assert.deepEqual(found(bids, person({ authorities: ['SHIRE'] }), more), {
      'of SHIRE': ['own-authority'],
      'of ALDER': ['county-and-district'],
      'of FAR': ['neighbour'],
      'of VALE': ['neighbour'],
      'of ELM': ['neighbour'],
    })
    assert.deepEqual(found(bids, person({ authorities: ['ELM'] }), more), {
      'of SHIRE': ['neighbour'],
      'of VALE': ['county-and-district'],
      'of ELM': ['own-authority'],
    })
  })

  it('are beyond a border of what a body was before, and never with itself', () => {
    const borders = [
      { one: 'OLD-EAST', other: 'FAR', source: 'An old map' },
      { one: 'OLD-EAST', other: 'NEW', source: 'An old map' },
    ]
    const more = { borders, succession: [['OLD-EAST', 'NEW']] as const }
    const bids = [bid('far', 'FAR'), bid('new', 'NEW')]
    assert.deepEqual(found(bids, person({ authorities: ['NEW'] }), more), {
      far: ['neighbour'],
      new: ['own-authority'],
    })
    assert.deepEqual(found(bids, person({ authorities: ['FAR'] }), more), {
      far: ['own-authority'],
      new: ['neighbour'],
    })
  })

  it('take predecessors and successors for the same body, but not two successors of one', () => {
    const succession = [
      ['OLD-EAST', 'NEW'],
      ['OLD-EAST', 'OTHER-NEW'],
    ] as const
    const bids = [bid('new', 'NEW'), bid('other', 'OTHER-NEW')]
    const kinds = (who: Interests) => found(bids, who, { succession })
    assert.deepEqual(kinds(person({ employers: [employed('OLD-EAST', '2025-03-31')] })), {
      new: ['employer'],
      other: ['employer'],
    })
    assert.deepEqual(kinds(person({ authorities: ['NEW'] })), { new: ['own-authority'] })
    assert.deepEqual([...linesOf(succession)('NEW')].sort(), ['NEW', 'OLD-EAST'])
  })

  it('do not depend on the order of anything', () => {
    const bids = bodies.map(({ id }) => bid(`bid of ${id}`, id))
    const people = bodies.map(({ id }) => person({ personId: id, authorities: [id], homes: ['ALDER'] }))
    const said = (given: Pick<ConflictCase, 'bids' | 'people' | 'bodies'>) =>
      findConflicts({ succession: [['OLD-EAST', 'NEW']], borders: [], countedOn: '2026-02-10', ...given })
        .map(({ applicationId, personId, kind }) => `${applicationId} ${personId} ${kind}`)
        .sort()
    const first = said({ bids, people, bodies })
    assert.ok(first.length > bodies.length)
    const mixed = <Value>(list: readonly Value[]) => fc.shuffledSubarray([...list], { minLength: list.length })
    fc.assert(
      fc.property(mixed(bids), mixed(people), mixed(bodies), (someBids, somePeople, someBodies) => {
        assert.deepEqual(said({ bids: someBids, people: somePeople, bodies: someBodies }), first)
      }),
      { numRuns: 30 },
    )
  })
})

describe('conflicts under the sealed rules', () => {
  const [one] = findConflicts({
    bodies,
    succession: [],
    borders: [],
    bids: [bid('home', 'ALDER')],
    people: [person({ homes: ['ALDER'] })],
    countedOn: '2026-02-10',
  })
  const nothing = { releases: [], declared: [] }
  const release = { applicationId: 'home', personId: 'P', kind: 'home-authority' }

  it('keep apart when soft until they are released', () => {
    assert.ok(one)
    const stand = (releases: readonly (typeof release)[]) =>
      standUnderRules([one], firstRules.conflicts, { ...nothing, releases }).map(keepsFrom)
    assert.deepEqual(stand([]), [true])
    assert.deepEqual(stand([release]), [false])
    assert.deepEqual(stand([{ ...release, kind: 'neighbour' }]), [true])
  })

  it('cannot be released when the round seals them as hard, and do not count when it seals them as off', () => {
    assert.ok(one)
    const under = (treatment: 'hard' | 'off') =>
      standUnderRules(
        [one],
        { ...firstRules.conflicts, 'home-authority': treatment },
        { ...nothing, releases: [release] },
      ).map(keepsFrom)
    assert.deepEqual(under('hard'), [true])
    assert.deepEqual(under('off'), [])
  })

  it('are joined by what somebody handed back, which is theirs again only once that is released', () => {
    const handedBack = [{ applicationId: 'home', personId: 'P' }]
    const kept = (releases: readonly (typeof release)[]) =>
      standUnderRules([], firstRules.conflicts, { ...nothing, handedBack, releases }).map((each) => [
        each.kind,
        keepsFrom(each),
      ])
    assert.deepEqual(kept([]), [['handed-back', true]])
    assert.deepEqual(kept([release]), [['handed-back', true]])
    assert.deepEqual(kept([{ ...release, kind: 'handed-back' }]), [['handed-back', false]])
  })

  it('are hard when somebody declares them', () => {
    const declared = [{ applicationId: 'home', personId: 'P' }]
    const [said] = standUnderRules([], firstRules.conflicts, { ...nothing, declared })
    assert.equal(said?.kind, 'declared')
    assert.equal(said && keepsFrom(said), true)
  })
})
