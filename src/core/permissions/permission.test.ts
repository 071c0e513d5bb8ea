import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Actor, Role, SignedIn } from './actor.ts'
import { actsFor, roles, visitor } from './actor.ts'
import { admits, fundsWith, may, type Permission, permissions } from './permission.ts'

const somebody = (changes: Partial<SignedIn> = {}): SignedIn => ({
  kind: 'person',
  personId: 'p',
  sessionId: 's',
  email: 'p@example.gov.uk',
  name: 'P',
  heldRoles: [],
  memberships: [],
  secondStep: 'not-needed',
  ...changes,
})

const holding = (role: Role, fundId: string | null = role === 'administrator' ? null : 'F1'): SignedIn =>
  somebody({ heldRoles: [{ role, fundId, organisationId: null }], secondStep: 'passed' })

/** The whole table, written out a second time by hand: what each role may do on its own fund beyond being signed in. */
const table: Record<Role, readonly Permission[]> = {
  administrator: ['fund:list', 'role:assign', 'service:notify', 'service:administer'],
  'programme-team': [
    'fund:list',
    'fund:read',
    'fund:edit',
    'clarification:answer',
    'application:list',
    'assessment:run',
    'assessment:read',
    'assessment:moderate',
    'interview:run',
    'decision:read',
    'decision:recommend',
    'results:publish',
    'feedback:approve',
    'evidence:read',
    'award:run',
    'support:read',
    'support:run',
    'network:run',
    'complaint:handle',
    'request:answer',
    'benefits:read',
    'benefits:run',
    'experts:run',
    'experts:read',
    'role:assign',
    'service:notify',
  ],
  funder: [
    'fund:list',
    'fund:read',
    'fund:approve',
    'support:read',
    'benefits:read',
    'complaint:handle',
    'experts:read',
    'role:assign',
  ],
  assessor: ['fund:list', 'assessment:score'],
  'panel-member': [
    'fund:list',
    'fund:read',
    'assessment:read',
    'assessment:moderate',
    'interview:score',
    'decision:read',
    'decision:recommend',
    'feedback:approve',
    'complaint:handle',
  ],
  'decision-maker': [
    'fund:list',
    'fund:read',
    'assessment:read',
    'decision:read',
    'decision:decide',
    'complaint:handle',
  ],
  auditor: [
    'fund:list',
    'fund:read',
    'application:list',
    'assessment:read',
    'decision:read',
    'evidence:read',
    'evidence:sample',
    'support:read',
    'complaint:handle',
    'benefits:read',
    'experts:read',
  ],
}
const signedIn: readonly Permission[] = [
  'signed-in',
  'application:write',
  'review:work',
  'experts:work',
  'support:work',
  'network:take-part',
  'benefits:work',
  'membership:decide',
]

describe('permissions', () => {
  for (const role of roles) {
    it(`gives a ${role} just what the table says, on that fund`, () => {
      const expected = new Set<Permission>(['public', ...signedIn, ...table[role]])
      for (const permission of permissions) {
        assert.equal(may(holding(role), permission, 'F1'), expected.has(permission), permission)
      }
    })

    if (role !== 'administrator') {
      it(`gives a ${role} nothing on another fund, nor on the service`, () => {
        for (const permission of table[role]) {
          assert.equal(may(holding(role), permission, 'F2'), false)
          assert.equal(may(holding(role), permission, null), false)
        }
      })
    }

    it(`counts the role of a ${role} for nothing before the second step`, () => {
      for (const secondStep of ['due', 'to-set-up', 'not-needed'] as const) {
        const actor: Actor = { ...holding(role), secondStep }
        for (const permission of table[role]) {
          assert.equal(may(actor, permission, 'F1'), false)
          assert.equal(admits(actor, permission, false), 'second-step-first')
        }
      }
    })
  }

  it('lets a visitor do what is public and asks them to sign in for the rest', () => {
    for (const permission of permissions) {
      if (permission === 'evaluation') continue
      assert.equal(admits(visitor, permission, false), permission === 'public' ? 'allowed' : 'sign-in-first')
      assert.equal(may(visitor, permission, null), permission === 'public')
    }
  })

  it('opens evaluation pages to anyone in evaluation, and hides them from all otherwise', () => {
    for (const actor of [visitor, somebody(), holding('administrator')]) {
      assert.equal(admits(actor, 'evaluation', true), 'allowed')
      assert.equal(admits(actor, 'evaluation', false), 'hidden')
    }
  })

  it('hides from a person without the role that there is anything there', () => {
    assert.equal(admits(somebody(), 'fund:edit', false), 'hidden')
  })

  it('lists the funds on which a role grants something', () => {
    assert.deepEqual(fundsWith(holding('programme-team'), 'fund:edit'), ['F1'])
    assert.deepEqual(fundsWith(holding('auditor'), 'fund:edit'), [])
  })

  it('lets a person act only for organisations that have confirmed them', () => {
    const actor = somebody({
      memberships: [
        { organisationId: 'WAL', state: 'confirmed' },
        { organisationId: 'HUL', state: 'requested' },
      ],
    })
    assert.equal(actsFor(actor, 'WAL'), true)
    assert.equal(actsFor(actor, 'HUL'), false)
    assert.equal(actsFor(visitor, 'WAL'), false)
  })
})
