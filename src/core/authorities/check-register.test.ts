import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkRegister } from './check-register.ts'
import { parseRegister, registerColumns } from './parse-register.ts'

/** Bodies from lines of `code kind county combined last successors`, with `-` for nothing. */
function bodies(...lines: readonly string[]) {
  const rows = lines.map((each, index) => {
    const [code, kind, county, combined, last, successors, gss = '-'] = each
      .split(' ')
      .map((field) => (field === '-' ? '' : field))
    return [
      code,
      gss === '-' ? '' : gss,
      '',
      `Body ${index}`,
      `Body ${index}`,
      kind,
      '',
      '',
      '',
      last,
      county,
      combined,
      successors,
    ].join('\t')
  })
  const { authorities, problems } = parseRegister([registerColumns.join('\t'), ...rows].join('\n'))
  assert.deepEqual(problems, [])
  return authorities
}

describe('checking a register', () => {
  it('finds nothing wrong with one that holds together', () => {
    assert.deepEqual(
      checkRegister(
        bodies(
          'KEN county - GCA - -',
          'DOV district KEN - - -',
          'OLD district KEN - 2019-03-31 DOV',
          'GCA combined-authority - - - -',
        ),
      ),
      [],
    )
  })

  it('finds codes used twice, a former GSS code among them', () => {
    const [first, second] = bodies('A unitary - - - - E06000001', 'A unitary - - - - E06000002')
    assert.ok(first && second)
    assert.deepEqual(checkRegister([first, { ...second, formerGssCodes: ['E06000001'] }]), [
      { code: 'code-used-twice', authority: 'A' },
      { code: 'gss-used-twice', authority: 'A', gssCode: 'E06000001' },
    ])
  })

  it('finds districts without a county, and counties that are none', () => {
    assert.deepEqual(checkRegister(bodies('A district - - - -', 'B district A - - -', 'C district KEN - - -')), [
      { code: 'county-missing', authority: 'A' },
      { code: 'county-unknown', authority: 'B', county: 'A' },
      { code: 'county-unknown', authority: 'C', county: 'KEN' },
    ])
  })

  it('finds a combined authority that is none', () => {
    assert.deepEqual(checkRegister(bodies('A unitary - B - -', 'B unitary - - - -')), [
      { code: 'combined-authority-unknown', authority: 'A', combinedAuthority: 'B' },
    ])
  })

  it('finds successions that lead nowhere', () => {
    assert.deepEqual(
      checkRegister(bodies('A unitary - - 2019-03-31 -', 'B unitary - - 2019-03-31 Z', 'C unitary - - - B')),
      [
        { code: 'successor-missing', authority: 'A' },
        { code: 'successor-unknown', authority: 'B', successor: 'Z' },
        { code: 'succeeded-before-its-end', authority: 'C' },
      ],
    )
  })

  it('finds a circle from every body in it, and not from one that leads into it', () => {
    const circle = ['A unitary - - 2019-03-31 B', 'B unitary - - 2020-03-31 C', 'C unitary - - 2021-03-31 B']
    assert.deepEqual(checkRegister(bodies(...circle)), [
      { code: 'successors-in-a-circle', authority: 'B' },
      { code: 'successors-in-a-circle', authority: 'C' },
    ])
  })
})
