/** What the page knows: the reader's scenarios, the runs behind them, and what is being looked at. */
export {
  active, addStep, assume, baseline, canRedo, canUndo, chooseStep, dateLever, datesOf, dragAssumption, dragLever, dragging, idle, laboratory, letGo,
  moveLever, nameScenario, openScenario, plain, removeStep, resetAssumptions, resetLever, resetLevers, setSettings, setStage, stage, stepBack, stepForward,
  stepOf, stopped,
} from './state/scenarios.ts'
export { comeNear, failure, goOn, progress, repeat, runsDone, startEngine, stop } from './state/computing.ts'
export { followFirstRun, grown, isDim, isStale, picture, places } from './state/picture.ts'
export { showLastTime } from './state/last-visit.ts'
export { dismiss, dismissKinds, report, troubles } from './state/trouble.ts'
export { addressOf, followAddress, go, readAddress, scenarioFiles, viewPart } from './state/address.ts'
