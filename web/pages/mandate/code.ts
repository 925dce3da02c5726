/** The code of an invitation as people copy it from paper, without what does not matter: spaces, hyphens, small letters. */
export const bareCode = (typed: string): string => typed.replace(/[\s\u00a0\u2010-\u2015-]/g, '').toUpperCase()
