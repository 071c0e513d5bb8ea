import { mayIn } from '../../../core/reviews/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { roleWords } from '../reviews.messages.ts'
import { reviewPeoplePath } from '../reviews.paths.ts'
import { peoplePage } from './pages/people.ts'
import { type PersonProblem, personProblemText } from './people.messages.ts'
import { peopleOf } from './people.store.ts'
import { removePersonOf, setPersonOf } from './set-people.ts'

const all = '/reviews/:reference/people'

/** Who works on a review. */
export const reviewPeopleRoutes = (services: Services): Route[] => [
  get(all, 'review:work', async (ask) => await showPeople(services, ask, [])),
  post(all, 'review:work', 'review.person-set', async (ask) => {
    const { origin, receivedAt: at } = ask
    const result = await setPersonOf(services, ask.actor, { ...of(ask), typed: typedIn(ask), at, origin })
    return result.ok
      ? seeOther(reviewPeoplePath(of(ask).reference), { flash: 'Saved.' })
      : await showPeople(services, ask, result.problems)
  }),
  post(`${all}/remove`, 'review:work', 'review.person-removed', async (ask) => {
    const asked = { ...of(ask), personId: ask.form.line('person'), at: ask.receivedAt }
    const result = await removePersonOf(services, ask.actor, asked)
    return result.ok
      ? seeOther(reviewPeoplePath(of(ask).reference), { flash: 'They no longer work on it. What they wrote stays.' })
      : await showPeople(services, ask, result.problems)
  }),
]

const of = (ask: Ask) => ({ reference: param(ask, 'reference') })

const typedIn = ({ form }: Ask) => ({
  email: form.line('email'),
  roles: form.all('roles'),
  speaksFor: form.line('speaks-for'),
  credentials: form.line('credentials'),
})

async function showPeople({ db }: Services, ask: Ask, problems: readonly PersonProblem[]): Promise<Answer> {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  const people = await peopleOf(db, review.id)
  const posted = problems.length > 0
  const removing = ask.form.line('person')
  const named = posted ? ask.form.line('email').toLowerCase() : ''
  const chosen = people.find(
    ({ personId, email }) => personId === (ask.query.get('change') ?? removing) || email.toLowerCase() === named,
  )
  const blank = { email: '', roles: [], speaksFor: '', credentials: '' }
  const typed = posted && removing === '' ? typedIn(ask) : (chosen ?? blank)
  const leads = mayIn(review.roles, 'lead')
  return show(
    peoplePage({
      illustrative: review.illustrative,
      breadcrumbs: reviewCrumbs(review),
      people: people.map(({ roles, ...person }) => ({
        ...person,
        roles: roles.map((role) => roleWords[role].name).join(', '),
      })),
      bothRoles: people
        .filter(({ roles }) => roles.includes('facilitator') && roles.includes('scorer'))
        .map(({ name }) => name),
      set: leads ? { typed, changes: chosen, errors: problems.map(personProblemText), csrf: ask.csrf } : undefined,
      action: reviewPeoplePath(review.reference),
    }),
    posted ? { status: 400 } : {},
  )
}
