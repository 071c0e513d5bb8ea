import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { json, seeOther, show } from './answer.ts'
import { formBody } from './form-body.ts'
import { acknowledged, sentMark } from './sent-mark.ts'

const mark = '0123456789abcdef0123456789abcdef'
const asking = (value: string) => ({ form: formBody(new URLSearchParams([['_sent', value]])) })
const leadsTo = (to: string, value = mark): string | undefined => {
  const answer = acknowledged(seeOther(to), asking(value))
  return answer.kind === 'redirect' ? answer.to : undefined
}

describe('the mark of a form that a script had sent', () => {
  it('is in the address to which the form leads, before its fragment', () => {
    assert.equal(leadsTo('/next'), `/next?_saved=${mark}`)
    assert.equal(leadsTo('/next?from=check#drivers'), `/next?from=check&_saved=${mark}#drivers`)
    assert.equal(leadsTo('/next#?'), `/next?_saved=${mark}#?`)
  })

  it('is nothing but 32 hexadecimal digits, and is added to no other answer', () => {
    for (const bad of ['', mark.slice(1), `${mark}0`, `${mark}&a=b`, '<script>'.repeat(4)]) {
      assert.equal(leadsTo('/next', bad), '/next')
      assert.equal(sentMark(asking(bad)), undefined)
    }
    const page = show({ title: 'x', main: {} as never }, { status: 400 })
    for (const answer of [page, json({})]) assert.equal(acknowledged(answer, asking(mark)), answer)
  })
})
