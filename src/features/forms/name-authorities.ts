import { mentionedOf } from '../../core/forms/edit/index.ts'
import { childrenOf, type Form, type NameOf } from '../../core/forms/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { organisationsById } from '../accounts/index.ts'

/**
 * What the authorities are called that conditions, rules and checks of forms name, for `describeExpression`. Asks the
 * database only when there are any.
 */
export async function authorityNames(db: Database | Tx, ...forms: readonly Form[]): Promise<NameOf> {
  const found = await organisationsById(db, [...new Set(forms.flatMap(namedAuthorities))])
  return (_, id) => found.get(id)?.name
}

function namedAuthorities(form: Form): readonly string[] {
  const questions = form.pages.flatMap((page) => page.questions.flatMap((each) => [each, ...childrenOf(each)]))
  const whens = [
    ...[...form.pages, ...questions].flatMap(({ showIf }) => showIf ?? []),
    ...[...(form.rules ?? []), ...(form.checks ?? [])].map(({ when }) => when),
  ]
  return questions
    .filter(({ type }) => type === 'authority')
    .flatMap(({ id }) => whens.flatMap((when) => mentionedOf(when, id)))
    .filter((value) => typeof value === 'string')
}
