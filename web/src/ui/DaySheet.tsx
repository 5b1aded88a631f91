import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useBooks } from "../api/queries.ts";
import type { Direction } from "../api/types.ts";
import { useMay, useToday } from "../frame/session.ts";
import { words } from "../words/words.ts";

interface Props {
    direction: Direction;
    body?: string; // the issuing body that the list is filtered by
}

// Today's page of the shown book, as a PDF in a tab of its own; for who sees every document.
export function DaySheet(props: Props) {
    const may = useMay();
    return may("see_all_documents") ? <Sheet {...props} /> : null;
}

function Sheet({ direction, body }: Props) {
    const today = useToday();
    const books = useBooks().filter((book) => book.direction === direction && !book.closed);
    const book = (body && books.find((each) => each.body === body)) || books[0];
    if (!book) return null;
    return (
        <Button
            component="a"
            className="off-phone"
            variant="default"
            href={`/api/books/${book.id}/day-sheet?day=${today}`}
            target="_blank"
            rel="noopener"
            title={words.day_sheet.of(book.name)}
            leftSection={<IconPrinter size={16} aria-hidden />}
        >
            {words.day_sheet.print}
        </Button>
    );
}
