import { flag, list, object, oneOf, optional, type Shape, text } from '../../canonical/index.ts'
import type { Check, Form, FormPage, FormSection, Rule } from '../definition.ts'
import { expression } from './expression-shapes.ts'
import { id, question } from './question-shapes.ts'

const page = object<FormPage>({
  id,
  title: text,
  guidance: optional(text),
  showIf: optional(expression),
  questions: list(question),
  source: optional(text),
  reconstructed: optional(flag),
})

const webAddress: Shape = (value, at) =>
  typeof value === 'string' && /^https?:\/\/\S+$/.test(value) ? [] : [{ at, text: 'must be a web address' }]

const rule = object<Rule>({
  id,
  clause: text,
  when: expression,
  outcome: oneOf('fail', 'caveat'),
  text,
  remedy: optional(text),
  link: optional(webAddress),
})
const check = object<Check>({ id, when: expression, text, question: text })
const section = object<FormSection>({ id, title: text, pages: list(text, 1) })

/** The shape of a form, before what its parts say of each other. */
export const formShape = object<Form>({
  id,
  title: text,
  guidance: optional(text),
  pages: list(page),
  sections: optional(list(section)),
  rules: optional(list(rule)),
  checks: optional(list(check)),
  source: optional(text),
  reconstructed: optional(flag),
})
