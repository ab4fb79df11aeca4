export { drawEach } from './random.ts'
export { tallyHouseholds, tallyPeople } from './tallies.ts'
export { changeWork, look, loseWork } from './who-does-what.ts'
