import { words } from './words.ts'

/** Words about the keys for officials' daily moves. */
export const keysWords = words({
  button: { cs: 'Klávesy', en: 'Shortcuts' },
  title: { cs: 'Klávesové zkratky', en: 'Keyboard shortcuts' },
  lead: {
    cs: 'Fungují, když zrovna nepíšete do políčka.',
    en: 'They work when you are not typing into a field.',
  },
  inList: { cs: 'V seznamu', en: 'In the list' },
  next: { cs: 'další úkol', en: 'next task' },
  previous: { cs: 'předchozí úkol', en: 'previous task' },
  open: { cs: 'otevřít úkol', en: 'open the task' },
  select: { cs: 'vybrat, nebo výběr zrušit', en: 'select, or unselect' },
  search: { cs: 'hledat', en: 'search' },
  withTask: { cs: 'S úkolem', en: 'With a task' },
  claim: { cs: 'vzít si', en: 'take it' },
  assign: { cs: 'přidělit kolegovi', en: 'assign to a colleague' },
  release: { cs: 'vrátit ostatním', en: 'give it back' },
  handOver: { cs: 'předat jinému odboru', en: 'hand over to another department' },
  inTask: { cs: 'Na stránce úkolu', en: 'On a task’s page' },
  decision: { cs: 'přejít k rozhodnutí', en: 'go to the decision' },
  preview: { cs: 'náhled, co dostane občan', en: 'preview what the citizen gets' },
  decide: { cs: 'rozhodnout a otevřít další', en: 'decide and open the next one' },
  inbox: { cs: 'zpět na úkoly', en: 'back to the tasks' },
  or: { cs: 'nebo', en: 'or' },
  after: { cs: 'potom', en: 'then' },
  on: {
    cs: 'Používat jednopísmenné zkratky. Vypněte je, když počítač ovládáte hlasem.',
    en: 'Use one-letter shortcuts. Switch them off if you control your computer by voice.',
  },
})
