import type { SpreadFlaw } from './spreading.ts'

/** Why a debt cannot be paid in instalments, and what to do. */
export const spreadFlawWords: Readonly<Record<SpreadFlaw, { cs: string; en: string }>> = {
  'not-yours': {
    cs: 'Takový závazek mezi vašimi není. Vyberte ho prosím ze seznamu.',
    en: 'There is no such debt among yours. Please choose it from the list.',
  },
  settled: { cs: 'Na tomto závazku už nic nezbývá.', en: 'Nothing is left of this debt.' },
  'in-enforcement': {
    cs: 'Tento dluh se už vymáhá. O splátkách se domluvte s pracovníkem, který je u závazku uvedený.',
    en: 'This debt is being enforced. Please agree on instalments with the official named at the debt.',
  },
  specified: {
    cs: 'Určenou částku na splátky rozložit nejde: platí se celá a do dne splatnosti.',
    en: 'A specified amount cannot be spread: it is paid whole, by its due day.',
  },
  running: {
    cs: 'Tento závazek na splátky rozložený už je. Najdete je u závazku.',
    en: 'This debt is spread over instalments already. You find them at the debt.',
  },
  'too-small': {
    cs: 'Na každou splátku musí zbýt aspoň koruna. Zadejte méně splátek.',
    en: 'There must be a crown at least for each instalment. Ask for fewer.',
  },
}
