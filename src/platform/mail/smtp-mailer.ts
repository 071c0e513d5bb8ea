import type { Transporter } from 'nodemailer'
import type { Mailer, Sent } from './mailer.ts'

/**
 * - `url`: `smtp://` or `smtps://` with user and password where there are; `?requireTLS=true` refuses to send in the clear
 * - `from`: the sender, as "Name <address>"
 */
export type SmtpSettings = { readonly url: string; readonly from: string }

/** Replies of 500 and above are for good, unless they refuse us (530 to 539: not signed in, no encryption) and not the message. */
function failed(error: unknown): Sent {
  const { message, responseCode } = error instanceof Error ? (error as Error & { responseCode?: number }) : {}
  const refusesMessage =
    responseCode !== undefined && responseCode >= 500 && !(responseCode >= 530 && responseCode < 540)
  return { ok: false, retry: !refusesMessage, reason: message ?? 'unknown' }
}

/**
 * Sends over SMTP on a few connections that are kept open. The `Message-ID` is made of the message's id. The library is
 * loaded with the first message: a service that has yet to send one starts sooner, with 5 MB less.
 */
export function smtpMailer({ url, from }: SmtpSettings): Mailer {
  const separator = url.includes('?') ? '&' : '?'
  const address = `${url}${separator}pool=true&maxConnections=3&connectionTimeout=10000&socketTimeout=30000`
  let opening: Promise<Transporter> | undefined
  const transport = (): Promise<Transporter> =>
    (opening ??= import('nodemailer').then(({ createTransport }) => createTransport(address)))
  const domain = /@([^\s<>]+?)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return {
    kind: 'smtp',
    async send({ id, to, subject, text, html, headers, calendar }) {
      try {
        const sent = await (await transport()).sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          ...(html === undefined ? {} : { html }),
          ...(calendar === undefined ? {} : { icalEvent: { ...calendar, filename: 'interview.ics' } }),
          headers: { ...headers },
          messageId: `<${id}@${domain}>`,
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        return { ok: true, id: sent.messageId }
      } catch (error) {
        return failed(error)
      }
    },
    close: () => {
      void opening?.then((opened) => opened.close())
    },
  }
}
