/** The job that looks for what webhooks are to be told. */
export const tellWebhooksJob = 'tell-webhooks'

/** The job that sends one message once. */
export const sendToWebhookJob = 'send-to-webhook'

/** What it is given: which message, and which try it is, counted from 1. */
export type ToSend = { readonly id: string; readonly number: number }
