import type { FastifyInstance } from 'fastify'
import { accountsJobs, accountsRoutes, findActor } from './features/accounts/index.ts'
import {
  applicationsJobs,
  applicationsRoutes,
  countByVersion,
  countsOfRounds,
  deleteTestsOfVersion,
  moveDrafts,
  tellOfFile,
  tellOfRequests,
  writersOf,
} from './features/applications/index.ts'
import {
  assessmentJobs,
  assessmentRoutes,
  glassesOf,
  hasScores,
  settleMember,
  settleRounds,
  settleWithdrawn,
} from './features/assessment/index.ts'
import {
  benefitsJobs,
  benefitsPath,
  benefitsRoutes,
  forecastsOfFund,
  tellOfAwardFile,
} from './features/benefits/index.ts'
import {
  decisionsJobs,
  decisionsRoutes,
  freeInterview,
  settlePanelsOf,
  tellOfEvidence,
  whatCame,
} from './features/decisions/index.ts'
import { expertsJobs, expertsRoutes, panelsPath, tellOfPaper } from './features/experts/index.ts'
import { type FileOwner, filesJobs } from './features/files/index.ts'
import { formsRoutes } from './features/forms/index.ts'
import { fundsJobs, fundsRoutes } from './features/funds/index.ts'
import { copyPages, guidanceJobs, guidanceRoutes } from './features/guidance/index.ts'
import { homeJobs, homeRoutes } from './features/home/index.ts'
import { networkJobs, networkRoutes } from './features/network/index.ts'
import { notificationsJobs, notificationsRoutes } from './features/notifications/index.ts'
import { privacyJobs, privacyRoutes } from './features/privacy/index.ts'
import { publishingJobs, publishingRoutes } from './features/publishing/index.ts'
import { reviewsJobs, reviewsRoutes, startReviewPath, tellOfReviewFile } from './features/reviews/index.ts'
import { searchRoutes } from './features/search/index.ts'
import {
  committedPence,
  councilSupportPath,
  supportJobs,
  supportRoutes,
  tellOfDelivery,
} from './features/support/index.ts'
import { loadInLanguage, type SpokenLanguage } from './languages/load-in-language.ts'
import { scriptsInLanguage } from './languages/scripts-in-language.ts'
import type { Route } from './platform/http/route.ts'
import { buildServer } from './platform/http/server.ts'
import type { OtherVoice, Voice } from './platform/http/voice.ts'
import type { Job } from './platform/jobs/job.ts'
import type { Services } from './platform/services.ts'
import { seedsJobs } from './seeds/later-parts.ts'
import { makeRender } from './shell.ts'
import { builtFolder, govukFolder } from './ui/assets/manifest.ts'
import { errorPage } from './ui/error-page.ts'
import { inlineScriptHashes } from './ui/page.ts'
import { unsentPage } from './ui/unsent-page.ts'

/** Who tells whoever sent a file that nobody can open it. */
const tellOf = {
  application: tellOfFile,
  award: tellOfAwardFile,
  complaint: tellOfEvidence,
  'expert-request': tellOfPaper,
  // Materials are put there by the team, which sees their state beside them.
  'network-event': async () => {},
  review: tellOfReviewFile,
  support: tellOfDelivery,
} as const satisfies Record<FileOwner['type'], unknown>

/** Where a council goes on that has accepted an award, and what is ordered for one. */
const afterAward = {
  links: (reference: string) => [
    { href: startReviewPath, text: 'Start the strategic review that this award pays for' },
    { href: panelsPath, text: 'Ask the expert panel of the fund' },
    { href: councilSupportPath(reference), text: 'See what the award buys or pays' },
    { href: benefitsPath(reference), text: 'Keep the register of what comes of it' },
  ],
  orderedPence: committedPence,
}

/** Every route of every area: what the server serves, the access test crosses and the route table lists. */
export const routesOf = (services: Services): Route[] => [
  ...homeRoutes(services),
  ...accountsRoutes(services, {
    confirmed: async (tx, member) => {
      await settleMember(tx, member)
      await settlePanelsOf(tx, member)
      await tellOfRequests(tx, services, member)
    },
    imported: settleRounds,
  }),
  ...notificationsRoutes(services),
  ...fundsRoutes(services, countsOfRounds, { hasScores, writersOf }, copyPages),
  ...formsRoutes(services, { countByVersion, moveDrafts, deleteTests: deleteTestsOfVersion }),
  ...guidanceRoutes(services, glassesOf),
  ...applicationsRoutes(services, {
    whatCame,
    afterWithdrawal: async (tx, withdrawn) => {
      await settleWithdrawn(tx, withdrawn)
      await freeInterview(tx, services, withdrawn)
    },
  }),
  ...assessmentRoutes(services),
  ...decisionsRoutes(services, afterAward),
  ...publishingRoutes(services),
  ...reviewsRoutes(services, forecastsOfFund),
  ...expertsRoutes(services),
  ...networkRoutes(services),
  ...supportRoutes(services),
  ...benefitsRoutes(services),
  ...privacyRoutes(services),
  ...searchRoutes(services),
]

/** The work of every area that is done apart from requests. */
export const jobsOf = (services: Services): Job[] => [
  ...filesJobs(services, (tx, file) => tellOf[file.ownerType](tx, services, file)),
  ...notificationsJobs(services),
  ...accountsJobs(services),
  ...homeJobs(services),
  ...fundsJobs(services),
  ...guidanceJobs(services),
  ...applicationsJobs(services),
  ...assessmentJobs(services),
  ...decisionsJobs(services),
  ...publishingJobs(services),
  ...reviewsJobs(services),
  ...expertsJobs(services),
  ...supportJobs(services),
  ...networkJobs(services),
  ...benefitsJobs(services),
  ...privacyJobs(services),
  ...seedsJobs(services),
]

/** All that people get to read, in the language in which this module was loaded. */
export const voiceOf = (services: Services, script?: string): Voice => ({
  routes: routesOf(services),
  render: makeRender(services, script),
  errorPage,
  unsentPage,
})

/** The same in another language. */
async function otherVoice(services: Services, { language, offered }: SpokenLanguage): Promise<OtherVoice> {
  const [program, { entry, files }] = await Promise.all([
    loadInLanguage<{ readonly voiceOf: typeof voiceOf }>(import.meta.url, language),
    scriptsInLanguage(language),
  ])
  return { ...program.voiceOf(services, entry), tag: language.tag, offered, assets: files }
}

export type AppOptions = { readonly routes?: readonly Route[]; readonly languages?: readonly SpokenLanguage[] }

/** The web app from its services, with all its routes unless told others. */
export async function makeApp(services: Services, options: AppOptions = {}): Promise<FastifyInstance> {
  const voice = voiceOf(services)
  return await buildServer({
    ...voice,
    routes: options.routes ?? voice.routes,
    otherVoices: await Promise.all((options.languages ?? []).map((language) => otherVoice(services, language))),
    findActor: (token, at) => findActor(services.db, token, at),
    scriptHashes: inlineScriptHashes,
    config: services.config,
    secretKey: services.secretKey,
    log: services.log,
    clock: services.clock,
    newId: services.newId,
    assetsFolders: services.config.theme === 'govuk' ? [builtFolder, govukFolder] : [builtFolder],
  })
}
