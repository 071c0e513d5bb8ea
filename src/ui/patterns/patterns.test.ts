import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { html, render } from '../html.ts'
import {
  diff,
  diffOfMarkdown,
  filter,
  momentText,
  sideNavigation,
  stackingTable,
  statisticsRow,
  timeline,
} from './index.ts'

const attack = '"><script>'

/** What a person without pictures or colours gets: the text alone. */
const spokenText = (markup: string) => markup.replace(/<[^>]+>/g, '')

describe('the patterns', () => {
  it('say in words what was added and what was removed', () => {
    const markup = render(
      diff([
        { kind: 'same', text: 'up to ' },
        { kind: 'removed', text: '<nine>' },
        { kind: 'added', text: 'ten' },
      ]),
    )
    assert.equal(spokenText(markup), 'up to [removed: &lt;nine&gt;][added: ten]')
    assert.match(markup, /<del>.*&lt;nine&gt;.*<\/del><ins>.*ten.*<\/ins>/)
  })

  it('show a change of Markdown as those see it who read the page', () => {
    const markup = render(
      diffOfMarkdown([
        { kind: 'same', text: '## How to ' },
        { kind: 'removed', text: 'bid' },
        { kind: 'added', text: 'apply' },
        { kind: 'same', text: '\n\n- by post\n' },
        { kind: 'added', text: '- by <email>\n' },
        { kind: 'removed', text: '## ' },
        { kind: 'added', text: '### ' },
        { kind: 'same', text: 'Dates\n1 - 2\n- ' },
        { kind: 'added', text: 'soon' },
        { kind: 'same', text: '\n[The form](/form), ' },
        { kind: 'added', text: '[a copy](/copy) ' },
        { kind: 'same', text: '[old](/' },
        { kind: 'removed', text: 'a' },
        { kind: 'same', text: ')' },
      ]),
    )
    assert.equal(
      spokenText(markup),
      [
        'How to [removed: bid][added: apply]',
        '',
        '• by post',
        '[added: • by &lt;email&gt;',
        '][removed: ## ][added: ### ]Dates',
        '1 - 2',
        '• [added: soon]',
        'The form, [added: a copy (/copy) ][old](/[removed: a])',
      ].join('\n'),
    )
    assert.match(markup, /<strong>How to <del>.*<\/ins>\n<\/strong>/)
  })

  it('show what was emphasised without its marks, unless they are the change', () => {
    const written = (text: string) => render(diffOfMarkdown([{ kind: 'same', text }]))
    assert.equal(
      spokenText(written('Say **why now**, *how* and 2 * 3 * 4, 5*6*7')),
      'Say why now, how and 2 * 3 * 4, 5*6*7',
    )
    const changed = diffOfMarkdown([
      { kind: 'same', text: 'Say ' },
      { kind: 'removed', text: 'why' },
      { kind: 'added', text: '**why**' },
    ])
    assert.equal(spokenText(render(changed)), 'Say [removed: why][added: **why**]')
  })

  it('name the column of each cell but the first, for a phone on which the cells stand under each other', () => {
    const head = [{ text: 'Application' }, { text: 'Score' }, { text: attack }]
    const markup = render(
      stackingTable({ head, rows: [[{ text: 'A-1' }, { text: '7', format: 'numeric' }, { text: 'Award' }]] }),
    )
    const columns = [...markup.matchAll(/<td[^>]*?(?: data-column-label="([^"]*)")?>([^<]*)</g)].map(
      ([, ...cell]) => cell,
    )
    assert.deepEqual(columns, [
      [undefined, 'A-1'],
      ['Score', '7'],
      ['&quot;&gt;&lt;script&gt;', 'Award'],
    ])
  })

  it('name no column of a cell that has nothing in it', () => {
    const head = ['Application', 'By'].map((text) => ({ text }))
    const markup = render(
      stackingTable({
        head,
        rows: [
          [{ text: 'A-1' }, { text: '' }],
          [{ text: 'A-2' }, { text: 'Ann' }],
        ],
      }),
    )
    assert.deepEqual(markup.match(/data-column-label="[^"]*">[^<]*/g), ['data-column-label="By">Ann'])
  })

  it('filter by a GET form without a token, each filter in force with a link that takes it away', () => {
    const markup = render(
      filter({
        action: '/list',
        fields: html`<input name="q">`,
        chosen: [{ text: attack, href: '/list?a=1&b=2' }],
        clearHref: '/list',
      }),
    )
    assert.match(markup, /<form action="\/list" method="get"/)
    assert.match(
      markup,
      /href="\/list\?a=1&amp;b=2"><span class="govuk-visually-hidden">Remove this filter: <\/span>&quot;&gt;/,
    )
    assert.doesNotMatch(markup, /_csrf/)
    assert.doesNotMatch(render(filter({ action: '/list', fields: html`` })), /<ul/)
  })

  it('mark the page that one is on in the side navigation', () => {
    const items = [
      { text: 'One', href: '/1', current: true },
      { text: 'Two', href: '/2' },
    ]
    const markup = render(sideNavigation('Round', [{ title: attack, items }]))
    assert.deepEqual(markup.match(/<a [^>]*>/g), ['<a href="/1" aria-current="page">', '<a href="/2">'])
    assert.doesNotMatch(markup, /<script>/)
  })

  it('pair each number with what it counts', () => {
    const markup = render(statisticsRow([{ value: 10, label: 'pioneers' }]))
    assert.match(markup, /<dt[^>]*>pioneers<\/dt><dd[^>]*>10<\/dd>/)
  })

  it('say of what a part of a day and time is missing, be it a thing or what happens then', () => {
    const missing = { code: 'parts-missing', field: 'deadlineAt', parts: ['month', 'clock'] } as const
    const words = (noun: Parameters<typeof momentText>[2]) => momentText(missing, 'due', noun).text
    assert.equal(words('the new deadline'), 'Enter the month and time of the new deadline')
    assert.equal(words('when the reply is due'), 'Enter the month and time when the reply is due')
  })

  it('give the time of an event to people and machines', () => {
    const markup = render(timeline([{ title: attack, time: '3 March', datetime: '2014-03-03', by: 'Ann & co' }]))
    assert.match(markup, /<time datetime="2014-03-03">3 March<\/time> by Ann &amp; co/)
    assert.doesNotMatch(markup, /<script>/)
  })
})
