import { describe, expect, it } from 'vitest'
import { placeIn } from './HistogramChart'

const bands = [
  { from: 0, to: 1, count: 3 },
  { from: 1, to: 2, count: 0 },
  { from: 2, to: 4, count: 5 },
  { from: 4, to: null, count: 1 },
]

describe('the place of a value in a histogram', () => {
  it.each([
    [0, 0],
    [0.5, 0.5],
    [1, 1],
    [3, 2.5],
    [4, 3.5],
    [90, 3.5],
    [-1, 0],
  ])('of %s is %s classes from the left', (value, place) => expect(placeIn(bands, value)).toBe(place))

  it('is the end where the last class ends before it', () => expect(placeIn(bands.slice(0, 3), 9)).toBe(3))
})
