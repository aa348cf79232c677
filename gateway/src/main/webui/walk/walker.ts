import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

interface Stop {
  name: string
  kind: string
  tag: string
  main: boolean
  box: { top: number; bottom: number; left: number; right: number }
}

/** Walks a page with the keyboard alone and holds each stop against what a reader without a mouse needs. */
export class Walker {
  private stops: Stop[] = []
  private readonly seen = new Set<string>()

  constructor(private readonly page: Page) {}

  begin() {
    this.stops = []
  }

  /** What has the focus, in words. */
  async here() {
    return (await this.look()).name
  }

  async press(...keys: string[]) {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(text: string) {
    await this.page.keyboard.type(text)
  }

  /** One step on; each step must show where it is and lead on in reading order. */
  async tab(direction: 'on' | 'back' = 'on') {
    await this.page.keyboard.press(direction === 'on' ? 'Tab' : 'Shift+Tab')
    const stop = await this.look()
    if (stop.tag === 'BODY') {
      this.stops = []
      return stop
    }
    const before = this.stops.at(-1)
    if (before && direction === 'on') this.inOrder(before, stop)
    this.stops.push(stop)
    if (!this.seen.has(stop.kind)) {
      this.seen.add(stop.kind)
      await this.isVisible(stop)
    }
    return stop
  }

  /** Tabs until it is there; whatever cannot be reached, or is never left, fails. */
  async to(target: Locator, direction: 'on' | 'back' = 'on') {
    await target.waitFor()
    let stuck = 0
    let last = ''
    for (let step = 0; step < 220; step++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      const { name, kind, box, tag } = await this.tab(direction)
      const place = tag === 'BODY' ? '' : `${kind} ${name} ${box.top} ${box.left}`
      stuck = place !== '' && place === last ? stuck + 1 : 0
      last = place
      // A field for a date and a time has a step for each of its parts.
      expect(stuck, `the focus is trapped at ${name}`).toBeLessThan(8)
    }
    throw new Error(`Not reached with the keyboard: ${target}`)
  }

  async choose(target: Locator) {
    await this.to(target)
    await this.press('Enter')
    this.stops = []
  }

  async write(target: Locator, text: string) {
    await this.to(target)
    await this.press('ControlOrMeta+a')
    await this.type(text)
  }

  /** After an act the focus is still somewhere on the page, not lost with the button that went away. */
  async isSomewhere() {
    await expect.poll(async () => (await this.look()).tag, { message: 'the focus is lost' }).not.toBe('BODY')
  }

  private look(): Promise<Stop> {
    return this.page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const label = (element as HTMLInputElement).labels?.[0]?.textContent
      const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? ''
      const scroll = document.querySelector('.pf-v6-c-page__main')?.scrollTop ?? 0
      const { top, bottom, left, right } = element.getBoundingClientRect()
      return {
        name: name.trim().slice(0, 80),
        kind: `${element.tagName} ${element.className} ${element.getAttribute('type') ?? ''} ${element.parentElement?.className}`,
        tag: element.tagName,
        main: element.closest('main') !== null,
        box: { top: top + scroll, bottom: bottom + scroll, left, right },
      }
    })
  }

  /** Reading order: the next one is not above the last one, unless it begins a column further right. */
  private inOrder(before: Stop, next: Stop) {
    if (!before.main || !next.main) return
    const above = next.box.bottom <= before.box.top
    const further = next.box.left > before.box.left
    expect(above && !further, `the focus jumps back from “${before.name}” up to “${next.name}”`).toBe(false)
  }

  /** The picture changes when the focus comes: measured, because an outline can be hidden in many ways. */
  private async isVisible({ name, kind }: Stop) {
    const focused = await this.page.evaluateHandle(() => document.activeElement as HTMLElement)
    const around = await focused.evaluate((element) => {
      const shown = element.closest('label')?.classList.contains('j-pill') ? element.closest('label')! : element
      shown.scrollIntoView({ block: 'nearest' })
      const { x, y, width, height } = shown.getBoundingClientRect()
      const left = Math.max(0, x - 6)
      const top = Math.max(0, y - 6)
      return {
        x: left,
        y: top,
        width: Math.min(innerWidth - left, width + 12),
        height: Math.min(innerHeight - top, height + 12),
      }
    })
    expect(around.width > 0 && around.height > 0, `the focus is on something that nobody sees: ${name} (${kind})`).toBe(true)
    await this.page.mouse.move(0, 0)
    const picture = async () => (await this.page.screenshot({ clip: around, animations: 'disabled' })).toString('base64')
    const withFocus = await picture()
    await focused.evaluate((element) => element.blur())
    const without = await picture()
    await focused.evaluate((element) => element.focus())
    expect(withFocus === without, `the focus cannot be seen on “${name}” (${kind})`).toBe(false)
  }
}
