import type { Entry } from './entry.ts'

/** Attachments (přílohy). */
export const fileErrors = {
  'file-too-large': {
    status: 413,
    title: { cs: 'Soubor je příliš velký', en: 'The file is too large' },
    detail: {
      cs: 'Soubor může mít nejvýše {limit} MB. Neuložil se; ostatní soubory a rozepsané údaje zůstaly. Zmenšete ho, nebo ho rozdělte na více částí.',
      en: 'A file may have at most {limit} MB. It was not saved; the other files and what you typed stay. Make it smaller or split it into parts.',
    },
  },
  'file-kind': {
    status: 415,
    title: { cs: 'Takový soubor nepřijímáme', en: 'We do not take this kind of file' },
    detail: {
      cs: 'Soubor „{name}“ není {kinds}. Neuložil se. Dokument z Wordu nebo jiného programu uložte jako PDF a nahrajte znovu.',
      en: 'The file “{name}” is not {kinds}. It was not saved. Save a document of Word or another program as PDF and upload it again.',
    },
  },
  'file-empty': {
    status: 422,
    title: { cs: 'Soubor je prázdný', en: 'The file is empty' },
    detail: {
      cs: 'V souboru „{name}“ nic není. Neuložil se. Zkontrolujte ho a nahrajte znovu.',
      en: 'There is nothing in the file “{name}”. It was not saved. Check it and upload it again.',
    },
  },
  'file-broken': {
    status: 422,
    title: { cs: 'Soubor není celý', en: 'The file is not whole' },
    detail: {
      cs: 'Souboru „{name}“ chybí konec, nešel by otevřít. Neuložil se. Vytvořte ho, nebo ho stáhněte znovu, a pak ho nahrajte.',
      en: 'The end of the file “{name}” is missing, it could not be opened. It was not saved. Make or download it anew and upload it then.',
    },
  },
  'file-locked': {
    status: 422,
    title: { cs: 'Soubor je zamčený heslem', en: 'The file is locked by a password' },
    detail: {
      cs: 'Soubor „{name}“ by na úřadě nikdo neotevřel. Neuložil se. Uložte ho bez hesla a nahrajte znovu.',
      en: 'Nobody at the office could open the file “{name}”. It was not saved. Save it without a password and upload it again.',
    },
  },
  'files-too-many': {
    status: 409,
    title: { cs: 'Máte nahráno příliš mnoho souborů', en: 'You have uploaded too many files' },
    detail: {
      cs: 'Soubory, které čekají na odeslání, mohou mít dohromady nejvýše {limit} MB. Tento se neuložil. Odešlete rozepsaný formulář, nebo některé soubory odeberte.',
      en: 'Files that wait to be sent may have at most {limit} MB in all. This one was not saved. Send the form you have begun, or remove some files.',
    },
  },
  'file-sent': {
    status: 409,
    title: { cs: 'Soubor už je součástí podání', en: 'The file is part of a submission already' },
    detail: {
      cs: 'Soubor jste odeslali, proto ho smazat nejde. Nic se nezměnilo.',
      en: 'You have sent the file, so it cannot be deleted. Nothing was changed.',
    },
  },
} as const satisfies Record<string, Entry>
