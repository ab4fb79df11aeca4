/** Where in a place's row of rates and in an account something stands. */

// A place's rates: eight kinds of pay; cash by what is due; income of a farm worker, and the share of it that is from own land; by mu, rent and what
// leased land yields beyond it.
export const cashFrom = 8
export const farmIncome = 12
export const ownShare = 13
export const rent = 14
export const leaseReturn = 15
export const rateWidth = 16

// An account, of a province's villages or of its towns: sums as in the ledger, and the share of income that is left after fees.
export const accountIncome = 0
export const accountPersons = 1
export const accountWages = 2
export const accountFarm = 3
export const accountRemittances = 4
export const accountLeft = 5
export const accountWidth = 8
