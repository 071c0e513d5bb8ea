import type { ProviderProblem } from './sign-in-by-provider.ts'

type ProblemOf<Code> = Extract<ProviderProblem, { code: Code }>
type Wording = { [Code in ProviderProblem['code']]: (problem: ProblemOf<Code>, label: string) => string }

const wording: Wording = {
  'provider-unreachable': (_, label) => `We cannot reach ${label} at the moment.`,
  'provider-refused': (_, label) => `You did not sign in with ${label}.`,
  'provider-answer-wrong': (_, label) => `What ${label} told us did not fit what we asked, so we did not use it.`,
  'provider-errand-lost': (_, label) =>
    `You took more than 10 minutes, or came back in another browser than you began in. Sign in with ${label} again.`,
  'provider-email-unverified': (_, label) => `${label} did not tell us an email address that it has checked.`,
  'provider-domain': ({ domain }, label) => `Nobody with an email address at ${domain} can sign in with ${label}.`,
  'provider-other-account': (_, label) =>
    `Your email address is linked to a different account for signing in with ${label}. If your account there is new, sign in by email and unlink the old one under Your account.`,
}

/** Why somebody was not signed in, as a sentence. @param label what people know the provider as */
export const whyNot = (problem: ProviderProblem, label: string): string => {
  const said = (wording[problem.code] as (problem: ProviderProblem, label: string) => string)(problem, label)
  return said.charAt(0).toUpperCase() + said.slice(1)
}
