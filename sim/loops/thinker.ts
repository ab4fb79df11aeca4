/** Columns of the households that think anew, of a block of them at a time: see sim/processes/thinker.ts. */

@unmanaged
export class Thinker {
  household!: Int32s
  idLow!: Int32s
  idHigh!: Int32s
  home!: Int32s
  origin!: Int32s
  word!: Int32s
  moversWord!: Int32s
  person!: Int32s
  personWord!: Int32s
  ready!: Float64s
  registered!: Int32s
  here!: Int32s
  childrenAtHome!: Int32s
  partnerAt!: Int32s
  familyAt!: Int32s
  facts!: Int32s
  draws!: Int32s
  sample!: Int32s
  correction!: Float64s
  shares!: Float64s
  company!: Int32s
  gone!: Float64s
  familyHome!: Float64s
  personHome!: Float64s
  stay!: Float64s
  rest!: Float64s
  cash!: Float64s
  moversCash!: Float64s
  fromAway!: Float64s
  send!: Float64s
  join!: Float64s
  move!: Float64s
  back!: Float64s
  near!: Float64s
  nearToOne!: Float64s
  nearToAll!: Float64s
  sendTo!: Float64s
  moveTo!: Float64s
  sumSend!: Float64s
  sumMove!: Float64s
  drawn!: Float64s
  some!: Int32s
  lonely!: Int32s
}
