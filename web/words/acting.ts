import { words } from './words.ts'

/** Words about acting for somebody else: the switcher in the header and the strip on every page. */
export const actingWords = words({
  switcher: { cs: 'Za koho jednáte', en: 'Who you act for' },
  forMyself: { cs: 'za sebe', en: 'for myself' },
  forOther: { cs: 'za: {name}', en: 'for: {name}' },
  myself: { cs: 'Za sebe', en: 'For myself' },
  mandates: { cs: 'Plné moci', en: 'Powers of attorney' },
  poa: { cs: 'na základě plné moci', en: 'under a power of attorney' },
  parent: { cs: 'jako rodič', en: 'as a parent' },
  guardian: { cs: 'jako opatrovník', en: 'as a guardian' },
  statutory: { cs: 'jako statutární orgán', en: 'as its statutory body' },
  commonRepresentative: { cs: 'jako společný zástupce', en: 'as the common representative' },
  employee: { cs: 'z pověření zaměstnavatele', en: 'authorised by the employer' },
  until: { cs: 'do {day}', en: 'until {day}' },
  youActFor: { cs: 'Jednáte za:', en: 'You are acting for:' },
  backToMyself: { cs: 'Jednat zase za sebe', en: 'Act for myself again' },
  youActNoMore: { cs: 'Už nejednáte za:', en: 'You no longer act for:' },
  somebody: { cs: 'tuto osobu', en: 'this person' },
  endedText: {
    cs: 'Zmocnění skončilo. Co máte rozepsané, zůstalo na stránce.',
    en: 'Your mandate has ended. What you have typed is still here.',
  },
  suspendedText: {
    cs: 'Úřad zmocnění pozastavil. Co máte rozepsané, zůstalo na stránce.',
    en: 'The town hall has suspended the mandate. What you have typed is still here.',
  },
  notNow: { cs: 'Teď nemůžete jednat za:', en: 'You cannot act now for:' },
  pausedText: {
    cs: 'Úřad zmocnění pozastavil, a proto tyto údaje teď neukazujeme. Co jste tímto jménem udělali dřív, platí.',
    en: 'The town hall has suspended the mandate, so we do not show this now. What you did in their name before stays valid.',
  },
  overText: {
    cs: 'Zmocnění skončilo, a proto tyto údaje už neukazujeme. Co jste tímto jménem udělali dřív, platí.',
    en: 'Your mandate has ended, so we no longer show this. What you did in their name before stays valid.',
  },
  overButton: { cs: 'Zobrazit moje', en: 'Show my own' },
  showMandates: { cs: 'Zobrazit plné moci', en: 'Show powers of attorney' },
})
