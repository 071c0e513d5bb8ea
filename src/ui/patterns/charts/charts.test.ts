import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { html, render } from '../../html.ts'
import { axisHeight, drawingOf, lengthOn, placeOn } from './chart-frame.ts'
import {
  histogram,
  intervalChart,
  lineChart,
  scaleAround,
  scaleOver,
  scatterChart,
  scoreChart,
  tornadoChart,
} from './index.ts'

const scale = { least: 20, most: 100, ticks: [20, 60, 100] }

describe('the scale of a chart', () => {
  it('goes around what is shown in round steps, and never beyond its ends', () => {
    assert.deepEqual(scaleAround([37, 82], 0, 100).ticks, [30, 40, 50, 60, 70, 80, 90])
    assert.deepEqual(scaleAround([1, 99], 0, 100), { least: 0, most: 100, ticks: [0, 20, 40, 60, 80, 100] })
    assert.deepEqual(scaleAround([50], 0, 100), { least: 50, most: 52, ticks: [50, 52] })
    assert.deepEqual(scaleAround([100], 0, 100).ticks, [98, 100])
    assert.deepEqual(scaleAround([0.2, 0.9], 0, 1).ticks, [0.2, 0.4, 0.6, 0.8, 1])
    const { least, most } = scaleAround([], 0, 100)
    assert.ok(least < most)
  })

  it('puts values where they belong and what lies outside at its ends', () => {
    assert.deepEqual(
      [20, 60, 100, 10, 120].map((value) => placeOn(scale, value)),
      ['0%', '50%', '100%', '0%', '100%'],
    )
    assert.equal(lengthOn(scale, 40, 60), '25%')
    assert.equal(lengthOn(scale, 0, 200), '100%')
    assert.equal(placeOn({ least: 1, most: 1, ticks: [] }, 1), '0%')
  })
})

describe('the texts of an axis', () => {
  const ticksOf = (values: readonly number[], tickText: (value: number) => string): readonly (string | undefined)[] => {
    const drawn = render(
      drawingOf(
        {
          scale: { least: values[0] ?? 0, most: values.at(-1) ?? 1, ticks: values },
          tickText,
          height: 10,
          content: html``,
        },
        undefined,
      ),
    )
    return [...drawn.matchAll(/app-chart__tick( app-chart__tick--spare)?"/g)].map(([, spare]) => spare && 'spare')
  }

  it('are all there where they have room, and every second or third on a phone where they have none', () => {
    assert.deepEqual(ticksOf([0, 25, 50, 75, 100], String), Array(5).fill(undefined))
    assert.deepEqual(
      ticksOf([0, 1, 2, 3, 4, 5], () => '-£26.5m'),
      [undefined, 'spare', 'spare', 'spare', undefined, 'spare'],
      'the first begins at the end of the line, and so reaches further to the second',
    )
    assert.deepEqual(
      ticksOf([22.5, 23, 23.5, 24, 24.5, 25, 25.5], (value) => `£${value.toFixed(1)}m`),
      [undefined, 'spare', 'spare', 'spare', undefined, 'spare', 'spare'],
    )
    assert.deepEqual(
      ticksOf([0, 1, 2, 3, 4, 5], () => '-£26.55m to'),
      [undefined, 'spare', 'spare', 'spare', 'spare', 'spare'],
      'two of them are wider than the page',
    )
    assert.deepEqual(ticksOf([], String), [])
  })
})

const inRow = (label: string, group: 'in' | 'near' | 'out', estimate: number) =>
  ({
    label,
    group,
    estimate,
    inner: [estimate - 5, estimate + 5],
    outer: [estimate - 12, estimate + 12],
    plain: 60,
  }) as const

describe('a chart of bars with long names', () => {
  const long = 'Risk: the mutual fails and the service comes back to the council'
  const drawn = render(
    tornadoChart({
      id: 'long',
      title: 'What moves it',
      description: 'One risk',
      scale,
      bars: [{ label: long, low: 40, high: 80 }],
      middle: 60,
      switching: undefined,
      words: { bar: 'bar', middle: 'middle', switching: 'switching' },
    }),
  )

  it('has each name whole on one line, and broken into lines that a phone has room for', () => {
    const texts = (kind: string) =>
      [...drawn.matchAll(new RegExp(`app-chart__label--${kind}"[^>]*>([^<]*)<`, 'g'))].map(([, text = '']) => text)
    assert.deepEqual(texts('whole'), [long])
    assert.equal(texts('broken').join(' '), long)
    assert.ok(texts('broken').length > 1 && texts('broken').every((line) => line.length <= 32))
  })

  it('has no line through a name', () => {
    const lowest = Math.max(...[...drawn.matchAll(/app-chart__label[^>]*y="(\d+)"/g)].map(([, y]) => Number(y)))
    for (const [, y] of drawn.matchAll(/<line class="app-chart__plain" x1[^>]*y1="(\d+)"/g))
      assert.ok(Number(y) >= lowest)
  })
})

describe('a chart of intervals', () => {
  const chart = render(
    intervalChart({
      id: 'bands',
      title: 'Ranks <so far>',
      description: 'One in, one near, one out',
      scale,
      rows: [inRow('1 A', 'in', 88), inRow('2 B', 'near', 60), inRow('3 C', 'out', 40)],
      lineAfter: 2,
      words: { in: 'in', near: 'near', out: 'out', inner: 'half', outer: '90%', plain: 'plain', line: 'the line' },
    }),
  )

  it('has a name and a description, and a row for everything in order', () => {
    assert.match(chart, /role="img" aria-labelledby="bands-title bands-description"/)
    assert.match(chart, /<title id="bands-title">Ranks &lt;so far&gt;<\/title><desc id="bands-description">/)
    const labels = [...chart.matchAll(/app-chart__label"[^>]*>([^<]*)</g)].map(([, label]) => label)
    assert.deepEqual(labels, ['1 A', '2 B', '3 C'])
  })

  it('tells groups apart by shape, not by colour alone', () => {
    const marks = [
      ...chart.matchAll(/<svg x="[^"]*" y="[^"]*" overflow="visible"><(\w+) class="app-chart__(in|near|out)"/g),
    ]
    assert.deepEqual(
      marks.map(([, shape, group]) => [group, shape]),
      [
        ['in', 'circle'],
        ['near', 'path'],
        ['out', 'circle'],
      ],
    )
    assert.match(chart, /app-chart__line" x1="0%" x2="100%" y1="68" y2="68"/)
  })

  it('writes nothing that a strict page would not run or style', () => {
    assert.doesNotMatch(chart, /style=|<script|onload/)
  })
})

describe('a chart of scores', () => {
  const words = { given: 'given', allowed: 'allowed', inner: 'half', outer: '90%' }
  const of = (allowed: number | null) =>
    render(
      html`${scoreChart({
        id: 'one',
        title: 'Scores',
        description: 'Scores of one application',
        scale,
        dots: [{ label: 'Ann', given: 60, allowed }],
        plain: { label: 'Mean', value: 60 },
        estimate: allowed === null ? undefined : { label: 'Estimate', value: 64, inner: [60, 68], outer: [50, 78] },
        words,
      })}`,
    )

  it('moves a score to where an average person would have given it', () => {
    assert.match(of(70), /app-chart__move" x1="50%" x2="62.5%"/)
    assert.match(of(70), /M0 0-8-5V5Z/, 'the arrow points to the right')
    assert.match(of(50), /M0 0 8-5V5Z/, 'and here to the left')
    assert.doesNotMatch(of(60), /app-chart__move" x1="50%"/)
  })

  it('shows the scores alone where there is no estimate', () => {
    assert.doesNotMatch(of(null), /app-chart__(outer|inner|estimate|move)/)
    assert.match(of(null), /app-chart__dot/)
  })
})

describe('a histogram', () => {
  const of = (own: number | null) =>
    render(
      histogram({
        id: 'all',
        title: 'Scores',
        description: 'How all scored',
        scale: { least: 0, most: 100, ticks: [0, 50, 100] },
        bars: [
          { from: 60, to: 70, count: 6 },
          { from: 20, to: 60, count: 12 },
        ],
        own,
        threshold: 50,
        words: { bar: 'applications', own: 'yours', threshold: 'least' },
      }),
    )

  it('makes the area of a bar how many there are', () => {
    const bars = [...of(null).matchAll(/app-chart__bar" x="[\d.]+%" width="([\d.]+)%" y="[^"]*" height="(\d+)"/g)]
    const [narrow = 0, wide = 0] = bars.map(([, width, height]) => Number(width) * Number(height))
    assert.equal(bars.length, 2)
    assert.ok(Math.abs(wide / narrow - 2) < 0.02, `${wide} and ${narrow}`)
  })

  it('marks the own value only where there is one', () => {
    assert.match(of(64), /<svg x="64%"[^>]*><path class="app-chart__estimate"/)
    assert.match(of(64), /yours/)
    assert.doesNotMatch(of(null), /app-chart__estimate|yours/)
    assert.match(of(null), /app-chart__line" x1="50%" x2="50%"/)
  })
})

describe('a chart of lines', () => {
  const upwards = { least: 0, most: 10, ticks: [0, 5, 10] }
  const chart = render(
    lineChart({
      id: 'curves',
      title: 'Cost',
      description: 'A costs less than B at every chance',
      scale,
      upwards,
      upwardsText: (value) => `${value}%`,
      axes: { across: 'cost', upwards: 'chance' },
      lines: [
        {
          label: 'A',
          points: [
            { x: 20, y: 0 },
            { x: 60, y: 5 },
            { x: 100, y: 10 },
          ],
        },
        {
          label: 'B',
          points: [
            { x: 40, y: 0 },
            { x: 100, y: 5 },
          ],
        },
      ],
      band: {
        label: 'Likely',
        low: [
          { x: 20, y: 0 },
          { x: 100, y: 2 },
        ],
        high: [
          { x: 20, y: 4 },
          { x: 100, y: 8 },
        ],
      },
      marks: [{ label: 'They cross', at: 60 }],
    }),
  )

  it('joins points where they belong, each line dashed in its own way', () => {
    const lines = [...chart.matchAll(/<polyline[^>]*stroke-dasharray="([^"]*)" points="([^"]*)"/g)].map(
      ([, dash, points]) => [dash, points],
    )
    assert.deepEqual(lines, [
      ['none', '0,1000 500,500 1000,0'],
      ['9 5', '250,1000 1000,500'],
    ])
    assert.match(chart, /<polygon[^>]*points="0,1000 1000,800 1000,200 0,600"/)
    assert.match(chart, /<line class="app-chart__line" x1="50%"/)
  })

  it('says what stands upwards and what each line is', () => {
    assert.deepEqual(
      [...chart.matchAll(/text-anchor="end">([^<]*)</g)].map(([, text]) => text),
      ['0%', '5%', '10%'],
    )
    assert.match(chart, /<strong>Across<\/strong> cost<\/span>.*<strong>Up<\/strong> chance<\/span>/)
    assert.match(chart, /> A<\/span>.*> B<\/span>.*> Likely<\/span>.*> They cross<\/span>/)
  })
})

describe('lines of a picture that are more than two', () => {
  const between = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      label: `Line ${at}`,
      points: [
        { x: 0, y: 0 },
        { x: 100, y: 10 },
      ],
    }))
  const drawn = (count: number) =>
    render(
      lineChart({
        id: 'same',
        title: 'Same',
        description: 'All are the same',
        scale: { least: 0, most: 100, ticks: [0, 100] },
        upwards: { least: 0, most: 10, ticks: [0, 10] },
        axes: { across: 'weight', upwards: 'total' },
        lines: between(count),
      }),
    ).split('<figcaption')[0] ?? ''
  const places = (chart: string) =>
    [...chart.matchAll(/<svg x="([\d.]+)%" y="([\d.]+)" overflow="visible">/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ])

  it('have shapes on them, also where they run on one another', () => {
    const six = places(drawn(6))
    assert.equal(six.length, 18)
    assert.equal(new Set(six.map(([x]) => x)).size, 18)
    for (const [x = 0, y = 0] of six) assert.ok(Math.abs(y - (axisHeight + 260 * (1 - x / 100))) < 0.2, `${x}, ${y}`)
    assert.equal(places(drawn(2)).length, 0)
  })
})

describe('a tornado', () => {
  it('has a bar for each cause, also where the higher value does less, and what it begins from', () => {
    const chart = render(
      tornadoChart({
        id: 'tornado',
        title: 'What matters',
        description: 'Staff matters most',
        scale,
        bars: [{ label: 'Staff', low: 100, high: 40 }],
        middle: 60,
        switching: 80,
        words: { bar: 'likely', middle: 'as it stands', switching: 'B is as good' },
      }),
    )
    assert.match(chart, /<rect class="app-chart__inner" x="25%" width="75%"/)
    assert.match(chart, /<line class="app-chart__plain" x1="50%"/)
    assert.match(chart, /<line class="app-chart__line" x1="75%"/)
    assert.match(chart, /B is as good/)
  })
})

describe('a scale without ends', () => {
  it('goes around what is shown, also where all is one number or nothing', () => {
    assert.deepEqual(scaleOver([-120, 340]).ticks, [-200, -100, 0, 100, 200, 300, 400])
    for (const values of [[], [0], [5, 5], [-3]]) {
      const { least, most } = scaleOver(values)
      assert.ok(least < most && values.every((value) => least <= value && value <= most), JSON.stringify(values))
    }
  })
})

describe('things by two measures', () => {
  it('stand where both say, hollow where something else is better', () => {
    const chart = render(
      scatterChart({
        id: 'trade',
        title: 'Cost and value',
        description: 'A is better than B',
        scale,
        upwards: { least: 0, most: 100, ticks: [0, 100] },
        axes: { across: 'what it costs', upwards: 'what it is worth' },
        points: [
          { letter: 'A', x: 60, y: 100, filled: true },
          { letter: 'B', x: 100, y: 0, filled: false },
        ],
        words: { filled: 'on the frontier', hollow: 'not on it' },
      }),
    )
    const marks = [...chart.matchAll(/<svg x="([^"]*)" y="([^"]*)" overflow="visible"><circle class="([^"]*)"/g)]
    assert.deepEqual(
      marks.map(([, x, y, shape]) => [x, y, shape]),
      [
        ['50%', '24', 'app-chart__dot'],
        ['100%', '284', 'app-chart__out'],
      ],
    )
    assert.match(chart, /<strong>Across<\/strong> what it costs<[\s\S]*<strong>Up<\/strong> what it is worth</)
  })
})
