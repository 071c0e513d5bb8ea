import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { html, render } from '../../html.ts'
import { dotPlot, heatMap, partLetter, stackedBars } from './index.ts'

const scale = { least: 0, most: 100, ticks: [0, 50, 100] }

describe('stacked bars', () => {
  const chart = render(
    html`${stackedBars({
      id: 'why',
      title: 'Why <A> is ahead',
      description: 'A is first with 70',
      scale,
      parts: ['Reach', 'Cost', 'Risk'],
      bars: [{ label: 'A: 70', values: [40, 2, 28] }],
    })}`,
  )

  it('lay each piece behind the one before', () => {
    const pieces = [...chart.matchAll(/<rect class="app-chart__part[^>]*x="([^"]*)" width="([^"]*)"/g)]
    assert.deepEqual(
      pieces.map(([, x, width]) => [x, width]),
      [
        ['0%', '40%'],
        ['40%', '2%'],
        ['42%', '28%'],
      ],
    )
  })

  it('name pieces by letters where there is room, so that no one needs to tell shades', () => {
    const letters = [...chart.matchAll(/app-chart__letter"[^>]*>(\w)</g)].map(([, letter]) => letter)
    assert.deepEqual(letters, ['A', 'C'])
    assert.match(chart, /<strong>B<\/strong> Cost/)
    assert.equal(partLetter(11), 'L')
  })

  it('are named and described, and escape what they show', () => {
    assert.match(
      chart,
      /<title id="why-title">Why &lt;A&gt; is ahead<\/title><desc id="why-description">A is first with 70/,
    )
  })

  it('leave out a piece that adds nothing', () => {
    const none = { label: 'B: 0', values: [0, 0, 0] }
    const empty = render(stackedBars({ id: 'e', title: '', description: '', scale, parts: ['Reach'], bars: [none] }))
    assert.doesNotMatch(empty, /<rect/)
  })
})

describe('a dot plot', () => {
  const chart = render(
    dotPlot({
      id: 'weights',
      title: 'Weights',
      description: 'Staff and users differ',
      scale,
      groups: ['Staff', 'Users'],
      rows: [
        {
          label: 'Reach',
          mean: 40,
          dots: [
            { group: 0, value: 20 },
            { group: 1, value: 60 },
          ],
        },
      ],
      words: { mean: 'mean of all' },
    }),
  )

  it('gives each group a shape and a line of its own', () => {
    const dots = [...chart.matchAll(/<svg x="([^"]*)" y="([^"]*)" overflow="visible"><(\w+)/g)]
    assert.deepEqual(
      dots.map(([, x, , shape]) => [x, shape]),
      [
        ['20%', 'circle'],
        ['60%', 'rect'],
      ],
    )
    assert.notEqual(dots[0]?.[2], dots[1]?.[2])
  })

  it('draws the mean through the row and says what it is', () => {
    assert.match(chart, /<line class="app-chart__plain" x1="40%" x2="40%"/)
    assert.match(chart, /mean of all/)
  })
})

describe('a heat map', () => {
  const chart = render(
    heatMap({
      id: 'ranks',
      title: 'Ranks',
      description: 'A is first in 80% of draws',
      columns: ['1', '2'],
      rows: [
        { label: 'A', shares: [0.8, 0.2] },
        { label: 'B', shares: [0, 1] },
      ],
    }),
  )

  it('is darker for more, with the number in each cell', () => {
    const cells = [...chart.matchAll(/app-chart__cell--(-?\d)"[^>]*>[^%]*?<\/rect>\s*<text[^>]*>(\d+)%/g)]
    assert.deepEqual(
      cells.map(([, shade, share]) => [shade, share]),
      [
        ['4', '80'],
        ['1', '20'],
        ['0', '0'],
        ['5', '100'],
      ],
    )
  })

  it('has a column of the same width for each rank', () => {
    assert.deepEqual(
      [...chart.matchAll(/<rect[^>]*x="([^"]*)" width="([^"]*)"/g)].map(([, x, width]) => [x, width]).slice(0, 2),
      [
        ['0%', '50%'],
        ['50%', '50%'],
      ],
    )
  })
})
