import { Button, Checkbox, Modal, MultiSelect, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { queries, useAct, useBodies, useKinds } from "../api/queries.ts";
import type { Book, BookRow, Direction, Form, PeriodKind, PeriodView } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { tell } from "../ui/notice.tsx";
import { findFolded } from "../ui/pickers.tsx";
import { faultOf, words } from "../words/words.ts";

// What stands in the books is asked for again.
function told(sentence: string, onClose: () => void) {
    tell(sentence);
    void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith("/api/books") });
    onClose();
}

export function BookBox({ book, onClose }: { book?: Book; onClose: () => void }) {
    const bodies = useBodies();
    const kinds = useKinds();
    const [direction, setDirection] = useState<Direction>(book?.direction ?? "outgoing");
    const [chosen, setBody] = useState(book?.body);
    const body = chosen ?? bodies[0]?.id ?? ""; // they may come after the box has opened
    const [name, setName] = useState(book?.name ?? "");
    const [own, setOwn] = useState(book?.kinds.split(" ").filter(Boolean) ?? []);
    const [period, setPeriod] = useState<PeriodKind>(book?.period_kind ?? "year");
    const [closed, setClosed] = useState(book?.closed ?? false);
    const done = () => told(words.books.saved, onClose);
    const open = useAct("/api/books", done);
    const change = useAct("/api/books/{book}", done);
    const act = book ? change : open;
    const copies = direction === "copies"; // one series of the year for all forms
    const onAct = () => {
        const entry = { direction, name: name.trim(), kinds: copies ? [] : own, period_kind: copies ? ("year" as const) : period, closed, ...(direction !== "incoming" && { body }) };
        if (book) change.mutate({ ...entry, book: book.id, version: book.version });
        else open.mutate(entry);
    };
    return (
        <ActBox title={book ? words.books.edit_book : words.books.new_book} act={words.verbs.save} problem={act.error} busy={act.isPending} off={!name.trim()} onAct={onAct} onClose={onClose}>
            <TextInput data-autofocus label={words.books.name} value={name} onChange={(event) => setName(event.currentTarget.value)} error={faultOf(act.error, "name")} />
            <NativeSelect
                label={words.books.direction}
                disabled={Boolean(book)}
                data={Object.entries(words.direction).map(([value, label]) => ({ value, label }))}
                value={direction}
                onChange={(event) => setDirection(event.currentTarget.value as Direction)}
                error={faultOf(act.error, "direction")}
            />
            {direction !== "incoming" && (
                <NativeSelect label={words.fields.body} data={bodies.map((each) => ({ value: each.id, label: each.name }))} value={body} onChange={(event) => setBody(event.currentTarget.value)} error={faultOf(act.error, "body")} />
            )}
            {!copies && (
                <>
                    <MultiSelect
                        label={words.books.kinds}
                        description={words.books.kinds_hint}
                        searchable
                        filter={findFolded}
                        data={kinds.map(({ code, name: kind }) => ({ value: code, label: kind }))}
                        value={own}
                        onChange={setOwn}
                        error={faultOf(act.error, "kinds")}
                    />
                    <NativeSelect
                        label={words.books.numbered_by}
                        data={[
                            { value: "year", label: words.books.by_year },
                            { value: "term", label: words.books.by_term },
                        ]}
                        value={period}
                        onChange={(event) => setPeriod(event.currentTarget.value as PeriodKind)}
                        error={faultOf(act.error, "period_kind")}
                    />
                </>
            )}
            {book && <Checkbox label={words.books.close_book} checked={closed} onChange={(event) => setClosed(event.currentTarget.checked)} />}
        </ActBox>
    );
}

// A year or a term is opened, or one in which nothing stands yet gets its first number.
export function PeriodBox({ book, periods, onClose }: { book: Book; periods: PeriodView[]; onClose: () => void }) {
    const today = useToday();
    const [year, setYear] = useState<number | string>(Number(today.slice(0, 4)));
    const [from, setFrom] = useState<string | null>(null);
    const [to, setTo] = useState<string | null>(null);
    const [first, setFirst] = useState<number | string>(1);
    const act = useAct("/api/books/{book}/periods", () => told(words.books.saved, onClose));
    const term = book.period_kind === "term";
    const period = term && from ? Number(from.slice(0, 4)) : Number(year);
    const known = periods.find((each) => each.period === period);
    const onAct = () => act.mutate({ book: book.id, period, ...(term && { starts_on: from, ends_on: to }), first_number: Number(first) });
    return (
        <ActBox title={words.books.open_period} act={words.verbs.save} problem={act.error} busy={act.isPending} off={term ? !from || !to : !year} onAct={onAct} onClose={onClose}>
            {term ? (
                <>
                    <DateField data-autofocus label={words.fields.from} value={from} onChange={setFrom} error={faultOf(act.error, "starts_on")} />
                    <DateField label={words.fields.to} value={to} onChange={setTo} error={faultOf(act.error, "ends_on")} />
                </>
            ) : (
                <NumberInput data-autofocus label={words.admin.year} value={year} onChange={setYear} allowDecimal={false} hideControls error={faultOf(act.error, "period")} />
            )}
            <NumberInput
                label={words.books.first_number}
                description={known && known.last_number >= known.first_number ? words.faults.begun : words.books.first_number_hint}
                value={first}
                onChange={setFirst}
                min={1}
                allowDecimal={false}
                hideControls
                error={faultOf(act.error, "first_number")}
            />
        </ActBox>
    );
}

export function CloseBox({ book, period, name, onClose }: { book: Book; period: PeriodView; name: string; onClose: () => void }) {
    const act = useAct("/api/books/{book}/close", () => told(words.books.period_closed, onClose));
    return (
        <ActBox title={words.books.close_period} act={words.books.close_act} problem={act.error} busy={act.isPending} onAct={() => act.mutate({ book: book.id, period: period.period })} onClose={onClose}>
            <p>{words.books.close_text(book.name, name, period.last_number - period.first_number + 1)}</p>
        </ActBox>
    );
}

export function ReserveBox({ book, onClose }: { book: Book; onClose: () => void }) {
    const today = useToday();
    const [reason, setReason] = useState("");
    const [day, setDay] = useState<string | null>(today);
    const act = useAct("/api/books/{book}/reserve", (line) => told(words.books.reserved(line.number), onClose));
    return (
        <ActBox title={words.books.reserve} act={words.books.reserve} problem={act.error} busy={act.isPending} off={!reason.trim() || !day} onAct={() => act.mutate({ book: book.id, reason: reason.trim(), dated_on: day })} onClose={onClose}>
            <TextInput data-autofocus label={words.fields.reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(act.error, "reason")} />
            <DateField label={words.books.columns.day} description={words.books.reserve_hint} value={day} onChange={setDay} error={faultOf(act.error, "dated_on")} />
        </ActBox>
    );
}

export function VoidBox({ book, period, row, onClose }: { book: Book; period: PeriodView; row: BookRow; onClose: () => void }) {
    const [reason, setReason] = useState("");
    const act = useAct("/api/books/{book}/void", () => told(words.books.voided(row.number), onClose));
    return (
        <ActBox
            title={words.books.void_number(row.number)}
            act={words.books.void_it}
            danger
            problem={act.error}
            busy={act.isPending}
            off={!reason.trim()}
            onAct={() => act.mutate({ book: book.id, period: period.period, number: row.number, reason: reason.trim() })}
            onClose={onClose}
        >
            <p className="soft">{words.books.void_hint}</p>
            <TextInput data-autofocus label={words.fields.reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(act.error, "reason")} />
        </ActBox>
    );
}

// Which register, of which days; the PDF opens in a tab of its own.
export function PrintBox({ book, period, onClose }: { book: Book; period: PeriodView; onClose: () => void }) {
    const forms: Form[] = book.direction === "incoming" ? ["entries", "handling"] : book.direction === "outgoing" ? ["entries", "post"] : ["entries"];
    const [form, setForm] = useState<Form>("entries");
    const [from, setFrom] = useState<string | null>(period.starts_on);
    const [to, setTo] = useState<string | null>(period.ends_on);
    const wrong = from && to && to < from ? words.faults.before_from : undefined;
    const query = new URLSearchParams({ period: String(period.period), form });
    if (from) query.set("from", from);
    if (to) query.set("to", to);
    return (
        <Modal opened onClose={onClose} title={words.books.print} size={440}>
            <div className="stack wide">
                <NativeSelect
                    data-autofocus
                    label={words.books.form}
                    data={forms.map((value) => ({ value, label: words.books.forms[book.direction][value] ?? value }))}
                    value={form}
                    onChange={(event) => setForm(event.currentTarget.value as Form)}
                />
                <DateField label={words.fields.from} value={from} onChange={setFrom} />
                <DateField label={words.fields.to} value={to} onChange={setTo} error={wrong} />
                <div className="row">
                    <Button component="a" href={wrong ? undefined : `/api/books/${book.id}/print?${query}`} data-disabled={wrong !== undefined || undefined} target="_blank" rel="noopener" leftSection={<IconPrinter size={16} aria-hidden />}>
                        {words.books.open_print}
                    </Button>
                    <Button variant="subtle" color="gray" onClick={onClose}>
                        {words.verbs.close}
                    </Button>
                </div>
            </div>
        </Modal>
    );
}
