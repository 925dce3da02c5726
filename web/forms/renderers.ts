import {
  type ControlProps,
  type JsonFormsRendererRegistryEntry,
  type LayoutProps,
  rankWith,
  resolveSchema,
  type Tester,
  uiTypeIs,
} from '@jsonforms/core'
import { withJsonFormsControlProps, withJsonFormsLayoutProps } from '@jsonforms/react'
import type { ComponentType } from 'react'
import { ChecksControl, CountryControl, RadiosControl, SelectControl, YesNoControl } from './controls/ChoiceControl.tsx'
import { DebtsControl } from './controls/DebtsControl.tsx'
import { DebtControl } from './controls/DebtControl.tsx'
import { OverpaymentControl } from './controls/OverpaymentControl.tsx'
import { FileControl } from './controls/FileControl.tsx'
import { ListControl } from './controls/ListControl.tsx'
import { SentRefundControl } from './controls/SentRefundControl.tsx'
import { SubjectControl } from './controls/SubjectControl.tsx'
import { AreaControl, TextControl } from './controls/TextControl.tsx'
import { TickControl } from './controls/TickControl.tsx'
import { layoutOf, schemaOf } from './definition.ts'
import { type Kind, kindOf } from './kind.ts'
import { ColumnLayout, GroupLayout, NoteLayout, RowLayout } from './layouts.tsx'

const controls: Record<Kind, ComponentType<ControlProps>> = {
  text: TextControl,
  area: AreaControl,
  radios: RadiosControl,
  select: SelectControl,
  country: CountryControl,
  checks: ChecksControl,
  tick: TickControl,
  'yes-no': YesNoControl,
  list: ListControl,
  files: FileControl,
  subject: SubjectControl,
  debts: DebtsControl,
  debt: DebtControl,
  overpayment: OverpaymentControl,
  'sent-refund': SentRefundControl,
}
const layouts: Record<string, ComponentType<LayoutProps>> = {
  VerticalLayout: ColumnLayout,
  Category: ColumnLayout,
  HorizontalLayout: RowLayout,
  Group: GroupLayout,
  Label: NoteLayout,
}

const asksFor =
  (kind: Kind): Tester =>
  (uischema, schema, context) => {
    const layout = layoutOf(uischema)
    if (layout.type !== 'Control') return false
    const field = resolveSchema(schema, layout.scope, context.rootSchema)
    return field !== undefined && kindOf(schemaOf(field), layout.options) === kind
  }

/** Which component draws what: one for each kind of value and each kind of container. */
export const renderers: JsonFormsRendererRegistryEntry[] = [
  ...kindsOf(controls).map(([kind, control]) => ({
    tester: rankWith(10, asksFor(kind)),
    renderer: withJsonFormsControlProps(control),
  })),
  ...Object.entries(layouts).map(([type, layout]) => ({
    tester: rankWith(10, uiTypeIs(type)),
    renderer: withJsonFormsLayoutProps(layout),
  })),
]

function kindsOf<T>(by: Record<Kind, T>): [Kind, T][] {
  return Object.entries(by) as [Kind, T][]
}
