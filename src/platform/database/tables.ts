import { Table, TableColumnOptions, TableForeignKeyOptions, TableIndexOptions } from 'typeorm';

// The words migrations are written in: one way to say a column, for both engines.

type Extra = Partial<TableColumnOptions>;

export const column = {
  id: (name = 'id', extra: Extra = {}): TableColumnOptions => ({
    name,
    type: 'varchar',
    length: '36',
    isPrimary: name === 'id',
    ...extra,
  }),
  words: (name: string, length: number, extra: Extra = {}): TableColumnOptions => ({
    name,
    type: 'varchar',
    length: String(length),
    ...extra,
  }),
  text: (name: string, extra: Extra = {}): TableColumnOptions => ({ name, type: 'text', ...extra }),
  whole: (name: string, extra: Extra = {}): TableColumnOptions => ({ name, type: 'integer', ...extra }),
  yesNo: (name: string, extra: Extra = {}): TableColumnOptions => ({ name, type: 'boolean', ...extra }),
  day: (name: string, extra: Extra = {}): TableColumnOptions => ({ name, type: 'varchar', length: '10', ...extra }),
  time: (name: string, extra: Extra = {}): TableColumnOptions => ({ name, type: 'varchar', length: '5', ...extra }),
  instant: (name: string, extra: Extra = {}): TableColumnOptions => ({ name, type: 'varchar', length: '24', ...extra }),
};

export interface TableShape {
  readonly columns: TableColumnOptions[];
  readonly indices?: TableIndexOptions[];
  readonly foreignKeys?: TableForeignKeyOptions[];
}

export const table = (name: string, { columns, indices = [], foreignKeys = [] }: TableShape): Table =>
  new Table({ name, columns, indices, foreignKeys });
