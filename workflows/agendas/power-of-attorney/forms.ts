import {
  companyId,
  consent,
  day,
  email,
  files,
  longText,
  money,
  oneOf,
  optional,
  section,
  someOf,
  subject,
  text,
  tick,
  when,
  yes,
} from '../../../forms/fields.ts'
import { form, type Data } from '../../../forms/form.ts'
import { page, pages, row } from '../../../forms/layout.ts'
import type { Words } from '../../agenda.ts'
import { flawWords } from './flaws.ts'

/** The matters a power may be given for; ids of life situations. A standing power needs defined matters (§ 33 správního řádu). */
export const matters = {
  'fee-payment': { cs: 'Závazky vůči městu a jejich placení', en: 'What is owed to the city, and paying it' },
  'waste-fee-report': { cs: 'Poplatek za komunální odpad', en: 'Municipal waste fee' },
  'dog-fee': { cs: 'Poplatek ze psů', en: 'Dog fee' },
  'public-space': { cs: 'Zábor veřejného prostranství', en: 'Use of public space' },
  grant: { cs: 'Dotace z rozpočtu města', en: 'Grants of the city' },
}

const name = {
  givenName: text({ cs: 'Jméno, případně jména', en: 'Given name or names' }, { max: 100 }),
  familyName: text({ cs: 'Příjmení', en: 'Surname' }, { max: 100 }),
}
/** Of age already while it is being filled in; the registers and the day of the grant are asked again later. */
const born = (minor: Words) =>
  day(
    { cs: 'Datum narození', en: 'Date of birth' },
    { notFuture: true, ageAtLeast: 18, messages: { ageAtLeast: minor } },
  )
const invited = {
  ...name,
  birthDate: born(flawWords['agent-is-minor']),
  email: optional(
    email({
      help: {
        cs: 'Pošleme na něj pozvánku s kódem. Bez e-mailu kód předáte sami.',
        en: 'We send the invitation with a code there. Without it you hand the code over yourself.',
      },
    }),
  ),
}
const person = 'person'
const onPaper: ('legalisation' | 'conversion')[] = ['legalisation', 'conversion']

export const grant = form(
  {
    filer: oneOf(
      { cs: 'Co chcete zaevidovat', en: 'What you want to register' },
      {
        principal: {
          cs: 'Zmocňuji někoho, aby jednal za mě (za firmu)',
          en: 'I authorise somebody to act for me (for the company)',
        },
        agent: { cs: 'Mám plnou moc od někoho jiného', en: 'I hold a power of attorney from somebody else' },
      },
    ),
    principal: when(
      'filer',
      'agent',
      section(
        { cs: 'Kdo vás zmocnil', en: 'Who authorised you' },
        {
          kind: oneOf(
            { cs: 'Zmocnitel je', en: 'The principal is' },
            {
              person: { cs: 'Člověk', en: 'A person' },
              company: { cs: 'Firma nebo organizace', en: 'A company or organisation' },
            },
          ),
          givenName: when('kind', person, name.givenName),
          familyName: when('kind', person, name.familyName),
          birthDate: when('kind', person, born(flawWords['principal-is-minor'])),
          companyId: when('kind', 'company', companyId()),
        },
      ),
    ),
    agent: when('filer', 'principal', section({ cs: 'Koho zmocňujete', en: 'Whom you authorise' }, invited)),
    together: when(
      'filer',
      'principal',
      tick({
        cs: 'Za firmu musíme podepsat společně, přidávám druhého jednajícího',
        en: 'We must sign for the company together; I add the other one',
      }),
    ),
    coSigner: when('together', true, section({ cs: 'Kdo podepíše s vámi', en: 'Who signs with you' }, invited)),
    may: someOf(
      { cs: 'Co bude smět', en: 'What they may do' },
      {
        view: { cs: 'Vidět, co mám městu zaplatit, a moje podání', en: 'See what I owe the city, and my cases' },
        pay: { cs: 'Platit to za mě', en: 'Pay it for me' },
        file: { cs: 'Podávat za mě žádosti a odpovídat úřadu', en: 'File for me and answer the office' },
        receive: { cs: 'Přebírat za mě písemnosti', en: 'Receive documents for me' },
        'sub-delegate': {
          cs: 'Předat to dál: zmocnit místo sebe někoho dalšího',
          en: 'Pass it on: authorise somebody else in their place',
        },
      },
      {
        help: {
          cs: 'Zaškrtněte jen to, co opravdu chcete. Nic jiného za vás udělat nepůjde a všechno uvidíte i vy.',
          en: 'Tick only what you really want. Nothing else can be done for you, and you will see everything too.',
        },
      },
    ),
    agendas: someOf({ cs: 'V jakých věcech', en: 'In which matters' }, matters),
    limit: optional(
      money(
        { cs: 'Nejvýše na jednu platbu', en: 'At most in one payment' },
        { help: { cs: 'Nechte prázdné, pokud platby neomezujete.', en: 'Leave it empty if you set no limit.' } },
      ),
    ),
    validFrom: day({ cs: 'Platí od', en: 'Valid from' }, { suggest: 'today' }),
    validTo: optional(
      day(
        { cs: 'Platí do', en: 'Valid until' },
        { help: { cs: 'Nechte prázdné, má-li platit do odvolání.', en: 'Leave it empty if it holds until revoked.' } },
      ),
    ),
    proof: oneOf(
      { cs: 'Jak je doložená', en: 'How it is proved' },
      {
        online: { cs: 'Uděluji ji tady, svým přihlášením', en: 'I grant it here, by my sign-in' },
        legalisation: {
          cs: 'Listinou s úředně ověřeným podpisem',
          en: 'By a paper with an officially verified signature',
        },
        conversion: { cs: 'Listinou převedenou autorizovanou konverzí', en: 'By a paper in authorised conversion' },
        original: { cs: 'Originál ukážu na přepážce', en: 'I show the original at the desk' },
      },
    ),
    clause: when(
      'proof',
      onPaper,
      section(
        { cs: 'Ověřovací nebo konverzní doložka', en: 'Clause of the verification or conversion' },
        {
          number: text({ cs: 'Číslo doložky', en: 'Number of the clause' }, { max: 60 }),
          day: day({ cs: 'Den ověření', en: 'Day of the verification' }, { notFuture: true }),
          office: text({ cs: 'Kdo ověřil (úřad, pošta, notář)', en: 'Who verified (office, post, notary)' }),
        },
      ),
    ),
    scans: when('proof', onPaper, files({ cs: 'Sken celé listiny', en: 'Scan of the whole paper' }, { max: 5 })),
    consent: consent({
      cs: 'Údaje jsou pravdivé. Vím, že úkony zmocněnce zavazují zmocnitele a že zmocnění lze kdykoli odvolat.',
      en: 'The data are true. I know that the agent’s acts bind the principal and that a mandate can be revoked at any time.',
    }),
  },
  {
    layout: pages(
      page({ cs: 'Kdo a koho', en: 'Who and whom' }, 'filer', 'principal', 'agent', 'together', 'coSigner'),
      page({ cs: 'Co bude smět', en: 'What is allowed' }, 'may', 'agendas', 'limit'),
      page(
        { cs: 'Jak dlouho a čím to doložíte', en: 'How long and by what proof' },
        row('validFrom', 'validTo'),
        'proof',
        'clause',
        'scans',
        'consent',
      ),
    ),
    check: 'mandate-grant',
    rules: [
      { rule: 'notBefore', path: '/validTo', other: '/validFrom' },
      {
        rule: 'principal-signs-in',
        words: {
          cs: 'Tady může plnou moc udělit jen zmocnitel svým přihlášením. Vy ji doložte listinou.',
          en: 'Only the principal can grant it here by signing in. Please prove yours by a paper.',
        },
        broken: ({ filer, proof }) => (filer === 'agent' && proof === 'online' ? ['/proof'] : []),
      },
      {
        rule: 'nothing-to-pay',
        words: {
          cs: 'Platit lze jen závazky: zvolte i věc „Závazky vůči městu“.',
          en: 'Only debts can be paid: choose the matter “What is owed to the city”, too.',
        },
        broken: ({ may, agendas }) => (may.includes('pay') && !agendas.includes('fee-payment') ? ['/agendas'] : []),
      },
    ],
  },
)
export type Grant = Data<typeof grant>

export const acceptance = form({
  accept: oneOf(
    { cs: 'Přijímáte zmocnění?', en: 'Do you take the mandate on?' },
    { yes: { cs: 'Přijímám', en: 'I do' }, no: { cs: 'Nepřijímám', en: 'I do not' } },
  ),
})

export const coSignature = form({
  sign: oneOf(
    { cs: 'Podepisujete plnou moc za firmu?', en: 'Do you sign the power of attorney for the company?' },
    { yes: { cs: 'Podepisuji', en: 'I sign' }, no: { cs: 'Nepodepisuji', en: 'I do not sign' } },
  ),
})

export const verification = form(
  {
    verdict: oneOf(
      { cs: 'Rozhodnutí', en: 'Decision' },
      {
        approve: { cs: 'Zaevidovat', en: 'Register' },
        ask: { cs: 'Vyzvat k doplnění', en: 'Ask for completion' },
        refuse: { cs: 'Nezaevidovat', en: 'Do not register' },
      },
    ),
    readable: when(
      'verdict',
      'approve',
      yes({
        cs: 'Listina je čitelná a úplná (u udělení v portálu ano)',
        en: 'The paper is readable and complete (yes when granted in the portal)',
      }),
    ),
    signature: when(
      'verdict',
      'approve',
      yes({
        cs: 'Podpis zmocnitele je ověřený zvoleným způsobem',
        en: 'The principal’s signature is verified in the way chosen',
      }),
    ),
    subject: when(
      'verdict',
      'approve',
      optional(
        subject({
          title: {
            cs: 'Zmocnitel v evidenci, pokud se nenašel sám',
            en: 'The principal in the records, if not found automatically',
          },
        }),
      ),
    ),
    reasons: when(
      'verdict',
      ['ask', 'refuse'],
      longText({ cs: 'Důvod a co má žadatel udělat', en: 'Reason, and what the applicant should do' }),
    ),
  },
  {
    rules: [
      {
        rule: 'unreadable-scan',
        words: {
          cs: 'Nečitelnou listinu zaevidovat nelze. Vyzvěte žadatele k doplnění.',
          en: 'An unreadable paper cannot be registered. Ask the applicant to complete it.',
        },
        broken: ({ readable }) => (readable === false ? ['/readable'] : []),
      },
      {
        rule: 'signature-not-verified',
        words: {
          cs: 'Bez ověřeného podpisu zmocnění zaevidovat nelze. Vyzvěte žadatele k doplnění.',
          en: 'Without a verified signature it cannot be registered. Ask the applicant to complete it.',
        },
        broken: ({ signature }) => (signature === false ? ['/signature'] : []),
      },
    ],
  },
)

export const supplement = form({
  note: longText({ cs: 'Co doplňujete', en: 'What you add' }),
  scans: optional(files({ cs: 'Nový sken listiny', en: 'A new scan of the paper' }, { max: 5 })),
})

export const revocation = form({
  reason: optional(longText({ cs: 'Důvod (nemusíte ho uvádět)', en: 'Reason (you need not give one)' }, { max: 500 })),
})
