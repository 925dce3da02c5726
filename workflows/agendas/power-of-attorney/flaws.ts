import type { Flaw, Words } from '../../agenda.ts'

/** Why a mandate cannot be registered and what to do, for people: in the form, and in the letter that ends the case. */
export const flawWords: Readonly<Record<Flaw, Words>> = {
  'agent-is-principal': {
    cs: 'Zmocnitel a zmocněnec jsou táž osoba. Sám za sebe jednáte i bez plné moci.',
    en: 'The principal and the agent are one person. You act for yourself without a power of attorney.',
  },
  'ended-already': {
    cs: 'Platnost už uplynula, nebo končí dřív, než začíná. Zadejte jiný poslední den.',
    en: 'It has ended already, or ends before it begins. Give another last day.',
  },
  'no-subject-matter': {
    cs: 'Plná moc „ke všemu“ nestačí. Zákon chce, aby bylo jasné, v jakých věcech platí: vyberte je (§ 33 odst. 2 správního řádu).',
    en: 'A power “for everything” is not enough. The law wants it to be clear in which matters it holds: choose them (§ 33 of the Administrative Code).',
  },
  'principal-is-minor': {
    cs: 'Zmocnitel není zletilý a plnou moc udělit nemůže. Jedná za něj rodič nebo jiný zákonný zástupce.',
    en: 'The principal is a minor and cannot grant a power of attorney. A parent or another legal guardian acts for them.',
  },
  'agent-is-minor': {
    cs: 'Zmocněnec není zletilý. Zvolte někoho, komu už bylo 18 let.',
    en: 'The agent is a minor. Choose somebody who is 18 or older.',
  },
  'joint-signature': {
    cs: 'Za tuto firmu jedná více osob společně a jeden podpis nestačí. Přidejte druhého jednajícího.',
    en: 'Several people act for this company together, and one signature is not enough. Add the other one.',
  },
  'co-signer-is-not-another': {
    cs: 'Druhý podpis musí být od někoho jiného, než kdo plnou moc podává.',
    en: 'The second signature must be by somebody other than the one who files.',
  },
  'online-not-enough': {
    cs: 'Městu teď udělení v portálu nestačí, chce úředně ověřený podpis. Doložte listinu s doložkou, nebo ji ukažte na přepážce.',
    en: 'The city does not take a grant in the portal at present; it wants an officially verified signature. Send the paper with its clause, or show it at the desk.',
  },
  'signature-not-verified': {
    cs: 'Podpis zmocnitele není úředně ověřený. Nechte ho ověřit na CzechPOINTu, na poště, na úřadu nebo u notáře.',
    en: 'The principal’s signature is not officially verified. Have it verified at a CzechPOINT, post office, town hall or notary.',
  },
  'no-scan': {
    cs: 'Chybí sken listiny.',
    en: 'The scan of the paper is missing.',
  },
  'unreadable-scan': {
    cs: 'Sken listiny nejde přečíst. Naskenujte prosím celou listinu znovu, i s doložkou.',
    en: 'The scan of the paper cannot be read. Please scan the whole paper again, with its clause.',
  },
  'not-accepted': {
    cs: 'Zmocněnec zmocnění nepřijal, a bez toho pro město neplatí (§ 27 daňového řádu).',
    en: 'The agent has not taken the mandate on, and without that it does not hold for the city (§ 27 of the Tax Code).',
  },
  'principal-unknown': {
    cs: 'Zmocnitele jsme v evidenci ani v registrech nenašli. Zkontrolujte jméno a datum narození, u firmy IČO.',
    en: 'We have not found the principal in our records or in the registers. Check the name and birth date, or the company number.',
  },
  'principal-dead': {
    cs: 'Zmocnitel podle registru obyvatel zemřel. Plná moc smrtí zaniká; za pozůstalost jedná její správce nebo dědicové.',
    en: 'According to the register the principal has died. A power of attorney ends by death; the administrator of the estate or the heirs act.',
  },
  'principal-incapable': {
    cs: 'Svéprávnost zmocnitele omezil soud. Jedná za něj opatrovník, kterého soud jmenoval.',
    en: 'A court has limited the principal’s legal capacity. The guardian appointed by the court acts for them.',
  },
  'company-dissolved': {
    cs: 'Firma podle rejstříku zanikla, plnou moc už udělit nemůže.',
    en: 'According to the register the company has been dissolved; it cannot grant a power of attorney any more.',
  },
  'co-signer-not-of-body': {
    cs: 'Někdo z podepsaných podle rejstříku za firmu nejedná.',
    en: 'According to the register, one of those who signed does not act for the company.',
  },
  'another-agent': {
    cs: 'V některé z těchto věcí už zmocnitel má jiného zmocněnce. V jedné věci smí mít jen jednoho (§ 33 správního řádu, § 29 daňového řádu): nejdřív odvolejte dřívější zmocnění.',
    en: 'In one of these matters the principal has another agent already. There may be only one in a matter (§ 33 of the Administrative Code, § 29 of the Tax Code): revoke the earlier mandate first.',
  },
  'beyond-own-mandate': {
    cs: 'Sami nesmíte tolik, kolik chcete dát dál, nebo vaše vlastní oprávnění mezitím skončilo.',
    en: 'You may not do yourself as much as you want to pass on, or your own mandate has ended meanwhile.',
  },
}
