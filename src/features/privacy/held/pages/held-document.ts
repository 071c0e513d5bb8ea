import { html, render, type SafeHtml } from '../../../../ui/html.ts'
import type { HeldTable } from '../read-held.ts'

/** What is kept about somebody as a document that needs nothing beside it. */
export const heldDocument = (model: {
  readonly email: string
  readonly madeAt: string
  readonly serviceName: string
  readonly held: readonly HeldTable[]
}): string =>
  render(html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>What ${model.serviceName} keeps about ${model.email}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}dl{display:grid;grid-template-columns:minmax(6rem,14rem) 1fr;gap:.25rem 1rem;border-top:1px solid;padding-top:.5rem}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}</style></head>
<body><main><h1>What ${model.serviceName} keeps about ${model.email}</h1>
<p>Made at ${model.madeAt}. Other people stand here as “somebody else”, and their email addresses are left out. Files that you sent are listed by name: the service gives them where you sent them.</p>
${model.held.length === 0 && html`<p>Nothing is kept.</p>`}
${model.held.map(tableOf)}</main></body></html>
`)

const tableOf = ({ section, what, table, rows, more }: HeldTable): SafeHtml => html`<h2>${section}: ${words(table)}</h2>
<p>${what}.</p>
${more && html`<p>These are the first ${rows.length}. Ask for the rest.</p>`}
${rows.map((row) => html`<dl>${Object.entries(row).map(([column, value]) => html`<dt>${words(column)}</dt><dd>${shown(value)}</dd>`)}</dl>`)}`

const words = (name: string): string => name.replaceAll('_', ' ')

const shown = (value: unknown): string =>
  value === null || value === ''
    ? '–'
    : value instanceof Date
      ? value.toISOString()
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)
