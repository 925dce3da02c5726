import { words } from './words.ts'

export const startWords = words({
  title: { cs: 'Vyřídit online', en: 'Settle online' },
  saved: {
    cs: 'Co vyplníte, průběžně ukládáme. Můžete odejít a dokončit to později.',
    en: 'What you fill in is saved as you go. You can leave and finish later.',
  },
  send: { cs: 'Podat', en: 'Submit' },
  sendFor: { cs: 'Podat jménem: {name}', en: 'Submit for {name}' },
  notForTitle: { cs: 'Tohle teď nejde podat za: {name}', en: 'This cannot be filed for {name} now' },
  ownOnly: {
    cs: 'Tuto věc vyřizuje každý jen sám za sebe.',
    en: 'Everybody can do this only for themselves.',
  },
  notAllowed: {
    cs: 'Vaše zmocnění to nezahrnuje. Kdo vás zmocnil, může podat sám, nebo vám dát širší plnou moc.',
    en: 'Your mandate does not cover it. The person who authorised you can file it, or give you a wider power of attorney.',
  },
  together: {
    cs: 'Za tuto firmu musí podle rejstříku jednat více osob společně. Dejte společně plnou moc jednomu z vás, potom už může podávat sám.',
    en: 'According to the register, several people must act for this company together. Give one of you a power of attorney together; that person can then file alone.',
  },
  togetherButton: { cs: 'Dát plnou moc', en: 'Give a power of attorney' },
  forMyself: { cs: 'Podat za sebe', en: 'File for myself' },
  minorTitle: { cs: 'Tohle můžete podat až od 18 let', en: 'You can file this from the age of 18' },
  minorText: {
    cs: 'Do té doby to za vás podá rodič nebo jiný zákonný zástupce. V portálu zatím můžete nahlížet a požádat o spárování účtu.',
    en: 'Until then a parent or another legal guardian files it for you. In the portal you can look and ask for your account to be linked.',
  },
  levelTitle: { cs: 'Tady je potřeba vyšší úroveň ověření', en: 'A higher level of assurance is needed here' },
  levelText: {
    cs: 'Způsob, kterým jste přihlášeni, na tuto žádost nestačí. Přihlaste se jinak, třeba bankou nebo eObčankou.',
    en: 'The way you signed in is not enough for this application. Sign in another way, for example with your bank or a chip identity card.',
  },
  levelButton: { cs: 'Přihlásit se jiným prostředkem', en: 'Sign in with another means' },
})
