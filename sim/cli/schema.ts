/** The published shape of scenario files, for editors: `chengxiang describe schema` prints it. */
import * as z from 'zod'
import { scenarioSchema } from '../scenario-file.ts'

export function scenarioFileSchema() {
  return { title: 'Chengxiang scenario', ...z.toJSONSchema(scenarioSchema(), { io: 'input' }) }
}
