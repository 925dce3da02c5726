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
  togetherTitle: { cs: 'Podepíšete společně', en: 'You sign together' },
  together: {
    cs: 'Za tuto firmu musí podle rejstříku jednat více osob společně. Podejte to vy a ostatní požádáme o podpis: mají na něj 30 dní. Vyřizovat to začneme, až podepíše dost lidí.',
    en: 'By the register several people must act for this company together. You file it and we ask the others to sign: they have 30 days. We start working on it once enough have signed.',
  },
  forMyself: { cs: 'Podat za sebe', en: 'File for myself' },
  minorTitle: { cs: 'Tohle můžete podat až od 18 let', en: 'You can file this once you are 18' },
  minorText: {
    cs: 'Do té doby to za vás podá rodič nebo jiný zákonný zástupce. V portálu zatím můžete nahlížet a požádat o spojení účtu.',
    en: 'Until then a parent or another legal guardian files it for you. Until then you can look around the portal and ask for your account to be linked.',
  },
  levelTitle: { cs: 'Tady je potřeba vyšší úroveň ověření', en: 'A higher level of assurance is needed here' },
  levelText: {
    cs: 'Způsob, kterým jste přihlášeni, na tuto žádost nestačí. Přihlaste se jinak, třeba bankou nebo eObčankou.',
    en: 'The way you signed in is not enough for this application. Sign in another way, for example with your bank or a chip identity card.',
  },
  levelButton: { cs: 'Přihlásit se jiným prostředkem', en: 'Sign in with another means' },
})
