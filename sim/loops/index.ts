/**
 * The loops over people, households and places that take most of a year's time, compiled to WebAssembly; each is called by the file of its step.
 *
 * Two habits run through them. They avoid branches on what differs from person to person, because processors guess those wrong about half of the time and then
 * begin again: a condition becomes the number 0 or 1. And they write lists: everybody is written to the next free position of a list, which then moves on by
 * that number, so that whoever is not meant is overwritten by the next; later loops look at those of the list only.
 */
export { countByKind } from './count.ts'
export { decide } from './decide.ts'
export { groupIncomers, sortIncomers } from './destinations.ts'
export { countLiving, die } from './die.ts'
export { fitMargins } from './fit-margins.ts'
export { fitSchooling } from './fit-schooling.ts'
export { addChildren, giveBirth, listWives, weighWives } from './give-birth.ts'
export { addYear, goAway, goHome, goOn } from './grow-older.ts'
export { putInOrder } from './in-order.ts'
export { addAreas } from './inequality.ts'
export { leaseLand, offerLand, withdrawLand } from './let-land.ts'
export { exp, ln, pow } from './math.ts'
export { carryOut } from './migrate.ts'
export { countOff, sortByColumn, sortById } from './order.ts'
export { drawByAge, findMen, marry, readSingles, settle, settleAlone, sortOut } from './pair.ts'
export { addGroups, fillPeople } from './people-sums.ts'
export { addPlaces, addRows, fillPlace } from './place-sums.ts'
export { fillOffer, fillRows, logLevels } from './place-values.ts'
export { addPurses, addPursesInOrder, pairPurses } from './purses.ts'
export { addPyramid, addSexes } from './pyramid.ts'
export { drawEach } from './random.ts'
export { findTownspeople, takeUp } from './register.ts'
export { alive } from './run.ts'
export { sampleDestinations } from './sample-destinations.ts'
export { deliver, price, reachVillages } from './serve.ts'
export { shareIncome } from './share-income.ts'
export { addHeld, changeHeld, whoLosesLand } from './take-land.ts'
export { tallyHouseholds, tallyPeople } from './tallies.ts'
export { arrange, arrangeLinks, arrangeShort, layOut, listKept } from './tidy.ts'
export { changeWork, look, loseWork } from './who-does-what.ts'
export { balanceWages, farm, openJobs } from './work.ts'
