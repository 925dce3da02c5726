import { words } from './words.ts'

/** Words around attachments: choosing, uploading, removing. */
export const filesWords = words({
  choose: { cs: 'Vybrat soubory', en: 'Choose files' },
  chooseMore: { cs: 'Přidat další soubory', en: 'Add more files' },
  drop: { cs: 'nebo je přetáhněte sem', en: 'or drop them here' },
  rules: {
    cs: '{kinds}. Každý soubor může mít nejvýše {size} MB. Dokument můžete i vyfotit.',
    en: '{kinds}. Each file can have up to {size} MB. You can also take a photo of a document.',
  },
  most: {
    cs: { one: 'Nejvýše {n} soubor.', few: 'Nejvýše {n} soubory.', other: 'Nejvýše {n} souborů.' },
    en: { one: 'At most {n} file.', other: 'At most {n} files.' },
  },
  chosen: { cs: 'Vybrané soubory', en: 'Chosen files' },
  uploading: { cs: 'nahrává se, {percent} %', en: 'uploading, {percent} %' },
  uploadingName: { cs: 'Nahrává se {name}', en: 'Uploading {name}' },
  uploaded: { cs: 'Soubor {name} je nahraný.', en: 'The file {name} is uploaded.' },
  failed: { cs: 'Soubor {name} se nenahrál: {why}', en: 'The file {name} was not uploaded: {why}' },
  removed: { cs: 'Soubor {name} je odebraný.', en: 'The file {name} is removed.' },
  remove: { cs: 'Odebrat', en: 'Remove' },
  again: { cs: 'Zkusit znovu', en: 'Try again' },
  newWindow: { cs: 'otevře se v novém okně', en: 'opens in a new window' },
  tooLarge: {
    cs: 'Má {size}, nejvýše může mít {most} MB. Zmenšete ho, nebo ho rozdělte na více částí.',
    en: 'It has {size}; the limit is {most} MB. Make it smaller or split it into parts.',
  },
  wrongKind: {
    cs: 'Přijímáme jen {kinds}. Dokument z Wordu nebo jiného programu uložte jako PDF.',
    en: 'We accept only {kinds}. Save a document from Word or another program as PDF.',
  },
  empty: { cs: 'Je prázdný. Zkontrolujte ho.', en: 'It is empty. Please check it.' },
  tooMany: {
    cs: {
      one: 'Přiložit lze jen {n} soubor. Nejdřív jiný odeberte.',
      few: 'Přiložit lze jen {n} soubory. Nejdřív některý odeberte.',
      other: 'Přiložit lze jen {n} souborů. Nejdřív některý odeberte.',
    },
    en: {
      one: 'Only {n} file can be attached. Remove the other one first.',
      other: 'Only {n} files can be attached. Remove one first.',
    },
  },
  waiting: {
    cs: 'Soubory se ještě nahrávají. Počkejte prosím, až budou všechny nahrané.',
    en: 'Files are still being uploaded. Please wait until all of them are.',
  },
  unfinished: {
    cs: 'Některý soubor se nenahrál. Zkuste to znovu, nebo ho odeberte.',
    en: 'One of the files was not uploaded. Try again or remove it.',
  },
})
