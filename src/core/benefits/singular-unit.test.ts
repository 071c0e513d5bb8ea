import assert from 'node:assert/strict'
import { it } from 'node:test'
import { singularUnit } from './singular-unit.ts'

it('says one of a unit as people say it', () => {
  for (const [unit, one] of [
    ['days', 'day'],
    ['days a year', 'day a year'],
    ['hours a week', 'hour a week'],
    ['miles', 'mile'],
    ['places', 'place'],
    ['families', 'family'],
    ['boxes', 'box'],
    ['branches', 'branch'],
    ['young people reached', 'young person reached'],
  ] as const)
    assert.equal(singularUnit(unit), one)
})

it('leaves what has no plural, and what is one already', () => {
  for (const unit of [
    'per cent',
    '%',
    'day',
    'points of 100'.replace('points', 'point'),
    'bus',
    'access',
    'basis points',
    '',
  ])
    assert.equal(singularUnit(unit), unit)
})
