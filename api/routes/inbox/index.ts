import { absences } from './absences.ts'
import { assign } from './assign.ts'
import { claim } from './claim.ts'
import { handOver } from './hand-over.ts'
import { list } from './list.ts'
import { live } from './live.ts'
import { preview } from './preview.ts'
import { subjects } from './subjects.ts'
import { task } from './task.ts'

/** The clerk's inbox. `assign` stands before the routes with a task's id. */
export const inbox = [...list, ...live, ...assign, ...task, ...claim, ...handOver, ...preview, ...absences, ...subjects]
