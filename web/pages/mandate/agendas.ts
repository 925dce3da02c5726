/** The agenda that registers a power of attorney (plná moc). */
export const powerAgenda = 'power-of-attorney'

/** The agenda that asks the state's registers for whom the citizen may act. */
export const registersAgenda = 'representations'
