import { createServer as createPlainServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Lifetime } from './template.ts'

/** A mail in a folder of the server. */
export type KeptMail = { readonly uid: number; readonly content: Buffer; readonly flags: Set<string> }

/** A server of IMAP on this machine, for one person: what is in it, and what was asked of it. */
export type TestImapServer = {
  readonly port: number
  readonly folders: Map<string, KeptMail[]>
  /** Puts a mail into a folder, unread. */
  readonly deliver: (content: string | Uint8Array, folder?: string) => void
  /** Every command, without the words of signing in. */
  readonly asked: string[]
  /** While true, a connection ends before it is greeted. */
  isAway: boolean
  /** What is done after a command that matches was answered: ends the connection where it says so. */
  endsAfter: RegExp | undefined
}

type Options = {
  readonly user: string
  readonly password: string
  readonly tls?: { readonly key: string; readonly cert: string }
}

/**
 * The part of IMAP4rev1 that a program needs which takes mail: LOGIN, LIST, CREATE, SELECT, and by UID SEARCH, FETCH, STORE
 * and MOVE. Written from RFC 3501 and RFC 6851, and no more than the tests ask.
 */
export async function startImapServer(lifetime: Lifetime, options: Options): Promise<TestImapServer> {
  const sockets = new Set<Socket>()
  let uids = 0
  const state: Omit<TestImapServer, 'port'> = {
    folders: new Map([['INBOX', []]]),
    deliver: (content, folder = 'INBOX') => {
      uids += 1
      const mail = { uid: uids, content: Buffer.from(content as Uint8Array), flags: new Set<string>() }
      state.folders.get(folder)?.push(mail)
    },
    asked: [],
    isAway: false,
    endsAfter: undefined,
  }
  const greet = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    if (state.isAway) return socket.destroy()
    converse(socket, state as TestImapServer, options)
    return socket
  }
  const server: Server = options.tls === undefined ? createPlainServer(greet) : createTlsServer(options.tls, greet)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  lifetime.after(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  return Object.assign(state, { port: typeof address === 'object' && address !== null ? address.port : 0 })
}

const capabilities = 'IMAP4rev1 UIDPLUS MOVE'

function converse(socket: Socket, server: TestImapServer, options: Options): void {
  const session: Session = {
    server,
    options,
    folder: undefined,
    say: (line) => void socket.write(`${line}\r\n`, 'latin1'),
    socket,
  }
  session.say(`* OK [CAPABILITY ${capabilities}] ready`)
  let waiting = ''
  socket.on('data', (chunk: Buffer) => {
    waiting += chunk.toString('latin1')
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      answer(session, line)
    }
  })
}

type Session = {
  readonly server: TestImapServer
  readonly options: Options
  folder: string | undefined
  readonly say: (line: string) => void
  readonly socket: Socket
}

const unquoted = (word: string): string => word.replace(/^"(.*)"$/, '$1').replaceAll(/\\(.)/g, '$1')

function answer(session: Session, line: string): void {
  const [, tag = '*', command = '', rest = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? []
  const verb = command.toUpperCase()
  session.server.asked.push(verb === 'LOGIN' ? 'LOGIN' : `${verb} ${rest}`.trim())
  const done = commands[verb]?.(session, rest) ?? 'BAD unknown command'
  session.say(`${tag} ${done}`)
  if (verb === 'LOGOUT' || session.server.endsAfter?.test(line) === true) session.socket.end()
}

type Command = (session: Session, rest: string) => string

const mailsOf = ({ server, folder }: Session): KeptMail[] => server.folders.get(folder ?? '') ?? []

/** Those of a set of UIDs such as `1:3,7`. */
function chosen(session: Session, set: string): readonly KeptMail[] {
  const ranges = set.split(',').map((range) => range.split(':').map(Number))
  return mailsOf(session).filter(({ uid }) => ranges.some(([from = 0, to = from]) => uid >= from && uid <= to))
}

const numberOf = (session: Session, mail: KeptMail): number => mailsOf(session).indexOf(mail) + 1

const commands: Readonly<Record<string, Command>> = {
  CAPABILITY: ({ say }) => {
    say(`* CAPABILITY ${capabilities}`)
    return 'OK done'
  },
  NOOP: () => 'OK done',
  LOGIN: ({ options }, rest) => {
    const [user = '', password = ''] = (rest.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? []).map(unquoted)
    const isRight = user === options.user && password === options.password
    return isRight ? `OK [CAPABILITY ${capabilities}] signed in` : 'NO [AUTHENTICATIONFAILED] no'
  },
  LIST: ({ server, say }, rest) => {
    // Which character stands between folders, and nothing else.
    if (rest === '"" ""') {
      say('* LIST (\\Noselect) "/" ""')
      return 'OK done'
    }
    for (const name of server.folders.keys()) say(`* LIST () "/" "${name}"`)
    return 'OK done'
  },
  LSUB: () => 'OK done',
  CREATE: ({ server }, rest) => {
    const name = unquoted(rest)
    if (server.folders.has(name)) return 'NO [ALREADYEXISTS] it is there'
    server.folders.set(name, [])
    return 'OK done'
  },
  SUBSCRIBE: () => 'OK done',
  SELECT: (session, rest) => {
    const name = unquoted(rest)
    if (!session.server.folders.has(name)) return 'NO [NONEXISTENT] there is none'
    session.folder = name
    session.say(`* ${mailsOf(session).length} EXISTS`)
    session.say('* FLAGS (\\Seen \\Flagged \\Deleted)')
    session.say('* OK [PERMANENTFLAGS (\\Seen \\Flagged \\Deleted \\*)] as you like')
    session.say('* OK [UIDVALIDITY 1] as ever')
    session.say('* OK [UIDNEXT 1000] next')
    return 'OK [READ-WRITE] selected'
  },
  CLOSE: () => 'OK done',
  'UID SEARCH': (session) => {
    const unseen = mailsOf(session).filter(({ flags }) => !flags.has('\\Seen'))
    session.say(`* SEARCH ${unseen.map(({ uid }) => uid).join(' ')}`.trim())
    return 'OK done'
  },
  'UID FETCH': (session, rest) => {
    const [set = '', ...items] = rest.split(' ')
    for (const mail of chosen(session, set)) {
      const { uid, content } = mail
      const start = `* ${numberOf(session, mail)} FETCH (UID ${uid} RFC822.SIZE ${content.length}`
      session.say(
        items.join(' ').includes('BODY.PEEK[]')
          ? Buffer.concat([Buffer.from(`${start} BODY[] {${content.length}}\r\n`), content, Buffer.from(')')]).toString(
              'latin1',
            )
          : `${start})`,
      )
    }
    return 'OK done'
  },
  'UID STORE': (session, rest) => {
    const [, set = '', flags = ''] = /^(\S+) \+FLAGS(?:\.SILENT)? \((.*)\)$/i.exec(rest) ?? []
    for (const mail of chosen(session, set)) for (const flag of flags.split(' ')) mail.flags.add(flag)
    return 'OK done'
  },
  'UID MOVE': (session, rest) => {
    const [, set = '', name = ''] = /^(\S+) (.*)$/.exec(rest) ?? []
    const to = session.server.folders.get(unquoted(name))
    if (to === undefined) return 'NO [TRYCREATE] there is none'
    for (const mail of chosen(session, set)) {
      const number = numberOf(session, mail)
      mailsOf(session).splice(number - 1, 1)
      to.push(mail)
      session.say(`* ${number} EXPUNGE`)
    }
    return 'OK done'
  },
  LOGOUT: ({ say }) => {
    say('* BYE until then')
    return 'OK done'
  },
}
