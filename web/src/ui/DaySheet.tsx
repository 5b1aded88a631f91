import { Button, Modal, NativeSelect } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useBooks } from "../api/queries.ts";
import type { Direction } from "../api/types.ts";
import { useMay, useToday } from "../frame/session.ts";
import { words } from "../words/words.ts";
import { DateField } from "./DateField.tsx";

interface Props {
    direction: Direction;
    body?: string; // the issuing body that the list is filtered by
}

// A day's page of a book, as a PDF in a tab of its own; for who sees every document.
export function DaySheet(props: Props) {
    const may = useMay();
    const [open, setOpen] = useState(false);
    const books = useBooks().filter((book) => book.direction === props.direction);
    if (!may("see_all_documents") || books.length === 0) return null;
    return (
        <>
            <Button className="off-phone" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => setOpen(true)}>
                {words.day_sheet.print}
            </Button>
            {open && <DaySheetBox {...props} onClose={() => setOpen(false)} />}
        </>
    );
}

function DaySheetBox({ direction, body, onClose }: Props & { onClose: () => void }) {
    const today = useToday();
    const books = useBooks().filter((book) => book.direction === direction);
    const first = (body && books.find((each) => each.body === body)) || books.find((each) => !each.closed) || books[0];
    const [book, setBook] = useState(first?.id ?? "");
    const [day, setDay] = useState<string | null>(today);
    const wrong = !day ? words.faults.required : day > today ? words.faults.future : undefined;
    return (
        <Modal opened onClose={onClose} title={words.day_sheet.print} size={440}>
            <div className="stack wide">
                <NativeSelect label={words.fields.book} data={books.map(({ id, name }) => ({ value: id, label: name }))} value={book} onChange={(event) => setBook(event.currentTarget.value)} />
                <DateField data-autofocus label={words.day_sheet.day} value={day} onChange={setDay} error={wrong} />
                <p className="soft">{words.day_sheet.hint}</p>
                <div className="row">
                    <Button
                        component="a"
                        href={wrong ? undefined : `/api/books/${book}/day-sheet?day=${day}`}
                        aria-disabled={wrong !== undefined}
                        data-disabled={wrong !== undefined || undefined}
                        target="_blank"
                        rel="noopener"
                        leftSection={<IconPrinter size={16} aria-hidden />}
                    >
                        {words.day_sheet.open}
                    </Button>
                    <Button variant="subtle" color="gray" onClick={onClose}>
                        {words.verbs.close}
                    </Button>
                </div>
            </div>
        </Modal>
    );
}
