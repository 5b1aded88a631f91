import { NativeSelect, SegmentedControl } from "@mantine/core";
import { Fragment, useEffect, useMemo, useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { useGet } from "../api/queries.ts";
import type { ComparedRow, ComparedSide, ComparedWords, Comparison, OutgoingView } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { Paper } from "../paper/Paper.tsx";
import { Empty, Failed, Loading, PageHead } from "../ui/page.tsx";
import { moment } from "../words/format.ts";
import { words } from "../words/words.ts";
import "./compare.css";

const text = words.outgoing.compare;

// Two versions of a draft side by side: their words, and their pages with the changed places marked.
export function CompareVersions() {
    const id = useParams()["id"] ?? "";
    const { data: view, error, refetch } = useGet("/api/outgoing/{id}", { id });
    if (error && !view) return <Failed problem={error} retry={() => void refetch()} />;
    if (!view) return <Loading />;
    return <Versions key={id} view={view} />;
}

function Versions({ view }: { view: OutgoingView }) {
    const today = useToday();
    const [parameters, setParameters] = useSearchParams();
    const [look, setLook] = useState<"words" | "pages">("words");
    const newest = view.versions[0]?.number ?? 1;
    const to = Number(parameters.get("to")) || newest;
    const from = Number(parameters.get("from")) || Math.max(1, to - 1);
    const choices = view.versions.map(({ number, person_name, at }) => ({ value: String(number), label: `${text.version(number)} · ${person_name}, ${moment(at, today)}` }));
    const choose = (change: { from?: string; to?: string }) => setParameters({ from: String(from), to: String(to), ...change }, { replace: true });
    return (
        <>
            <PageHead title={text.title} />
            <p>
                <Link to={`/outgoing/${view.id}`}>{view.number > 0 ? view.symbol : view.kind_name}</Link> {view.subject}
            </p>
            {view.versions.length < 2 ? (
                <Empty title={text.only_one} />
            ) : (
                <>
                    <div className="row compare-choice">
                        <NativeSelect label={text.from} data={choices} value={String(from)} onChange={(event) => choose({ from: event.currentTarget.value })} />
                        <NativeSelect label={text.to} data={choices} value={String(to)} onChange={(event) => choose({ to: event.currentTarget.value })} />
                        <span className="spread" />
                        <SegmentedControl
                            aria-label={text.look}
                            value={look}
                            onChange={(value) => setLook(value as "words" | "pages")}
                            data={[
                                { value: "words", label: text.words },
                                { value: "pages", label: text.pages },
                            ]}
                        />
                    </div>
                    <Compared id={view.id} from={from} to={to} look={look} />
                </>
            )}
        </>
    );
}

function Compared({ id, from, to, look }: { id: string; from: number; to: number; look: "words" | "pages" }) {
    const { data, error, refetch, isFetching } = useGet("/api/outgoing/{id}/comparison", { id, from, to });
    const converting = error?.code === "file.preview_pending";
    useEffect(() => {
        if (!converting || isFetching) return;
        const timer = setTimeout(() => void refetch(), 1500);
        return () => clearTimeout(timer);
    }, [converting, isFetching, refetch]);
    if (!data && converting)
        return (
            <div className="empty" role="status">
                {words.files.converting}
            </div>
        );
    if (error && !data) return <Failed problem={error} retry={() => void refetch()} />;
    if (!data) return <Loading />;
    const readable = data.was.has_text && data.now.has_text;
    return (
        <>
            <p className="compare-sum" role="status">
                {!readable ? text.no_text : data.was.changed_words + data.now.changed_words === 0 ? text.same : text.sum(data.was.changed_words, data.now.changed_words)}
            </p>
            {look === "pages" ? <Pages comparison={data} /> : readable && <Rows rows={data.rows} from={from} to={to} />}
        </>
    );
}

// Paragraphs that are the same are folded, but for those beside a change.
function Rows({ rows, from, to }: { rows: ComparedRow[]; from: number; to: number }) {
    const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
    const parts = useMemo(() => partsOf(rows), [rows]);
    return (
        <table className="compare-rows">
            <thead>
                <tr>
                    <th scope="col">{text.version(from)}</th>
                    <th scope="col">{text.version(to)}</th>
                </tr>
            </thead>
            <tbody>
                {parts.map((part) =>
                    part.folded && !open.has(part.first) ? (
                        <tr key={part.first} className="compare-folded">
                            <td colSpan={2}>
                                <button type="button" onClick={() => setOpen(new Set([...open, part.first]))}>
                                    {text.unfold(part.rows.length)}
                                </button>
                            </td>
                        </tr>
                    ) : (
                        <Fragment key={part.first}>
                            {part.rows.map((row, index) => (
                                <tr key={index} className={row.changed ? "compare-changed" : "compare-same"}>
                                    <td>
                                        <Words words={row.was} as="del" />
                                    </td>
                                    <td>
                                        <Words words={row.now} as="ins" />
                                    </td>
                                </tr>
                            ))}
                        </Fragment>
                    ),
                )}
            </tbody>
        </table>
    );
}

function Words({ words: all, as: Mark }: { words: ComparedWords[]; as: "del" | "ins" }) {
    return all.map((each, index) => (
        <Fragment key={index}>
            {index > 0 && " "}
            {each.changed ? <Mark>{each.text}</Mark> : each.text}
        </Fragment>
    ));
}

interface Part {
    first: number;
    rows: ComparedRow[];
    folded: boolean;
}

function partsOf(rows: ComparedRow[]): Part[] {
    const around = 1; // what stands beside a change is read with it
    const shown = rows.map((_, index) => rows.slice(Math.max(0, index - around), index + around + 1).some(({ changed }) => changed));
    const parts: Part[] = [];
    rows.forEach((row, index) => {
        const folded = !shown[index];
        const last = parts.at(-1);
        if (last && last.folded === folded) last.rows.push(row);
        else parts.push({ first: index, rows: [row], folded });
    });
    const least = 3; // fewer are read faster than unfolded
    for (const part of parts) part.folded &&= part.rows.length >= least;
    return parts;
}

function Pages({ comparison }: { comparison: Comparison }) {
    return (
        <div className="compare-pages">
            <Page side={comparison.was} kind="removed" />
            <Page side={comparison.now} kind="added" />
        </div>
    );
}

function Page({ side, kind }: { side: ComparedSide; kind: "removed" | "added" }) {
    const marks = useMemo(
        () => ({ kind, places: side.places.map(({ page, left, top, right, bottom }) => ({ page, left: left / 10, top: top / 10, right: right / 10, bottom: bottom / 10 })) }),
        [kind, side.places],
    );
    return (
        <section aria-label={text.version(side.version)}>
            <h2>{text.version(side.version)}</h2>
            <Paper file={side.file} marks={marks} />
        </section>
    );
}
