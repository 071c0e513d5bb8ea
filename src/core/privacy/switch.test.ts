import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { switchStand, type Turn } from './switch.ts'

const at = new Date('2026-11-26T12:00:00Z')
const on = (number: number, confirmed: boolean): Turn => ({ number, turn: 'on', confirmedAt: confirmed ? at : null })
const off = (number: number): Turn => ({ number, turn: 'off', confirmedAt: null })

describe('switchStand', () => {
  it('is off until somebody has turned it on and another has confirmed it', () => {
    assert.deepEqual(switchStand([]), { on: false, waiting: undefined })
    assert.deepEqual(switchStand([on(1, false)]), { on: false, waiting: on(1, false) })
    assert.deepEqual(switchStand([on(1, true)]), { on: true, waiting: undefined })
  })

  it('is off at once when it is turned off, and what waited waits no longer', () => {
    assert.deepEqual(switchStand([off(2), on(1, true)]), { on: false, waiting: undefined })
    assert.deepEqual(switchStand([off(2), on(1, false)]), { on: false, waiting: undefined })
  })

  it('stays off while another turn waits', () => {
    assert.deepEqual(switchStand([on(3, false), off(2), on(1, true)]), { on: false, waiting: on(3, false) })
  })
})
