import { personIdOf } from '../../../core/permissions/index.ts'
import { carriedOutBy, outcomeWords, retentionRules, ruleName, switchStand } from '../../../core/privacy/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { confirmRetentionPath, retentionPath, turnRetentionPath } from '../privacy.paths.ts'
import { privacyCrumbs, privacyPages } from '../privacy-navigation.ts'
import { dryRun } from './describe-retention.ts'
import { retentionPage } from './pages/retention.ts'
import {
  countsText,
  examplesText,
  goesText,
  switchProblemText,
  switchWords,
  turnedWords,
  turnWords,
} from './retention.messages.ts'
import { lastRuns, switchTurns } from './retention.store.ts'
import { confirmSwitch, type SwitchProblem, turnSwitch } from './turn-switch.ts'

/** What would go and when, and the switch by which it does. */
export const retentionRoutes = (services: Services): Route[] => [
  get(retentionPath, 'service:administer', async (ask) => await showRetention(services, ask, [])),
  post(
    turnRetentionPath,
    'service:administer',
    'retention.asked-for or retention.withdrawn or retention.switched-off',
    async (ask) => {
      const { form } = ask
      const turned = {
        actor: ask.actor,
        turn: form.line('turn'),
        reason: form.text('reason').trim(),
        at: ask.receivedAt,
      }
      const result = await turnSwitch(services, turned)
      if (!result.ok) return await showRetention(services, ask, result.problems)
      return seeOther(retentionPath, { flash: turnedWords[result.value] })
    },
  ),
  post(confirmRetentionPath(':number'), 'service:administer', 'retention.switched-on', async (ask) => {
    const number = Number(param(ask, 'number'))
    const result = await confirmSwitch(services, { actor: ask.actor, number, at: ask.receivedAt })
    if (!result.ok) return await showRetention(services, ask, result.problems)
    return seeOther(retentionPath, { flash: 'Retention is switched on. What is due goes tonight.' })
  }),
]

async function showRetention(services: Services, ask: Ask, problems: readonly SwitchProblem[]): Promise<Answer> {
  const { db } = services
  const turns = await switchTurns(db)
  const runs = await lastRuns(db)
  const { on, waiting } = switchStand(turns)
  const page = retentionPage({
    breadcrumbs: privacyCrumbs('Retention'),
    pages: privacyPages(retentionPath),
    on,
    waiting: waiting && {
      asked: `${waiting.askedByName} asked for it at ${ukTime(waiting.askedAt)}: ${waiting.reason}`,
      action: confirmRetentionPath(waiting.number),
      mine: waiting.askedBy === personIdOf(ask.actor),
    },
    next: switchWords({ on, waits: waiting !== undefined }),
    rules: (await dryRun(db, ask.receivedAt)).map(({ rule, count }) => ({
      title: ruleName(rule),
      what: rule.what,
      goes: goesText(rule),
      counts: countsText(count),
      isDue: count.due > 0,
      examples: examplesText(count.examples),
    })),
    others: retentionRules
      .filter(({ sweep }) => sweep === undefined)
      .map((rule) => ({ what: rule.what, outcome: outcomeWords[rule.outcome], carriedOut: carriedOutBy(rule) })),
    turns: turns.map(({ number, turn, reason, askedAt, askedByName, confirmedByName }) => ({
      turn: turnWords(turn, { confirmedByName, isWaiting: number === waiting?.number }),
      by: `${askedByName}, at ${ukTime(askedAt)}`,
      reason,
    })),
    runs: runs.map(({ ranAt, went }) => ({
      at: ukTime(ranAt),
      rows: Object.values(went).reduce((sum, rows) => sum + rows, 0),
    })),
    reason: ask.form.text('reason'),
    errors: problems.map(switchProblemText),
    action: turnRetentionPath,
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length === 0 ? 200 : 400 })
}
