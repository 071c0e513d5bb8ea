import { html, render } from '../../html.ts'
import { axisHeight, type ChartFrame, drawingOf } from './chart-frame.ts'
import { brokenAt } from './chart-label.ts'

/** All in pixels. */
const [wide, edge, besideLabels] = [620, 34, 100]
const [keyLine, keyStart, textStart, longestLine] = [20, 26, 78, 68]

/** The rules of the style sheet in black, white and greys: paper may have no colours. */
const style = `.app-chart__tick,.app-chart__label,.app-chart__letter,.app-chart__cell-text{fill:#0b0c0c;font-family:"Libertinus Serif";font-size:15px}
.app-chart__grid{stroke:#b1b4b6;stroke-width:1px}
.app-chart__inner{fill:#505a5f}
.app-chart__line{stroke:#0b0c0c;stroke-dasharray:5 3;stroke-width:2px}
.app-chart__plain{stroke:#0b0c0c;stroke-width:2px}
.app-chart__curve{fill:none;stroke:#0b0c0c;stroke-width:2.5px}
.app-chart__band{fill:#d2d4d6}
.app-chart__dot{fill:#0b0c0c}
.app-chart__out{fill:#ffffff;stroke:#0b0c0c;stroke-width:2px}
.app-chart__part,.app-chart__cell{fill:#ffffff;stroke:#0b0c0c;stroke-width:1px}
.app-chart__part--1,.app-chart__cell--2{fill:#cbced1}
.app-chart__part--2,.app-chart__cell--1{fill:#e6e8ea}
.app-chart__cell--3{fill:#aeb3b7}
.app-chart__cell--4{fill:#5d6469}
.app-chart__cell--5{fill:#2b3034}
.app-chart__cell-text--4,.app-chart__cell-text--5{fill:#ffffff}
.app-chart__key{fill:#0b0c0c;font-family:"Libertinus Serif";font-size:15px}`

/** A chart as a picture of its own for paper, its key below it: an SVG document that needs nothing else. */
export function printedChart(frame: ChartFrame): string {
  const { height, labelled, key } = frame
  const left = labelled ? besideLabels : edge
  const across = wide - left - edge
  const bottom = axisHeight + height + 10
  const entries = key.map((entry) => ({ entry, lines: brokenAt(entry.text, longestLine) }))
  const lines = entries.reduce((sum, each) => sum + each.lines.length, 0)
  let line = 0
  const drawn = html`<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${bottom + lines * keyLine + 8}">
<style>${style}</style>
<svg x="${left}" y="0" width="${across}" height="${axisHeight + height}" overflow="visible">${drawingOf(frame, across)}</svg>
${entries.map(({ entry, lines: broken }) => {
  const y = bottom + line * keyLine
  line += broken.length
  return html`${
    'letter' in entry
      ? html`<text class="app-chart__key" x="${keyStart}" y="${y + 15}">${entry.letter}</text>`
      : html`<svg x="${keyStart}" y="${y + 3}" width="44" height="14" overflow="visible">${entry.mark}</svg>`
  }
${broken.map((text, at) => html`<text class="app-chart__key" x="${textStart}" y="${y + 15 + at * keyLine}">${text}</text>`)}`
})}
</svg>`
  return inXml(render(drawn))
}

/** Without characters that XML does not have. */
const inXml = (text: string): string => text.toWellFormed().replaceAll(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '')
