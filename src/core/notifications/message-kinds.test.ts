import assert from 'node:assert/strict'
import { it } from 'node:test'
import { groupsToChoose, kindsOf, messageFacts, messageGroups } from './message-kinds.ts'

it('lets nobody turn off sign-in, receipts, deadlines, decisions or requests to sign', () => {
  const never = [
    'sign-in',
    'authenticator',
    'application-receipt',
    'deadline-reminder',
    'deadline-extended',
    'outcome-told',
    'award-offered',
    'sign-off-asked',
    'sign-off-reminder',
    'award-to-sign',
    'benefits.return-due',
    'benefits.return-to-confirm',
  ]
  for (const kind of never) assert.equal(messageFacts(kind).must, true, kind)
})

it('knows the areas of kinds of two words by the first', () => {
  assert.deepEqual(messageFacts('network.event-changed'), { group: 'network', must: false })
  assert.equal(messageFacts('networking').group, 'account')
})

it('sends at once what nobody knows any more', () => {
  assert.equal(messageFacts('of-an-earlier-release').must, true)
  assert.equal(messageFacts('toString').must, true)
})

it('has each kind in one group, and asks of no group in which nothing can be chosen', () => {
  const all = messageGroups.flatMap((group) => kindsOf(group).named)
  assert.equal(new Set(all).size, all.length)
  assert.ok(!groupsToChoose.includes('account') && !groupsToChoose.includes('digest'))
  assert.ok(groupsToChoose.includes('experts') && groupsToChoose.includes('application'))
})
