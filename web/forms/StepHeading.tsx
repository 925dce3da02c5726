import { useEffect, useRef } from 'react'

/** The heading of one page of a form; it takes the focus when one comes from another page. */
export const StepHeading = ({ title, focus }: { title: string; focus: boolean }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focus) heading.current?.focus()
  }, [])
  return (
    <h2 ref={heading} tabIndex={-1} className="step-heading">
      {title}
    </h2>
  )
}
