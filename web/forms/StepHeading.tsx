import { useEffect, useRef, useState } from 'react'

/** The heading of one page of a form; it takes the focus when one comes from another page. */
export const StepHeading = ({ title, focus }: { title: string; focus: boolean }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const [wanted] = useState(focus)
  useEffect(() => {
    if (!wanted) return
    heading.current?.closest('.case-form')?.scrollIntoView()
    heading.current?.focus({ preventScroll: true })
  }, [wanted])
  return (
    <h2 ref={heading} tabIndex={-1} className="step-heading">
      {title}
    </h2>
  )
}
