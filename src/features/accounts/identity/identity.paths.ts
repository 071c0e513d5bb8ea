/** Every address of signing in with an identity provider. */

export const providerPath = '/sign-in/provider'
/** Where it sends people back: the redirect URI to register there is this after the public address. */
export const providerBackPath = '/sign-in/provider/back'
export const unlinkPath = '/account/provider/unlink'
export const signedOutPath = '/sign-out/done'
export const providerSignOutPath = '/sign-out/provider'
