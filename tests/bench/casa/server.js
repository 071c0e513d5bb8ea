// A form of three questions on DWP CASA, with its defaults: sessions in memory, its own layout, checks and CSRF tokens.
// The benchmark copies this folder beside an installed CASA and starts it there: the question, its limit in words and its
// component are those of our own form, so that the two pages ask the same.
import { configure, field, Plan, validators } from '@dwp/govuk-casa'
import express from 'express'

const required = validators.required.make({ errorMsg: 'Answer this question' })
const atMost500Words = validators.wordCount.make({ max: 500, errorMsgMax: 'The answer must be 500 words or less' })

const plan = new Plan()
plan.addSequence('drivers', 'joint', 'lead-email')

const { mount } = configure({
  views: [`${import.meta.dirname}/views`],
  session: { name: 'casa', secret: 'three-questions', ttl: 3600, secure: false },
  pages: [
    {
      waypoint: 'drivers',
      view: 'drivers.njk',
      fields: [field('drivers').validators([required, atMost500Words])],
    },
    { waypoint: 'joint', view: 'joint.njk', fields: [field('joint').validators([required])] },
    {
      waypoint: 'lead-email',
      view: 'lead-email.njk',
      fields: [field('leadEmail').validators([required, validators.email.make()])],
    },
  ],
  plan,
})

const app = express()
const casa = express()
mount(casa, { route: '/' })
app.use('/form', casa)

const server = app.listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
})
