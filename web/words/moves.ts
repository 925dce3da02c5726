import { words } from './words.ts'

/** Words about who has a task: taking it, giving it back, assigning it, handing it over. */
export const movesWords = words({
  claim: { cs: 'Vzít si', en: 'Take' },
  claimWhat: { cs: 'úkol {number}', en: 'task {number}' },
  takeOver: { cs: 'Převzít', en: 'Take over' },
  assign: { cs: 'Přidělit', en: 'Assign' },
  assignTitle: {
    cs: { one: 'Komu přidělit úkol?', few: 'Komu přidělit {n} úkoly?', other: 'Komu přidělit {n} úkolů?' },
    en: { one: 'Who should get the task?', other: 'Who should get the {n} tasks?' },
  },
  to: { cs: 'Kolega', en: 'Colleague' },
  reason: { cs: 'Vzkaz kolegovi', en: 'Message for the colleague' },
  backToAll: { cs: 'Nikomu – vrátit všem', en: 'Nobody – give it back to everybody' },
  has: {
    cs: { one: 'má {n} úkol', few: 'má {n} úkoly', other: 'má {n} úkolů' },
    en: { one: 'has {n} task', other: 'has {n} tasks' },
  },
  away: { cs: 'do {day} zastupuje {name}', en: 'away until {day}, {name} stands in' },
  release: { cs: 'Vrátit', en: 'Give back' },
  releaseTitle: { cs: 'Vrátit úkol {number} ostatním', en: 'Give task {number} back to everybody' },
  releaseReason: { cs: 'Proč ho vracíte', en: 'Why you give it back' },
  releaseHelp: {
    cs: 'Uvidí to jen kolegové. Co máte rozepsané, vám zůstane.',
    en: 'Only colleagues will see it. What you have typed stays with you.',
  },
  handOver: { cs: 'Předat odboru', en: 'Hand over' },
  handOverTitle: { cs: 'Předat úkol {number} jinému odboru', en: 'Hand task {number} over to another department' },
  handOverLead: {
    cs: 'Rozhodne o něm jiný odbor. Občan u svého podání uvidí, kdo ho vyřizuje.',
    en: 'Another department will decide it. The citizen will see who handles the case.',
  },
  department: { cs: 'Odbor', en: 'Department' },
  handOverReason: { cs: 'Proč tam patří', en: 'Why it belongs there' },
  you: { cs: 'vy', en: 'you' },
  nobody: { cs: 'nikdo', en: 'nobody' },
  standsIn: { cs: 'zastupuje {name} do {day}', en: '{name} stands in until {day}' },
  barred: { cs: 'musí rozhodnout někdo jiný', en: 'somebody else must decide' },
  taken: { cs: 'Úkol {number} máte vy.', en: 'You have task {number} now.' },
  takenMany: {
    cs: { one: 'Vzali jste si {n} úkol.', few: 'Vzali jste si {n} úkoly.', other: 'Vzali jste si {n} úkolů.' },
    en: { one: 'You have taken {n} task.', other: 'You have taken {n} tasks.' },
  },
  notTaken: {
    cs: { one: '{n} má už někdo jiný.', few: '{n} mají už jiní.', other: '{n} mají už jiní.' },
    en: { one: 'Somebody else has {n} already.', other: 'Others have {n} already.' },
  },
  assigned: {
    cs: { one: '{n} úkol teď má {name}.', few: '{n} úkoly teď má {name}.', other: '{n} úkolů teď má {name}.' },
    en: { one: '{name} now has {n} more task.', other: '{name} now has {n} more tasks.' },
  },
  returned: {
    cs: {
      one: '{n} úkol teď může vzít kdokoli.',
      few: '{n} úkoly teď může vzít kdokoli.',
      other: '{n} úkolů teď může vzít kdokoli.',
    },
    en: { one: 'Anybody can now take {n} task.', other: 'Anybody can now take {n} tasks.' },
  },
  released: { cs: 'Úkol {number} teď může vzít kdokoli.', en: 'Anybody can now take task {number}.' },
  handedOver: { cs: 'Úkol {number} je předaný.', en: 'Task {number} has been handed over.' },

  moves: { cs: 'Kdo úkol měl', en: 'Who had the task' },
  movedClaimed: { cs: 'Převzetí', en: 'Taken' },
  movedReleased: { cs: 'Vráceno ostatním', en: 'Given back to everybody' },
  movedAssigned: { cs: 'Přiděleno: {to}', en: 'Assigned to {to}' },
  movedBack: { cs: 'Vráceno ostatním', en: 'Given back to everybody' },
  movedHandedOver: { cs: 'Předáno: {to}', en: 'Handed over to {to}' },
  movedEscalated: { cs: 'Po termínu, ví o tom i vedoucí', en: 'Late; the supervisor knows too' },

  mayNotTitle: { cs: 'Tohle teď nejde', en: 'This cannot be done now' },
  mayNotAssign: {
    cs: 'Přidělit úkol může ten, kdo ho má, nebo vedoucí. Můžete si ho nejdřív vzít.',
    en: 'Only the person who has a task or the supervisor can assign it. You can take it first.',
  },
  mayNotRelease: {
    cs: 'Vrátit úkol může ten, kdo ho má, nebo vedoucí.',
    en: 'Only the person who has a task or the supervisor can give it back.',
  },
  nobodyHas: {
    cs: 'Úkol nikdo nemá, vracet ho není potřeba.',
    en: 'Nobody has the task, so there is nothing to give back.',
  },
  nowhere: {
    cs: 'Žádný jiný odbor nemá nikoho, kdo by o tom mohl rozhodnout.',
    en: 'No other department has anybody who could decide this.',
  },
  isClosed: { cs: 'Úkol je už vyřízený.', en: 'The task has been settled already.' },
})
