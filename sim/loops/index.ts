export { exp, ln, pow } from './math.ts'
export { drawEach } from './random.ts'
export { changeWork, look, loseWork } from './who-does-what.ts'
