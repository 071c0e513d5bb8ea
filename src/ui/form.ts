import { type FieldWords, fieldWordsField, writeFieldWords } from '../core/saving/field-words.ts'
import { html, render, type SafeHtml } from './html.ts'
import { wordsOfLabels } from './words-of-labels.ts'

/** Where a form goes and what protects it. */
export type FormOptions = {
  readonly action: string
  /** The token of the session, which the server compares. Left out of a GET form, where it would end up in addresses. */
  readonly csrf?: string | undefined
  readonly method?: 'post' | 'get' | undefined
  /** `multipart/form-data` for a form with files. */
  readonly enctype?: 'multipart/form-data' | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  /** The address that takes answers while a person types. Without scripts it does nothing. */
  readonly autosave?: string | undefined
  /** The name under which unsaved text waits in the browser: one for each application and question. */
  readonly autosaveKey?: string | undefined
  /** Where somebody chooses between two texts: the name under which the page written first keeps its unsaved text. */
  readonly keepFor?: string | undefined
  /** What to say where there is no network, in whole sentences: that it was not sent, and what that means. */
  readonly notSent?: string | undefined
  /** What stands beside its fields, for the page that gives back what was written when its session has ended. */
  readonly words?: FieldWords | undefined
  /** Takes those words from the labels of the form instead. */
  readonly namedByLabels?: boolean | undefined
}

/**
 * A form with its hidden `_csrf` field. The browser's own validation is off: the server says everything that is wrong at once.
 *
 * With `autosave` the form carries a status line that the browser script fills in.
 *
 * @example form({ action: '/sign-in', csrf }, html`${input({ … })}${button({ text: 'Continue' })}`)
 */
export function form(options: FormOptions, content: SafeHtml): SafeHtml {
  const method = options.method ?? 'post'
  const words = options.namedByLabels ? wordsOfLabels(render(content)) : options.words
  return html`<form action="${options.action}" method="${method}" novalidate${attribute('enctype', options.enctype)}${attribute('id', options.id)}${attribute('class', options.classes)}${attribute('data-autosave', options.autosave)}${attribute('data-autosave-key', options.autosaveKey)}${attribute('data-keep-for', options.keepFor)}${attribute('data-not-sent', options.notSent)}>
${method === 'post' && options.csrf !== undefined && html`<input type="hidden" name="_csrf" value="${options.csrf}">`}
${content}
${words !== undefined && hidden(fieldWordsField, writeFieldWords(words))}
${options.autosave !== undefined && html`<p class="app-autosave" role="status" data-autosave-status></p>`}
</form>`
}

/** A value that travels with the form and is not shown. */
export function hidden(name: string, value: string | number): SafeHtml {
  return html`<input type="hidden" name="${name}" value="${value}">`
}

function attribute(name: string, value: string | undefined): SafeHtml | undefined {
  return value === undefined ? undefined : html` ${name}="${value}"`
}
