import { birthNumber, oneOf, personFO, when } from './fields.ts'
import { form } from './form.ts'
import { accept } from './judge.ts'

/** A form as an author writes it, and what the judge says of one application; a test runs it where nothing of Node exists. */
const application = form({
  who: oneOf(
    { cs: 'Kdo žádá', en: 'Who applies' },
    { me: { cs: 'Já', en: 'Me' }, other: { cs: 'Někdo jiný', en: 'Somebody else' } },
  ),
  applicant: when('who', 'other', personFO({ cs: 'Žadatel', en: 'Applicant' }, { birthNumber: birthNumber() })),
})

const residence = { houseNumber: '44', municipality: 'Kladno', zip: '272 01' }

export const { problems: judged } = accept(application, {
  who: 'other',
  applicant: { givenNames: 'Jana', surname: 'Nová', birthDate: '1. 1. 1970', birthNumber: '700801/0147', residence },
})
