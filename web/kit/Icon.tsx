// The portal's own line icons on a 16 × 16 grid. One letter case matters: they are SVG path data.
const drawings = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.7 10.7 14 14',
  basket: 'M1.5 6h13l-1.4 7.2a1 1 0 0 1-1 .8H3.9a1 1 0 0 1-1-.8zM4.5 6l2.6-4M11.5 6 8.9 2M6 8.8v2.5M10 8.8v2.5',
  person: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14c.5-2.8 2.7-4 5.5-4s5 1.2 5.5 4',
  phone:
    'M4.5 1.8 6 4.8 4.7 6.4c.9 1.9 2.3 3.3 4.5 4.7l1.7-1.3 3.1 1.5-.5 2.3c-.1.5-.6.8-1.1.7C6.7 13.7 2.3 9.3 1.7 3.6c0-.5.3-1 .8-1.1z',
  mail: 'M1.5 3.5h13v9h-13zM2 4l6 5 6-5',
  place: 'M8 14.5S3 10 3 6.3a5 5 0 0 1 10 0C13 10 8 14.5 8 14.5zM8 8a1.8 1.8 0 1 0 0-3.6A1.8 1.8 0 0 0 8 8z',
  clock: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM8 4.5V8l2.5 2',
  check: 'm2.500 8.500 3.700 3.700L13.500 4',
  cross: 'm3.500 3.500 9 9M12.500 3.500l-9 9',
  plus: 'M8 3v10M3 8h10',
  menu: 'M2 4h12M2 8h12M2 12h12',
  right: 'm6 3 5 5-5 5',
  down: 'm3 6 5 5 5-5',
  arrow: 'M2.5 8h11M9 3.5 13.5 8 9 12.5',
  warning: 'M8 2 1.5 13.5h13zM8 6.5v3.3M8 11.7v.1',
  info: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM8 7.3v4M8 4.8v.1',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  download: 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
  document: 'M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M6 8h4M6 11h4',
  card: 'M1.5 3.5h13v9h-13zM1.5 6.5h13M4 10h2.5',
  bank: 'M2 6 8 2l6 4zM3.5 6v6M6.5 6v6M9.5 6v6M12.5 6v6M2 13.5h12',
  coins:
    'M6 7.5c2.5 0 4.5-.9 4.5-2s-2-2-4.5-2-4.5.9-4.5 2 2 2 4.5 2zM1.5 5.5v5c0 1.1 2 2 4.5 2M10.5 5.5V7M10 14c2.5 0 4.5-.9 4.5-2s-2-2-4.5-2-4.5.9-4.5 2 2 2 4.5 2zM1.5 8c0 1.1 2 2 4.5 2',
  family:
    'M5 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM11 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM1.5 13.5V11c0-1.5 1.2-2.5 2.7-2.5h1.6c1 0 1.7.4 2.2 1 .5-.6 1.2-1 2.2-1h1.6c1.5 0 2.7 1 2.7 2.5v2.5',
  house: 'M2 7.5 8 2.5l6 5M3.5 6.5v7h9v-7M6.5 13.5v-4h3v4',
  star: 'm8 1.800 1.900 4 4.300.6-3.100 3 .7 4.300L8 11.700l-3.800 2 .7-4.300-3.100-3 4.300-.6z',
  key: 'M10.5 9.5a4 4 0 1 0-3.8-2.7L1.5 12v2.5H4V13h1.5v-1.5H7l1.3-1.3c.7-.4 1.4-.7 2.2-.7zM11 5.5v.1',
  out: 'M9.5 2.5h-7v11h7M6 8h8.5M11.5 5l3 3-3 3',
  keyboard: 'M1.5 4h13v8.5h-13zM4 6.7v.1M6.7 6.7v.1M9.3 6.7v.1M12 6.7v.1M4.5 10h7',
  mandate:
    'M5.500 7A2.500 2.500 0 1 0 5.500 2a2.500 2.500 0 0 0 0 5zM1.500 13.500c.3-2.500 1.900-4 4-4M14.500 5.500 9 11l-1 3 3-1 5.500-5.500',
  bag: 'M2 5.500h12v8H2zM5.500 5.500V3h5v2.500M2 9h12M7 8.500h2v1.500H7z',
  task: 'M3.5 2.5h9v12h-9zM6 1.5h4v2H6zM5.8 9l1.6 1.6L10.5 7',
} as const
export type IconName = keyof typeof drawings

/** A decorative icon; what it means stands in the text beside it. */
export const Icon = ({ name, className = '', slot }: { name: IconName; className?: string; slot?: string }) => (
  <span className={`gov-icon ${className}`} aria-hidden="true" {...(slot ? { slot } : {})}>
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={drawings[name]} />
    </svg>
  </span>
)
