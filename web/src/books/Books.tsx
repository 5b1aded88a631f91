import { Button, Menu, NativeSelect } from "@mantine/core";
import { IconBook2, IconLock, IconPencil, IconPlus, IconPrinter, IconTableImport } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useBodies, useGet, useList } from "../api/queries.ts";
import type { Book, BookRow, NumberState, PeriodView } from "../api/types.ts";
import { useMay, useToday } from "../frame/session.ts";
import { ExportLink } from "../ui/ExportLink.tsx";
import { Table } from "../ui/list.tsx";
import { MoreRows } from "../ui/MoreRows.tsx";
import { Empty, Failed, Loading, PageHead } from "../ui/page.tsx";
import { date, moment, shortDate } from "../words/format.ts";
import { words } from "../words/words.ts";
import { BookBox, CloseBox, PeriodBox, PrintBox, ReserveBox, VoidBox } from "./BookBoxes.tsx";
import { ImportBox } from "./ImportBox.tsx";
import "./books.css";

type Box = { kind: "new" | "edit" | "period" | "close" | "reserve" | "print" | "import" } | { kind: "void"; row: BookRow };

const states = Object.entries(words.books.states).map(([value, label]) => ({ value, label }));

// The books: each number of a year or a term, what became of it, and why where it is no ordinary one.
export function Books() {
    const [parameters, setParameters] = useSearchParams();
    const { data, error, refetch } = useGet("/api/books", {});
    const may = useMay();
    const [box, setBox] = useState<Box>();
    const books = data?.items ?? [];
    const book = books.find(({ id }) => id === parameters.get("book")) ?? books.find(({ closed }) => !closed) ?? books[0];
    const keeps = may("manage_books");
    if (error && !data) return <Failed problem={error} retry={() => void refetch()} />;
    if (!data) return <Loading />;
    return (
        <>
            <PageHead title={words.books.title}>
                <Button component={Link} to="/books/kept-copies" variant="default">
                    {words.kept_copies.title}
                </Button>
                {keeps && (
                    <Button leftSection={<IconPlus size={16} />} onClick={() => setBox({ kind: "new" })}>
                        {words.books.new_book}
                    </Button>
                )}
            </PageHead>
            {!book && <Empty title={words.books.none} hint={words.books.none_hint} />}
            {book && (
                <div className="books">
                    <nav aria-label={words.books.title}>
                        <ul className="books-list">
                            {books.map((each) => (
                                <li key={each.id}>
                                    <button type="button" aria-current={each.id === book.id || undefined} onClick={() => setParameters({ book: each.id })}>
                                        <strong>{each.name}</strong>
                                        <span className="soft">{about(each)}</span>
                                    </button>
                                </li>
                            ))}
                        </ul>
                    </nav>
                    <OneBook key={book.id} book={book} keeps={keeps} open={setBox} box={box} close={() => setBox(undefined)} />
                </div>
            )}
            {box?.kind === "new" && <BookBox onClose={() => setBox(undefined)} />}
        </>
    );
}

const about = (book: Book) =>
    [words.direction[book.direction], book.kinds, book.period_kind === "term" && words.books.by_term, book.closed && words.books.closed].filter(Boolean).join(" · ");

interface OneProps {
    book: Book;
    keeps: boolean;
    box: Box | undefined;
    open: (box: Box) => void;
    close: () => void;
}

function OneBook({ book, keeps, box, open, close }: OneProps) {
    const today = useToday();
    const bodies = useBodies();
    const { data } = useGet("/api/books/{book}/periods", { book: book.id }, { staleTime: 0 });
    const periods = data?.items ?? [];
    const [chosen, setChosen] = useState<number>();
    const [state, setState] = useState<NumberState | "">("");
    const period = periods.find((each) => each.period === chosen) ?? periods[0];
    const body = bodies.find(({ id }) => id === book.body);
    return (
        <section className="book">
            <div className="row book-head">
                <h2>{book.name}</h2>
                {body && <span className="soft">{body.name}</span>}
                <span className="spread" />
                {period && (
                    <NativeSelect
                        aria-label={words.books.period}
                        data={periods.map((each) => ({ value: String(each.period), label: nameOf(each, book) }))}
                        value={String(period.period)}
                        onChange={(event) => setChosen(Number(event.currentTarget.value))}
                    />
                )}
                <NativeSelect aria-label={words.fields.state} data={[{ value: "", label: words.books.all_states }, ...states]} value={state} onChange={(event) => setState(event.currentTarget.value as NumberState | "")} />
                {period && (
                    <>
                        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => open({ kind: "print" })}>
                            {words.books.print}
                        </Button>
                        <ExportLink path={`/api/books/${book.id}/export`} input={{ period: period.period }} />
                    </>
                )}
                {keeps && (
                    <>
                        {book.direction !== "copies" && (
                            <Button variant="default" disabled={book.closed} onClick={() => open({ kind: "reserve" })}>
                                {words.books.reserve}
                            </Button>
                        )}
                        <Menu position="bottom-end">
                            <Menu.Target>
                                <Button variant="default" leftSection={<IconBook2 size={16} aria-hidden />}>
                                    {words.books.manage}
                                </Button>
                            </Menu.Target>
                            <Menu.Dropdown>
                                <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => open({ kind: "edit" })}>
                                    {words.books.edit_book}
                                </Menu.Item>
                                <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => open({ kind: "period" })}>
                                    {words.books.open_period}
                                </Menu.Item>
                                {book.direction !== "copies" && (
                                    <Menu.Item leftSection={<IconTableImport size={16} />} onClick={() => open({ kind: "import" })}>
                                        {words.books.import}
                                    </Menu.Item>
                                )}
                                {period && !period.closed && (
                                    <Menu.Item leftSection={<IconLock size={16} />} onClick={() => open({ kind: "close" })}>
                                        {words.books.close_period}
                                    </Menu.Item>
                                )}
                            </Menu.Dropdown>
                        </Menu>
                    </>
                )}
            </div>
            {data && !period && <Empty title={words.books.no_period} hint={words.books.no_period_hint} />}
            {period && (
                <>
                    <p className="soft numbers">
                        {words.books.summary(period.first_number, period.last_number, period.reserved)}
                        {period.last_date && ` · ${words.books.last_date} ${date(period.last_date)}`}
                        {period.closed && ` · ${words.books.closed_by(period.closed_by_name, moment(period.closed_at, today))}`}
                    </p>
                    <Lines book={book} period={period} state={state} keeps={keeps} onVoid={(row) => open({ kind: "void", row })} />
                </>
            )}
            {box?.kind === "edit" && <BookBox book={book} onClose={close} />}
            {box?.kind === "period" && <PeriodBox book={book} periods={periods} onClose={close} />}
            {box?.kind === "close" && period && <CloseBox book={book} period={period} name={nameOf(period, book)} onClose={close} />}
            {box?.kind === "reserve" && <ReserveBox book={book} onClose={close} />}
            {box?.kind === "print" && period && <PrintBox book={book} period={period} onClose={close} />}
            {box?.kind === "import" && <ImportBox book={book} onClose={close} />}
            {box?.kind === "void" && period && <VoidBox book={book} period={period} row={box.row} onClose={close} />}
        </section>
    );
}

const nameOf = (period: PeriodView, book: Book) =>
    book.period_kind === "year" ? words.books.year(period.period) : words.books.term(period.starts_on?.slice(0, 4) ?? "", period.ends_on?.slice(0, 4) ?? "");

interface LinesProps {
    book: Book;
    period: PeriodView;
    state: NumberState | "";
    keeps: boolean;
    onVoid: (row: BookRow) => void;
}

function Lines({ book, period, state, keeps, onVoid }: LinesProps) {
    const today = useToday();
    const list = useList("/api/books/{book}/entries", { book: book.id, period: period.period, ...(state && { state }), limit: 100 });
    const rows = list.data?.pages.flatMap((page) => page.items);
    const { refetch } = list;
    useEffect(() => void refetch(), [period.last_number, period.reserved, refetch]);
    if (list.error && !rows) return <Failed problem={list.error} retry={() => void refetch()} />;
    if (!rows) return <Loading />;
    if (rows.length === 0) return <Empty title={words.books.empty} />;
    return (
        <>
            <Table heads={[words.books.columns.number, words.books.columns.day, words.books.columns.symbol, words.books.columns.document, words.books.columns.state, words.books.columns.reason, words.books.columns.person]} className="books-lines" busy={list.isPlaceholderData}>
                {rows.map((row) => (
                    <tr key={row.number} className={row.state === "voided" ? "books-void" : undefined}>
                        <td className="fixed list-number">
                            <strong>{row.number}</strong>
                        </td>
                        <td className="fixed soft">{shortDate(row.dated_on, today)}</td>
                        <td className="fixed">{row.symbol}</td>
                        <td className="whole list-subject">
                            {row.record && row.subject && (
                                <Link to={`/${book.direction}/${row.record}`}>
                                    <span className="clamp">{row.subject}</span>
                                </Link>
                            )}
                        </td>
                        <td className="fixed">
                            <span className={`sign ${row.state === "reserved" ? "meaning-today" : row.state === "voided" ? "meaning-overdue" : "soft"}`}>{words.books.states[row.state]}</span>
                        </td>
                        <td className="books-reason">
                            {row.reason}
                            {keeps && row.state === "reserved" && !period.closed && (
                                <Button size="compact-xs" variant="default" ml={8} onClick={() => onVoid(row)} aria-label={words.books.void_number(row.number)}>
                                    {words.books.void_it}
                                </Button>
                            )}
                        </td>
                        <td className="list-person soft">{row.person_name}</td>
                    </tr>
                ))}
            </Table>
            <MoreRows has={list.hasNextPage} busy={list.isFetchingNextPage} load={() => void list.fetchNextPage()} />
        </>
    );
}
