import { matchPeers, type Peer, type ProfileTyped, stages } from '../../../core/network/index.ts'
import { deliveryModels } from '../../../core/reviews/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { serviceAreaWords } from '../../assessment/index.ts'
import { askedOf } from '../asked-of.routes.ts'
import { networkCrumbs } from '../network-crumbs.ts'
import { openNetwork } from '../open-network.ts'
import { councilsPage } from './pages/councils.ts'
import { editProfilePage } from './pages/edit-profile.ts'
import { profilePage } from './pages/profile.ts'
import { areaNames, matchWords, modelNames, profileProblemText, stageWords } from './profiles.messages.ts'
import { councilsPath, editProfilePath, profilePath } from './profiles.paths.ts'
import { type CouncilInNetwork, councilsOf } from './profiles.store.ts'
import { openCouncil, openOwnCouncil, saveProfile } from './save-profile.ts'

const all = '/network/:fund/councils'
const one = `${all}/:organisation`

/** The councils of a network, what they say of their reviews, and who is whose peer. */
export const profilesRoutes = (services: Services): Route[] => [
  get(all, 'network:take-part', async (ask) => await showCouncils(services, ask)),
  get(one, 'network:take-part', async (ask) => await showProfile(services, ask)),
  get(`${one}/edit`, 'network:take-part', async (ask) => await showEdit(services, ask, [])),
  post(`${one}/edit`, 'network:take-part', 'network.profile-saved', async (ask) => {
    const result = await saveProfile(services, { ...ofCouncil(ask), typed: typedIn(ask) })
    if (!result.ok) return await showEdit(services, ask, result.problems.map(profileProblemText))
    return seeOther(councilsPath(param(ask, 'fund')), { flash: 'Your profile is saved. These are your peers.' })
  }),
]

const ofCouncil = (ask: Ask) => ({ ...askedOf(ask), organisation: param(ask, 'organisation') })

const typedIn = ({ form }: Ask): ProfileTyped => ({
  service: form.line('service'),
  serviceAreas: form.all('serviceAreas'),
  models: form.all('models'),
  stage: form.line('stage'),
  about: form.text('about'),
  contact: form.line('contact'),
})

const peerOf = ({ organisationId, name, profile }: CouncilInNetwork): readonly Peer[] =>
  profile === null ? [] : [{ ...profile, organisationId, name }]

async function showCouncils({ db }: Services, ask: Ask): Promise<Answer> {
  const { fund, member } = await openNetwork(db, askedOf(ask))
  const councils = await councilsOf(db, fund.id)
  const peers = councils.flatMap(peerOf)
  const own = councils.filter(({ organisationId }) => member.organisationIds.includes(organisationId))
  return show(
    councilsPage({
      fund,
      crumbs: networkCrumbs(fund),
      own: own.map((council) => ({
        name: council.name,
        editHref: editProfilePath(fund.slug, council.organisationId),
        written: council.profile !== null,
        peers: peerOf(council).flatMap((self) =>
          matchPeers(self, peers).map((match) => ({
            href: profilePath(fund.slug, match.peer.organisationId),
            name: match.peer.name,
            why: matchWords(match),
          })),
        ),
      })),
      councils: councils.map(({ organisationId, name, profile }) => ({
        href: profilePath(fund.slug, organisationId),
        name,
        service: profile?.service ?? 'Not said yet',
        stage: profile === null ? '' : stageWords[profile.stage],
        models: modelNames(profile?.models ?? []).join(', '),
      })),
    }),
  )
}

async function showProfile({ db }: Services, ask: Ask): Promise<Answer> {
  const { fund, council, own } = await openCouncil(db, ofCouncil(ask))
  const { organisationId, name, award, profile } = council
  return show(
    profilePage({
      fund,
      crumbs: networkCrumbs(fund, { text: 'Councils', href: councilsPath(fund.slug) }),
      name,
      award,
      profile:
        profile === null
          ? undefined
          : {
              service: profile.service,
              areas: areaNames(profile.serviceAreas).join(', '),
              models: modelNames(profile.models).join(', '),
              stage: stageWords[profile.stage],
              about: profile.about,
              contact:
                profile.contactEmail === ''
                  ? undefined
                  : { name: profile.contactName || profile.contactEmail, email: profile.contactEmail },
            },
      editHref: own ? editProfilePath(fund.slug, organisationId) : undefined,
    }),
  )
}

async function showEdit({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { fund, council, people } = await openOwnCouncil(db, ofCouncil(ask))
  const { organisationId, name, profile } = council
  const kept: ProfileTyped =
    profile === null
      ? { service: '', serviceAreas: [], models: [], stage: '', about: '', contact: '' }
      : { ...profile, contact: profile.contactId ?? '' }
  return show(
    editProfilePage({
      fund,
      crumbs: networkCrumbs(
        fund,
        { text: 'Councils', href: councilsPath(fund.slug) },
        { text: name, href: profilePath(fund.slug, organisationId) },
      ),
      action: editProfilePath(fund.slug, organisationId),
      areas: Object.entries(serviceAreaWords).map(([value, text]) => ({ value, text })),
      models: deliveryModels.map(({ id, name: text }) => ({ value: id, text })),
      stages: stages.map((value) => ({ value, text: stageWords[value] })),
      people: people.map(({ personId, name: text, email }) => ({ value: personId, text: text || email })),
      typed: errors.length > 0 ? typedIn(ask) : kept,
      errors,
      csrf: ask.csrf,
    }),
    { status: errors.length > 0 ? 400 : 200 },
  )
}
