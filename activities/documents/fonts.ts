import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import { Type } from 'typebox'
import { Value } from 'typebox/value'

const load = createRequire(import.meta.url)
const Cuts = Type.Object({
  normal: Type.String(),
  bold: Type.String(),
  italics: Type.String(),
  bolditalics: Type.String(),
})
const cuts = Value.Parse(Type.Object({ Roboto: Cuts }), load('pdfmake/fonts/Roboto.js')).Roboto

/** What the reader of fonts under pdfmake is asked for here. It comes without types. */
interface Fontkit {
  openSync(path: string): object
  registerFormat(format: object): void
}
/** Where pdfmake looks for a file before it looks on the disk; its types leave it out. */
interface Shelf {
  virtualfs: { writeFileSync(path: string, content: object): void }
}

/** A font that is opened once, when the first document needs it, in the clothes of the bytes that pdfmake would have opened. */
class OpenFont extends Uint8Array<ArrayBuffer> {
  readonly #open: () => object
  #font: object | undefined

  constructor(open: () => object) {
    super(new ArrayBuffer(0))
    this.#open = open
  }

  get font(): object {
    return (this.#font ??= this.#open())
  }

  /** What is cut out of it is mere bytes. */
  static get [Symbol.species]() {
    return Uint8Array
  }
}

/** Made by fontkit of whatever `probe` knows; gives the font that is open. */
function Format(stream: { buffer: OpenFont }) {
  return stream.buffer.font
}
Format.probe = (bytes: unknown) => bytes instanceof OpenFont

/**
 * Gives pdfmake Roboto, with all Czech letters, each cut opened once. By itself it opens a font anew for each document, and reading the
 * tables by which letters are set is most of what a receipt costs. A font that is open holds nothing of a document: the letters that one
 * uses are gathered in the document itself.
 */
export function addRoboto(): void {
  // The very copy under pdfmake: a format is known to that one alone.
  const fontkit = ['pdfmake', 'pdfkit'].reduce(
    (from, name) => createRequire(from.resolve(name)),
    load,
  )('fontkit') as Fontkit
  fontkit.registerFormat(Format)
  const { virtualfs } = pdfmake as unknown as Shelf
  for (const path of Object.values(cuts)) virtualfs.writeFileSync(path, new OpenFont(() => fontkit.openSync(path)))
  pdfmake.addFonts({ Roboto: cuts })
}
