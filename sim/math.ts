/** exp, ln and pow that give the same bits in every JavaScript engine: pure ports of msun, where the built-ins differ in the last bit. */
import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import pow from '@stdlib/math-base-special-pow'

export { exp, ln, pow }
