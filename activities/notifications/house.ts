import type { DefinitionContent } from '../../db/tables/cases.ts'

type Text = DefinitionContent['texts'][string]

/** Messages of the house itself, which may come in any case: no agenda writes them. Their names begin with `house/`. */
const texts = {
  'house/note': {
    subject: { cs: 'Úřad vám napsal', en: 'The town hall has written to you' },
    body: {
      cs: '{from} vám k vašemu podání píše:\n\n{text}\n\nOdpovědět můžete přímo v podání na portálu. Pokud jsou ke zprávě přiložené soubory, najdete je tam také.',
      en: '{from} writes to you about your submission:\n\n{text}\n\nYou can answer in the submission on the portal. If there are files attached to the message, you find them there, too.',
    },
  },
  'house/mandate-revoked': {
    subject: { cs: 'Zmocnění bylo odvoláno', en: 'The mandate has been revoked' },
    body: {
      cs: 'Zmocnění, podle kterého za zmocnitele ({principal}) jednal zmocněnec ({agent}), bylo odvoláno a od té chvíle neplatí. Co bylo uděláno předtím, zůstává v platnosti. {reason}',
      en: 'The mandate under which the agent ({agent}) acted for the principal ({principal}) has been revoked and does not hold from that moment. What was done before stands. {reason}',
    },
  },
  'house/mandate-notice': {
    subject: { cs: 'Zmocněnec zmocnění vypověděl', en: 'The agent has given notice' },
    body: {
      cs: 'Zmocněnec ({agent}) vypověděl zmocnění a za zmocnitele ({principal}) už nejedná. Co udělal předtím, zůstává v platnosti. {reason}',
      en: 'The agent ({agent}) has given notice of the mandate and does not act for the principal ({principal}) any more. What they did before stands. {reason}',
    },
  },
  'house/mandate-expired': {
    subject: { cs: 'Platnost zmocnění skončila', en: 'The mandate has ended' },
    body: {
      cs: 'Poslední den zmocnění uplynul: {agent} už za zmocnitele ({principal}) nejedná. Co bylo uděláno předtím, zůstává v platnosti.',
      en: 'The last day of the mandate has passed: {agent} does not act for the principal ({principal}) any more. What was done before stands.',
    },
  },
  'house/mandate-gone': {
    subject: { cs: 'Zastoupení podle registru skončilo', en: 'Representation has ended according to the register' },
    body: {
      cs: 'Registr už neuvádí, že {agent} jedná za: {principal}. Co bylo uděláno předtím, zůstává v platnosti.',
      en: 'The register no longer says that {agent} acts for {principal}. What was done before stands.',
    },
  },
  'house/mandate-principal-died': {
    subject: { cs: 'Zmocnění zaniklo', en: 'The mandate has ended' },
    body: {
      cs: 'Podle registru obyvatel zmocnitel ({principal}) zemřel. Přijměte prosím naši upřímnou soustrast. Smrtí zmocnění zaniklo, {agent} už podle něj nejedná. Co bylo uděláno předtím, platí. Za pozůstalost jedná její správce nebo dědicové.',
      en: 'According to the register of inhabitants the principal ({principal}) has died. Please accept our sincere condolences. A mandate ends by death: {agent} does not act under it any more. What was done before stands. The administrator of the estate or the heirs act for it.',
    },
  },
  'house/mandate-agent-died': {
    subject: { cs: 'Zmocnění zaniklo', en: 'The mandate has ended' },
    body: {
      cs: 'Podle registru obyvatel zmocněnec ({agent}) zemřel. Zmocnění, podle kterého jednal za: {principal}, tím zaniklo. Co bylo uděláno předtím, platí. Rozběhlá podání na vás počkají; zmocnit můžete někoho jiného.',
      en: 'According to the register of inhabitants the agent ({agent}) has died. The mandate to act for {principal} has ended by that. What was done before stands. Cases under way wait for you; you can authorise somebody else.',
    },
  },
  'house/mandate-company-dissolved': {
    subject: { cs: 'Zmocnění zaniklo', en: 'The mandate has ended' },
    body: {
      cs: 'Podle rejstříku zanikla firma {principal}. Zmocnění, podle kterého za ni jednal zmocněnec ({agent}), tím zaniklo. Co bylo uděláno předtím, platí. Je-li zápis chybný, obraťte se prosím na rejstříkový soud.',
      en: 'According to the register the company {principal} has been dissolved. The mandate under which {agent} acted for it has ended by that. What was done before stands. If the entry is wrong, please turn to the court that keeps the register.',
    },
  },
  'house/mandate-suspended': {
    subject: { cs: 'Zmocnění jsme pozastavili', en: 'We have suspended the mandate' },
    body: {
      cs: 'Zmocnění, podle kterého {agent} jedná za: {principal}, jsme pozastavili. Dokud to trvá, nejde podle něj nic vidět, podat ani zaplatit. Co bylo uděláno předtím, platí. Zmocnitel může jednat sám. Důvod: {reason}',
      en: 'We have suspended the mandate under which {agent} acts for {principal}. As long as that lasts, nothing can be seen, filed or paid under it. What was done before stands. The principal may act themselves. Reason: {reason}',
    },
  },
  'house/mandate-doubtful': {
    subject: { cs: 'Zmocnění jsme pozastavili', en: 'We have suspended the mandate' },
    body: {
      cs: 'Zmocnění, podle kterého {agent} jedná za: {principal}, jsme pozastavili: podle registru soud omezil svéprávnost jednoho z nich. Dokud úřad nerozhodne, nejde podle něj nic vidět, podat ani zaplatit. Co bylo uděláno předtím, platí.',
      en: 'We have suspended the mandate under which {agent} acts for {principal}: according to the register a court has limited the legal capacity of one of them. Until the office decides, nothing can be seen, filed or paid under it. What was done before stands.',
    },
  },
  'house/mandate-resumed': {
    subject: { cs: 'Zmocnění zase platí', en: 'The mandate is valid again' },
    body: {
      cs: 'Pozastavení skončilo: {agent} může zase jednat za: {principal}. Podání, která se zastavila, pokračují tam, kde byla. {reason}',
      en: 'The suspension is over: {agent} may act for {principal} again. Cases that had stopped go on where they were. {reason}',
    },
  },
  'house/case-paused': {
    subject: { cs: 'Podání se zastavilo', en: 'The case has stopped' },
    body: {
      cs: 'Toto podání vede za zmocnitele ({principal}) zmocněnec ({agent}), jehož zmocnění jsme pozastavili. Podání trvá a lhůty běží dál: můžete v něm pokračovat sami, nebo počkat, až bude zmocnění zase platit.',
      en: 'This case is led for the principal ({principal}) by the agent ({agent}), whose mandate we have suspended. The case stands and its time limits run: you can go on with it yourself, or wait until the mandate is valid again.',
    },
  },
  'house/case-goes-on': {
    subject: { cs: 'V podání můžete pokračovat', en: 'You can go on with the case' },
    body: {
      cs: 'Zmocnění k jednání za: {principal} zase platí a toto podání pokračuje tam, kde se zastavilo.',
      en: 'The mandate to act for {principal} is valid again, and this case goes on where it stopped.',
    },
  },
  'house/sign-with-me': {
    subject: { cs: 'Podání čeká na váš podpis', en: 'A case waits for your signature' },
    body: {
      cs: '{filer} podává za {principal} a podle rejstříku musíte podepsat společně. Otevřete odkaz níže, přihlaste se vlastní elektronickou identitou, přečtěte si, o co jde, a podepište. Dokud nepodepíšete, úřad podání nevyřizuje.',
      en: '{filer} is filing for {principal}, and by the register you must sign together. Open the link below, sign in by your own electronic identity, read what it is about, and sign. Until then the office does not work on it.',
    },
  },
  'house/signed-together': {
    subject: { cs: 'Podání je podepsané společně', en: 'The case is signed together' },
    body: {
      cs: 'Podepsali všichni, kdo za {principal} musejí jednat společně. Podání se teď vyřizuje.',
      en: 'All who must act for {principal} together have signed. The case is being worked on now.',
    },
  },
  'house/signature-refused': {
    subject: { cs: 'Podání není podepsané společně', en: 'The case is not signed together' },
    body: {
      cs: 'Někdo z těch, kdo za {principal} musejí jednat společně, nepodepsal. Jeden podpis nestačí, podání jsme proto uzavřeli. Až se dohodnete, můžete ho podat znovu.',
      en: 'Somebody of those who must act for {principal} together has not signed. One signature is not enough, so we have closed the case. Once you agree, you can file it again.',
    },
  },
  'house/not-signed-in-time': {
    subject: { cs: 'Na podpis jsme čekali marně', en: 'We have waited for the signature in vain' },
    body: {
      cs: 'Ostatní, kdo za {principal} musejí jednat společně, do 30 dnů nepodepsali. Podání jsme proto uzavřeli. Můžete ho podat znovu.',
      en: 'The others who must act for {principal} together have not signed within 30 days. So we have closed the case. You can file it again.',
    },
  },
  'house/case-frozen': {
    subject: { cs: 'Podání čeká na vás', en: 'The case waits for you' },
    body: {
      cs: 'Toto podání za zmocnitele ({principal}) vedl zmocněnec ({agent}), jehož zmocnění skončilo. Podání trvá a lhůty běží dál: pokračujte v něm prosím sami, nebo zmocněte někoho jiného.',
      en: 'This case was led for the principal ({principal}) by the agent ({agent}), whose mandate has ended. The case stands and its time limits run: please go on with it yourself, or authorise somebody else.',
    },
  },
  'house/payment-stopped': {
    subject: { cs: 'Placení zmocněncem jsme zastavili', en: 'We have stopped a payment by the agent' },
    body: {
      cs: 'Zmocnění, podle kterého platil zmocněnec ({agent}) závazky zmocnitele ({principal}), skončilo dřív, než zaplatil. Platební stránku jsme zavřeli, nic se nestrhlo a závazky jsou dál k zaplacení.',
      en: 'The mandate under which the agent ({agent}) was paying what the principal ({principal}) owes ended before they paid. We have closed the payment page, nothing was charged, and the debts are still to be paid.',
    },
  },
  'house/refunded': {
    subject: { cs: 'Vracíme vám peníze', en: 'Your money is on its way back' },
    body: {
      cs: 'Odeslali jsme {sum} zpět na kartu, kterou jste platili. Na účtu je budete mít obvykle do deseti dnů, záleží na vaší bance. Nic nemusíte dělat.',
      en: 'We have sent {sum} back to the card you paid with. They will usually be on your account within ten days, depending on your bank. You need not do anything.',
    },
  },
  'house/refund-failed': {
    subject: { cs: 'Peníze se na kartu vrátit nepodařilo', en: 'The money could not go back to the card' },
    body: {
      cs: 'Chtěli jsme vám vrátit {sum} na kartu, kterou jste platili, ale banka je nepřijala (karta už třeba neplatí). O peníze jste nepřišli, evidujeme je jako váš přeplatek. Požádejte prosím na portálu o vrácení přeplatku na účet.',
      en: 'We tried to give {sum} back to the card you paid with, but the bank did not take them (the card may have expired). Your money is not lost, we keep it as your overpayment. Please ask for a refund to your account on the portal.',
    },
  },
} as const satisfies Readonly<Record<string, Text>>
export type HouseText = keyof typeof texts
const isHouse = (name: string): name is HouseText => Object.hasOwn(texts, name)

/** The text of a message in a case, by its name: the agenda's own, or the house's. */
export const textOf = (content: Pick<DefinitionContent, 'texts'>, name: string): Text | undefined =>
  isHouse(name) ? texts[name] : content.texts[name]
