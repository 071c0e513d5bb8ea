import { html, type SafeHtml } from '../../html.ts'

const shapes: readonly SafeHtml[] = [
  html`<circle class="app-chart__dot" r="5.5"></circle>`,
  html`<rect class="app-chart__out" x="-5" y="-5" width="10" height="10"></rect>`,
  html`<path class="app-chart__dot" d="M0-7 7 0 0 7-7 0Z"></path>`,
  html`<path class="app-chart__out" d="M0-6 6 5H-6Z"></path>`,
  html`<path class="app-chart__dot" d="M0 6 6-5H-6Z"></path>`,
  html`<circle class="app-chart__out" r="5.5"></circle>`,
]
/** A shape by which a group, or a line, is told from others without colour. Its own middle is 0, 0. */
export const shapeOf = (at: number): SafeHtml => shapes[at % shapes.length] ?? html``
