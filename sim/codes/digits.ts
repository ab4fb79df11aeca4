/** Bits by which numbers are put in order, see in-order.ts. */

/** Twice these put a bucket in order; the bits above tell the bucket. */
export const digitBits = 9
export const digits = 1 << digitBits
export const bucketShift = 2 * digitBits
/** The highest bit is a sign, which non-negative numbers do not have. */
export const buckets = 1 << (31 - bucketShift)
