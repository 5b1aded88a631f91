import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Fragment, useState, type ReactNode } from "react";
import { useToday } from "../frame/session.ts";
import { Table } from "../ui/list.tsx";
import { words } from "../words/words.ts";
import { HistoryBox } from "./History.tsx";
import { isOver, RowActs } from "./kit.tsx";

interface Props<Row> {
    hint: string;
    adds: string[]; // what may be added: a button each
    find?: ReactNode; // beside them
    heads: ReactNode[];
    rows: Row[];
    empty: ReactNode;
    name: (row: Row) => string;
    history?: (row: Row) => string; // the title of a row's history, where that is not its name
    edits?: (row: Row) => string; // what its button changes, where many are alike
    fixed?: (row: Row) => boolean; // it cannot be changed here
    cells: (row: Row) => ReactNode;
    form: (row: Row | undefined, close: () => void, added: number) => ReactNode; // of a row, or of a new one that the button with this place adds
}

type Open<Row> = { what: "history"; row: Row } | { what: "form"; row?: Row; added: number };

// One part of how the agency is built: its rows, each with what may be done with it, and the boxes that are opened from here.
export function Part<Row extends { id: string; valid_to?: string | null }>({ hint, adds, find, heads, rows, empty, name, history = name, edits, fixed, cells, form }: Props<Row>) {
    const today = useToday();
    const [open, setOpen] = useState<Open<Row>>();
    const close = () => setOpen(undefined);
    return (
        <>
            <div className="part-head">
                <p className="soft">{hint}</p>
                {find}
                {adds.map((add, added) => (
                    <Button key={add} variant={added === 0 ? "filled" : "default"} leftSection={<IconPlus size={16} />} onClick={() => setOpen({ what: "form", added })}>
                        {add}
                    </Button>
                ))}
            </div>
            {rows.length === 0 ? (
                empty
            ) : (
                <Table heads={heads} acts={words.verbs.edit}>
                    {rows.map((row) => (
                        <tr key={row.id} className={isOver({ valid_to: row.valid_to ?? null }, today) ? "over" : ""}>
                            {cells(row)}
                            <td className="fixed">
                                <RowActs name={name(row)} edits={edits?.(row)} onEdit={fixed?.(row) ? undefined : () => setOpen({ what: "form", row, added: 0 })} onHistory={() => setOpen({ what: "history", row })} />
                            </td>
                        </tr>
                    ))}
                </Table>
            )}
            {open?.what === "form" && <Fragment key={open.row?.id ?? open.added}>{form(open.row, close, open.added)}</Fragment>}
            {open?.what === "history" && <HistoryBox id={open.row.id} title={history(open.row)} onClose={close} />}
        </>
    );
}
