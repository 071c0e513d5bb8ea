export const homePath = '/'
export const yourWorkPath = '/home'
