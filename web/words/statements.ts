import { words } from './words.ts'

/** The accessibility statement (zákon č. 99/2019 Sb.) and the words on personal data. */
export const statements = words({
  accTitle: { cs: 'Prohlášení o přístupnosti', en: 'Accessibility statement' },
  accLead: {
    cs: 'Portál má být použitelný pro každého: na mobilu, jen s klávesnicí, s odečítačem obrazovky i s velkým písmem.',
    en: 'The portal is meant for everyone: on a phone, with a keyboard only, with a screen reader and with large text.',
  },
  accStateTitle: { cs: 'V jakém stavu portál je', en: 'The state of the portal' },
  accState: {
    cs: 'Portál stavíme podle normy EN 301 549 a pravidel WCAG 2.2 na úrovni AA. Zákon č. 99/2019 Sb. požaduje úroveň AA pravidel WCAG 2.1.',
    en: 'We build the portal to EN 301 549 and WCAG 2.2 level AA. Czech Act No. 99/2019 requires level AA of WCAG 2.1.',
  },
  accHow: {
    cs: 'Každou stránku v obou jazycích kontroluje před zveřejněním automatický nástroj a procházíme ji jen s klávesnicí.',
    en: 'Before publication each page in both languages is checked by an automatic tool and walked through with a keyboard only.',
  },
  accLimitsTitle: { cs: 'O čem víme', en: 'Known limits' },
  accLimits1: {
    cs: 'Doklady v PDF nemají značky pro odečítače. Stejné údaje najdete vždy jako text na stránce platby.',
    en: 'PDF receipts carry no tags for screen readers. The same data are always there as text on the payment’s page.',
  },
  accLimits2: {
    cs: 'Platební stránku a přihlášení provozuje někdo jiný a jejich přístupnost neovlivníme.',
    en: 'The card page and the sign-in are run by others and we cannot influence their accessibility.',
  },
  accContactTitle: { cs: 'Narazili jste na překážku?', en: 'Did something stand in your way?' },
  accContact: {
    cs: 'Napište nebo zavolejte, co nešlo a na jakém zařízení. Odpovíme, a než překážku odstraníme, vyřídíme vaši věc jinak.',
    en: 'Write or call to say what did not work and on which device. We will answer, and settle your matter another way until it is fixed.',
  },
  accSupervisorTitle: { cs: 'Když vám nepomůžeme', en: 'If we do not help' },
  accSupervisor: {
    cs: 'Obraťte se na Digitální a informační agenturu, která na přístupnost dohlíží.',
    en: 'Contact the Digital and Information Agency (DIA), which supervises accessibility.',
  },
  privTitle: { cs: 'Ochrana osobních údajů', en: 'Personal data protection' },
  privLead: {
    cs: 'Bereme si jen údaje, které k vyřízení vaší věci potřebujeme.',
    en: 'We take only the data that we need to settle your matter.',
  },
  privWhatTitle: { cs: 'Co o vás víme', en: 'What we know about you' },
  privWhat1: {
    cs: 'Při přihlášení dostaneme vaše jméno, datum narození a adresu.',
    en: 'On signing in we receive your name, date of birth and address.',
  },
  privWhat2: {
    cs: 'Sami nám můžete dát e-mail a telefon. Kdykoli je v profilu změníte nebo smažete.',
    en: 'You may give us your email and phone. You can change or delete them in your profile at any time.',
  },
  privWhat3: {
    cs: 'Ukládáme, co podáte, a co na to úřad odpoví.',
    en: 'We store what you file and what the office answers.',
  },
  privWhat4: {
    cs: 'Číslo vaší karty nevidíme. Zadáváte ho jen na stránce platební brány.',
    en: 'We never see your card number. You enter it only on the payment gateway’s page.',
  },
  privWhyTitle: { cs: 'Proč', en: 'Why' },
  privWhy: {
    cs: 'Údaje zpracováváme, protože nám to ukládá zákon a protože plníme úkol ve veřejném zájmu. Souhlas k tomu nepotřebujeme.',
    en: 'We process the data because the law tells us to and because we carry out a task in the public interest. No consent is needed.',
  },
  privCookieTitle: { cs: 'Cookies', en: 'Cookies' },
  privCookie: {
    cs: 'Používáme jedinou cookie. Drží vaše přihlášení a po odhlášení zmizí. Nikdo vás tu nesleduje a nic nenačítáme z cizích serverů.',
    en: 'We use a single cookie. It holds your session and disappears when you sign out. Nobody tracks you here and nothing is loaded from other servers.',
  },
  privRightsTitle: { cs: 'Vaše práva', en: 'Your rights' },
  privRights: {
    cs: 'Můžete chtít vědět, jaké údaje o vás máme, a žádat o jejich opravu nebo výmaz. Napište nám nebo zavolejte. Stížnost přijímá Úřad pro ochranu osobních údajů.',
    en: 'You may ask what data we hold about you and request their correction or erasure. Write to us or call. Complaints go to the Office for Personal Data Protection.',
  },
})
