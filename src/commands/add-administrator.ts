import { ensurePerson, giveRole } from '../features/accounts/index.ts'
import { type Command, only, Refused } from './command.ts'
import { withServices } from './with-services.ts'

/** Makes somebody an administrator of the service: no page does. */
export const addAdministrator: Command = async (config, given) => {
  const email = only(given, 'npm run administrator:add -- EMAIL').toLowerCase()
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new Refused(`${email} is not an email address.`)
  return await withServices(config, async (services) => {
    const at = services.clock()
    return await services.db.transaction().execute(async (tx) => {
      const { person } = await ensurePerson(tx, { id: services.newId(), email, at })
      const given = await giveRole(tx, services, {
        personId: person.id,
        role: 'administrator',
        fundId: null,
        by: null,
        at,
      })
      return given.ok ? `${email} is now an administrator.` : `${email} is an administrator already.`
    })
  })
}
