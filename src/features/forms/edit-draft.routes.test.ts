import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { draftEditor } from '../../../tests/support/draft-editor.ts'
import { canonicalJson, type Json } from '../../core/canonical/index.ts'
import { offeredTypeOf } from './build-question.ts'

const editor = draftEditor()
const { at, read, question, seen, order } = editor

describe('the editor of a draft', () => {
  it('changes a question and leaves alone what it does not show', async () => {
    const fields = {
      label: 'Full name',
      hint: 'As on the form',
      required: 'yes',
      maxWords: '1,200',
      shortName: 'full name',
    }
    const answer = await editor.pam.post(at('questions/name'), { ...fields, seen: await seen('questions/name') })
    assert.equal(answer.status, 303)
    assert.deepEqual(await question('name'), {
      type: 'short-text',
      id: 'name',
      label: 'Full name',
      hint: 'As on the form',
      shortName: 'full name',
      required: true,
      maxWords: 1200,
      max: 100,
    })
  })

  it('says what an answer is to a sign-off, and leaves that to the type again', async () => {
    const say = async (material: string) =>
      await editor.pam.post(at('questions/name'), { label: 'Your name', material, seen: await seen('questions/name') })
    assert.equal((await say('scope')).status, 303)
    assert.equal((await question('name'))?.material, 'scope')
    assert.match((await editor.pam.get(at('questions/name'))).body, /<option value="scope" selected>/)
    await say('')
    assert.equal((await question('name'))?.material, undefined)
  })

  it('keeps the source of words only while they are those words', async () => {
    const same = { label: 'Your name', required: 'yes', seen: await seen('questions/name') }
    await editor.pam.post(at('questions/name'), same)
    assert.equal((await question('name'))?.source, 'https://example.org/form')
  })

  it('gives back what was typed by what stands beside it, once the session has ended', async () => {
    const { body } = await editor.pam.get(at('questions/why'))
    const words = body.replaceAll('&quot;', '"').match(/name="_words" value="([^"]*)"/)?.[1] ?? ''
    assert.match(words, /^label=Question\nhint=Hint \(optional\)$/m)
    const typed = {
      label: 'Why at all?',
      hint: 'A hint of two words',
      _words: words,
      seen: await seen('questions/why'),
    }
    const answer = await editor.server.visitor().post(at('questions/why'), typed)
    assert.match(answer.body, /<label[^>]*>\s*Hint \(optional\)\s*<\/label>/)
    assert.match(answer.body, />\s*A hint of two words<\/textarea>/)
  })

  it('gives back what was typed with everything that is wrong', async () => {
    const typed = { label: ' ', hint: 'Kept <i>', maxWords: 'many', seen: await seen('questions/why') }
    const answer = await editor.pam.post(at('questions/why'), typed)
    assert.equal(answer.status, 400)
    for (const href of ['#label', '#maxWords']) assert.ok(answer.body.includes(`href="${href}"`), href)
    assert.match(answer.body, />Kept &lt;i&gt;<\/textarea>/)
    assert.match(answer.body, /value="many"/)
    assert.equal((await question('why'))?.label, 'Why?')
  })

  it('says beside their fields which limits no answer could keep, in the words of the page', async () => {
    const wrong = async (id: string, limits: Record<string, string>) => {
      const answer = await editor.pam.post(at(`questions/${id}`), {
        label: 'Q',
        seen: await seen(`questions/${id}`),
        ...limits,
      })
      assert.equal(answer.status, 400)
      return answer.body
    }
    const words = await wrong('why', { minWords: '30', maxWords: '20', min: '', max: '' })
    assert.match(words, /<a href="#minWords">The fewest words must not be above the most words<\/a>/)
    const characters = await wrong('name', { min: '300', max: '200' })
    assert.match(characters, /<a href="#min">The least must not be above the most<\/a>/)
    for (const body of [words, characters]) assert.doesNotMatch(body, /minWords:|maxWords<|Page \d/)
  })

  it('rewords an option without touching what conditions call it, adds some, and takes one away', async () => {
    const fields = { label: 'Model', seen: await seen('questions/model') }
    const optionValue = ['mutual', 'shared']
    await editor.pam.post(at('questions/model'), {
      ...fields,
      option: ['Staff mutual', ''],
      optionValue,
      moreOptions: 'Joint venture\n\nMutual',
    })
    const model = await question('model')
    assert.deepEqual(model?.type === 'radios' && model.options, [
      { value: 'mutual', label: 'Staff mutual', hint: 'Owned by its staff' },
      { value: 'joint-venture', label: 'Joint venture' },
      { value: 'mutual-2', label: 'Mutual' },
    ])
  })

  it('does not take away an option that a condition waits for, and says in words where', async () => {
    const fields = { label: 'Model', seen: await seen('questions/model') }
    const answer = await editor.pam.post(at('questions/model'), {
      ...fields,
      option: ['', 'Shared service'],
      optionValue: ['mutual', 'shared'],
    })
    assert.equal(answer.status, 400)
    assert.match(
      answer.body,
      /The option “Mutual” cannot be taken away: whether the page “Why” is shown depends on its answer/,
    )
  })

  it('adds a question at the end of a page under an id that the form never had', async () => {
    const add = (label: string) =>
      editor.pam.post(at('pages/who/new-question'), { type: 'long-text', label, maxWords: '300', required: 'yes' })
    assert.equal((await add('Name')).status, 303)
    assert.equal((await add('Ŵyneb')).status, 303)
    assert.deepEqual((await read()).pages[0]?.questions.slice(2), [
      { type: 'long-text', id: 'name-2', label: 'Name', required: true, maxWords: 300 },
      { type: 'long-text', id: 'wyneb', label: 'Ŵyneb', required: true, maxWords: 300 },
    ])
    const wrong = await editor.pam.post(at('pages/who/new-question'), { type: 'nonsense', label: 'Kept' })
    assert.equal(wrong.status, 400)
    assert.match(wrong.body, /Select how it is answered/)
    const unanswered = await editor.pam.get(`${at('pages/who/new-question')}?asked=type`)
    assert.equal(unanswered.status, 400)
    assert.match(unanswered.body, /<a href="#type">Select how it is answered<\/a>/)
    const without = await editor.pam.post(at('pages/who/new-question'), { type: 'radios', label: 'Which?' })
    assert.match(without.body, /Enter at least one option/)
  })

  it('adds every type that it offers', async () => {
    const { body } = await editor.pam.get(at('pages/who/new-question'))
    const types = [...body.matchAll(/name="type" type="radio" value="([^"]+)"/g)].map(([, type = '']) => type)
    assert.ok(types.length >= 20)
    for (const type of types) {
      const fields = { type, label: `A ${type}`, moreOptions: 'One\nTwo', declaration: 'We **agree**', maxWords: '10' }
      const list = { moreColumns: 'Year 1\nYear 2', moreRows: 'Advice', firstQuestion: 'Name', kindOf: 'a-authority' }
      assert.equal((await editor.pam.post(at('pages/who/new-question'), { ...fields, ...list })).status, 303, type)
    }
    assert.deepEqual((await read()).pages[0]?.questions.slice(2).map(offeredTypeOf), types)
    assert.equal((await editor.pam.get(at('preview'))).status, 200)
  })

  it('sets how many files are taken, how large and of which kinds; all kinds are as good as none', async () => {
    const label = 'Letters'
    const add = { type: 'file', label, accept: ['', 'pdf', 'docx'], min: '1', max: '3', maxMegabytes: '5' }
    assert.equal((await editor.pam.post(at('pages/who/new-question'), add)).status, 303)
    const kept = { type: 'file', id: 'letters', label, min: 1, max: 3, maxMegabytes: 5, accept: ['pdf', 'docx'] }
    assert.deepEqual(await question('letters'), kept)
    const { body } = await editor.pam.get(at('questions/letters'))
    for (const kind of ['pdf', 'docx']) assert.match(body, new RegExp(`value="${kind}" checked`))
    assert.doesNotMatch(body, /value="png" checked/)
    const save = async (fields: Record<string, string | string[]>) =>
      await editor.pam.post(at('questions/letters'), { label, seen: await seen('questions/letters'), ...fields })
    await save({ accept: '', min: '', max: '1', maxMegabytes: '' })
    assert.deepEqual(await question('letters'), { type: 'file', id: 'letters', label, max: 1 })
    await save({ accept: ['', 'csv', 'nonsense'] })
    assert.deepEqual(await question('letters'), { type: 'file', id: 'letters', label, max: 1, accept: ['csv'] })
    const wrong = await save({ accept: '', max: '21', maxMegabytes: '26', min: 'x' })
    for (const field of ['min', 'max', 'maxMegabytes']) assert.match(wrong.body, new RegExp(`href="#${field}"`))
    assert.match(wrong.body, /The largest size must be from 1 to 25/)
  })

  it('removes a question that nothing needs, and names what needs another', async () => {
    assert.match(
      (await editor.pam.get(at('questions/joint/remove'))).body,
      /whether the question “With whom\?” is shown depends on its answer/,
    )
    const joint = (await question('joint')) ?? assert.fail('gone')
    const hash = createHash('sha256')
      .update(canonicalJson(joint as unknown as Json))
      .digest('hex')
    const refused = await editor.pam.post(at('questions/joint/remove'), { seen: hash })
    assert.equal(refused.status, 400)
    assert.match(
      refused.body,
      /<a href="#needed">The question cannot be removed: whether the question “With whom\?” is shown/,
    )
    assert.equal(
      (await editor.pam.post(at('questions/with/remove'), { seen: await seen('questions/with/remove') })).status,
      303,
    )
    assert.equal(
      (await editor.pam.post(at('questions/joint/remove'), { seen: await seen('questions/joint/remove') })).status,
      303,
    )
    assert.deepEqual(await order(), [
      ['who', 'name', 'email'],
      ['bid', 'model'],
      ['why', 'why'],
    ])
  })
})
