/** The portal's own mark: an open arch with light behind it. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 40 40" aria-hidden="true">
    <rect width="40" height="40" rx="9" fill="#2362a2" />
    <path d="M9 32V20a11 11 0 0 1 22 0v12z" fill="#fff" />
    <path d="M15 32V20.5a5 5 0 0 1 10 0V32z" fill="#f7c53d" />
    <path d="M25 32V20.5a5 5 0 0 0-1.3-3.4L20 21v11z" fill="#e2a917" />
  </svg>
)
