import type { LayoutProps } from '@jsonforms/core'
import { JsonFormsDispatch } from '@jsonforms/react'
import type { Layout } from '../../forms/layout.ts'
import { AddressHelp } from './controls/AddressHelp.tsx'
import { layoutOf, uiSchema } from './definition.ts'

/** The elements of a container, each by its own renderer. `schema` and `path` say to which part of the data they belong. */
export const Elements = ({
  elements,
  schema,
  path,
}: Pick<LayoutProps, 'schema' | 'path'> & { elements: readonly Layout[] }) =>
  elements.map((element, at) => <JsonFormsDispatch key={at} uischema={uiSchema(element)} schema={schema} path={path} />)

const inside = (props: LayoutProps): readonly Layout[] => {
  const layout = layoutOf(props.uischema)
  return 'elements' in layout ? layout.elements : []
}

export const ColumnLayout = (props: LayoutProps) =>
  props.visible ? (
    <div className="form-fields">
      <Elements elements={inside(props)} schema={props.schema} path={props.path} />
    </div>
  ) : null

export const RowLayout = (props: LayoutProps) =>
  props.visible ? (
    <div className="form-row">
      <Elements elements={inside(props)} schema={props.schema} path={props.path} />
    </div>
  ) : null

/** Fields that belong together, under a heading that a screen reader says with each of them. */
export const GroupLayout = (props: LayoutProps) => {
  const layout = layoutOf(props.uischema)
  if (!props.visible) return null
  const label = layout.type === 'Label' ? undefined : layout.label
  const { options } = layout
  return (
    <fieldset className="form-group">
      {typeof label === 'string' && <legend>{label}</legend>}
      <div className="form-fields">
        {options?.['suggest'] === 'address' && <AddressHelp elements={inside(props)} path={props.path} />}
        <Elements elements={inside(props)} schema={props.schema} path={props.path} />
      </div>
    </fieldset>
  )
}

/** A sentence between the fields. */
export const NoteLayout = (props: LayoutProps) => {
  const layout = layoutOf(props.uischema)
  return props.visible && layout.type === 'Label' && typeof layout.text === 'string' ? (
    <p className="form-note">{layout.text}</p>
  ) : null
}
