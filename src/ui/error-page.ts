import { html } from './html.ts'
import type { Page } from './page.ts'

/** The pages for when something went wrong. They say what happened, what is kept and what to do. */
export type ErrorKind =
  | 'not-found'
  | 'forbidden'
  | 'too-large'
  | 'files-too-large'
  | 'too-many'
  | 'unavailable'
  | 'fault'
  | 'bad-request'

type Wording = { readonly title: string; readonly paragraphs: readonly string[] }

const wording: Record<ErrorKind, Wording> = {
  'not-found': {
    title: 'Page not found',
    paragraphs: [
      'If you typed the web address, check that it is correct. If you pasted it, check that you copied all of it.',
      'You may also need to sign in as somebody who can see this page.',
    ],
  },
  forbidden: {
    title: 'We could not be sure that you sent this',
    paragraphs: [
      'Nothing was changed. This happens when you signed in again, or signed out, in another tab.',
      'Go back in your browser, reload the page and send it again. What you typed is still in the page you came from.',
    ],
  },
  'too-large': {
    title: 'What you sent is too long',
    paragraphs: [
      'Nothing was changed. Go back in your browser: what you typed is still there.',
      'Shorten it, or send it in smaller parts. Each question says how many words it takes.',
    ],
  },
  'files-too-large': {
    title: 'The files are too large',
    paragraphs: [
      'Nothing was changed. Go back in your browser: what you typed is still there, but you must choose the files again.',
      'Send fewer files at a time, or make them smaller. The page says how large a file can be.',
    ],
  },
  'too-many': {
    title: 'Too many requests',
    paragraphs: ['Nothing was changed. Wait a minute, then try again.'],
  },
  unavailable: {
    title: 'Sorry, the service is not available',
    paragraphs: [
      'What you saved before is safe. Wait a minute, then try again: go back in your browser to find what you typed.',
    ],
  },
  fault: {
    title: 'Sorry, there is a problem with the service',
    paragraphs: ['What you saved before is safe. Try again later: go back in your browser to find what you typed.'],
  },
  'bad-request': {
    title: 'We could not read what was sent',
    paragraphs: ['Nothing was changed. Go back in your browser, reload the page and try again.'],
  },
}

/** @param requestId shown with a fault, so that a person can quote it and we can find it in the log */
export function errorPage(kind: ErrorKind, requestId: string): Page {
  const { title, paragraphs } = wording[kind]
  return {
    title,
    isError: true,
    main: html`<h1 class="govuk-heading-l">${title}</h1>
${paragraphs.map((paragraph) => html`<p class="govuk-body">${paragraph}</p>`)}
${kind === 'fault' && html`<p class="govuk-body">If you ask for help, quote this: <code>${requestId}</code></p>`}`,
  }
}
