import { useEffect, useRef } from 'react'

/** The heading of one page of a form; it takes the focus when one comes from another page. */
export const StepHeading = ({ title, focus }: { title: string; focus: boolean }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!focus) return
    heading.current?.closest('.case-form')?.scrollIntoView()
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h2 ref={heading} tabIndex={-1} className="step-heading">
      {title}
    </h2>
  )
}
