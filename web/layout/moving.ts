let under = 0

/** Shows a thin bar at the top of the window while a page's code is on its way. */
export const underWay = async <T>(work: Promise<T>): Promise<T> => {
  const mark = (): void => {
    document.documentElement.dataset['moving'] = String(under > 0)
  }
  under += 1
  mark()
  try {
    return await work
  } finally {
    under -= 1
    mark()
  }
}
