import { seeOther, show } from '../../../platform/http/answer.ts'
import { get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { roundOf } from '../address.routes.ts'
import { versionPagePath } from '../forms.paths.ts'
import { templatePage, templatesPage } from './pages/templates.ts'
import { listTemplates, readTemplate } from './read-template.ts'
import { useTemplate } from './use-template.ts'

const base = '/manage/funds/:fund/:round/form/templates'

/** Making the form, the screener and the rules of a round from a real fund. */
export const templatesRoutes = (services: Services): Route[] => [
  get(base, 'fund:edit', async (ask) =>
    show(templatesPage(await listTemplates(services.db, { actor: ask.actor, path: roundOf(ask) }))),
  ),
  get(`${base}/:template`, 'fund:edit', async (ask) => {
    const asked = { actor: ask.actor, path: roundOf(ask), template: param(ask, 'template') }
    return show(templatePage({ ...(await readTemplate(services.db, asked)), csrf: ask.csrf }))
  }),
  post(`${base}/:template`, 'fund:edit', 'form.created', async (ask) => {
    const path = roundOf(ask)
    const asked = { actor: ask.actor, path, template: param(ask, 'template'), at: ask.receivedAt }
    const { versionId, rulesSet } = await useTemplate(services, asked)
    const rules = rulesSet
      ? 'The rules of the round are set as that fund had them.'
      : 'The rules of the round stay as they are.'
    return seeOther(versionPagePath(path, versionId, 'edit'), {
      flash: `The form is made as a draft, and its screener if it has one. ${rules} Publish what is right, then choose it for the round.`,
    })
  }),
]
