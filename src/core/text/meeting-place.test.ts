import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isMeetingPlace } from './meeting-place.ts'

describe('where people meet', () => {
  it('is a room in any words, colons and slashes included', () => {
    for (const place of [
      'Room 2',
      'Room 2: ring the bell',
      'Floor 1/2',
      '10:30 entrance, House 4',
      'Data: room 4',
      'x',
    ])
      assert.equal(isMeetingPlace(place), true, place)
  })

  it('is a whole address that begins with https, whatever follows it', () => {
    for (const place of [
      'https://meet.example/abc',
      ' HTTPS://meet.example/a?b=c#d',
      'https://meet.example/a, code 12',
    ])
      assert.equal(isMeetingPlace(place), true, place)
  })

  it('is no address of another kind, nor half of one', () => {
    for (const place of [
      'http://meet.example/abc',
      'ftp://x',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://',
      'https:// x',
    ])
      assert.equal(isMeetingPlace(place), false, place)
  })
})
