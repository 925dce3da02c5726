import { claim } from './claim.ts'
import { list } from './list.ts'
import { subjects } from './subjects.ts'
import { task } from './task.ts'

/** The clerk's inbox. */
export const inbox = [...list, ...task, ...claim, ...subjects]
