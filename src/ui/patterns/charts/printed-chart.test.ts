import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lineFrame } from './line-chart.ts'
import { printedChart } from './printed-chart.ts'
import { stackedBarsFrame } from './stacked-bars.ts'

const hundred = { least: 0, most: 100, ticks: [0, 50, 100] }
const named = { id: 'x', title: 'Title', description: 'Finding', scale: hundred }

describe('a chart for paper', () => {
  it('is one document that needs no style sheet, no script and no width of a screen', () => {
    const svg = printedChart(
      lineFrame({
        ...named,
        upwards: hundred,
        axes: { across: 'share', upwards: 'chance' },
        lines: [
          {
            label: 'One',
            points: [
              { x: 0, y: 0 },
              { x: 100, y: 50 },
            ],
          },
        ],
      }),
    )
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="620" height="\d+">/)
    assert.doesNotMatch(svg, /preserveAspectRatio|vector-effect|<script|href/)
    for (const [, name = ''] of svg.matchAll(/class="(app-chart__(?:curve|grid|tick))"/g))
      assert.ok(svg.includes(`.${name}`), name)
    // 620 wide less 100 for labels and 34 at the edge; half of 260 upwards.
    assert.match(svg, /points="0,260 486,130"/)
  })

  it('has its key below it, long entries on several lines, and nothing that XML does not have', () => {
    const long = `${'several words '.repeat(12)}<b>\u0000\uD800`
    const svg = printedChart(
      stackedBarsFrame({ ...named, parts: [long, 'Next'], bars: [{ label: 'A', values: [60, 40] }] }),
    )
    const keys = [...svg.matchAll(/class="app-chart__key" x="78" y="(\d+)">([^<]*)</g)].map(([, y, text]) => [
      Number(y),
      text,
    ])
    assert.equal(keys.length, 4)
    assert.ok(keys.every(([y = 0], at) => at === 0 || Number(y) > Number(keys[at - 1]?.[0])))
    assert.ok(Number(keys.at(-1)?.[0]) < Number(/height="(\d+)"/.exec(svg)?.[1]))
    assert.match(svg, /&lt;b&gt;/)
    assert.ok(!svg.includes('\u0000') && svg.isWellFormed())
  })
})
