export { drawEach } from './random.ts'
export { shareIncome } from './share-income.ts'
export { changeWork, look, loseWork } from './who-does-what.ts'
