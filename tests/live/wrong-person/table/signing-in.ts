import { everybody, onlyCitizens, onlyTheVictim, everybodyWrong, type Tries } from '../tries.ts'

const nobodys = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} }
const madeByNobody = {
  label: 'Klíč',
  response: { ...nobodys, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } },
}
const signedByNobody = {
  response: { ...nobodys, response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' } },
}

/** Signing in and out: the session, passkeys, codes of the desk. */
export const signingIn: Tries = it => ({
  'GET /api/auth/login': [{ path: '/api/auth/login?return=/cs/cases', told: everybody }],
  'GET /api/auth/callback': [{ path: '/api/auth/callback?code=x&state=y', told: everybody }],
  'GET /api/session': [{ told: everybody, rightly: 'victim' }],
  'POST /api/session/extend': [{ told: { ...everybody, stranger: 401 } }],
  // ends the session of the one who asks; tried with sessions of its own below
  'POST /api/auth/logout': [{ told: { stranger: 'own', citizen: 'may', clerk: 'may', outsider: 'may' } }],

  'POST /api/auth/passkey/options': [{ told: everybody }],
  // a signature of nobody's passkey, and a code that is none
  'POST /api/auth/passkey': [{ body: signedByNobody, told: everybodyWrong }],
  'POST /api/auth/passkey/register': [{ body: madeByNobody, told: everybodyWrong }],
  'POST /api/auth/desk-code': [{ body: { code: '0000-0000-0000', birthDate: '1899-12-31' }, told: everybodyWrong }],
  'GET /api/passkeys': [{ told: onlyCitizens, rightly: 'victim' }],
  'POST /api/passkeys/options': [{ told: { ...onlyCitizens, citizen: 403 } }],
  'POST /api/passkeys': [{ body: madeByNobody, told: { ...onlyCitizens, citizen: 422 } }],
  'PATCH /api/passkeys/:id': [{ path: `/api/passkeys/${it.passkey}`, body: { label: 'Můj' }, told: onlyTheVictim }],
  'DELETE /api/passkeys/:id': [{ path: `/api/passkeys/${it.passkey}`, told: onlyTheVictim }],
  'POST /api/profile/desk-code': [{ body: { code: '0000-0000-0000' }, told: { ...onlyCitizens, citizen: 422 } }],
})
