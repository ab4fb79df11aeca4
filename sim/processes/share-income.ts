/** What the members of each household earn, what those away send home, and what there is per head. */
import type { Parameters } from '../parameters.ts'
import type { World } from '../world.ts'

/** What households are paid by, and where it is booked: columns in the memory of the world. */
export interface Terms {
  /** What each person does. */
  does: Int32Array
  /** By place. */
  rates: Float64Array
  accounts: Float64Array
  /** Where the account of a place begins. */
  account: Int32Array
  /** Rural assistance, yuan of 2010 per head a year. */
  assistance: number
  parameters: Parameters
}

/** All households: their income and word, their purses and those of members away, and their sums in the accounts. */
export function shareIncome({ memory, people, households, places, ledger }: World, { does, rates, accounts, account, assistance, parameters: p }: Terms): void {
  const { villages, province, familyGifts } = places
  const { migrantPay, assisted, landPay, perHead, heads, where } = ledger
  ledger.purses = memory.loops.shareIncome(people, households,
    {
      does, rates, account, assistance, remittanceSplit: p.remittanceSplit, remittanceWhole: p.remittanceWhole, remittanceReturn: p.remittanceReturn,
      cropLoss: p.cropLoss, villages, province,
    },
    { accounts, familyGifts, migrantPay, assisted, landPay, perHead, heads, where })
}
