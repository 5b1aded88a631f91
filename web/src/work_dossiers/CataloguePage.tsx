import { ActionIcon, Button, Textarea } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { Problem } from "../api/client.ts";
import { useAct, useGet } from "../api/queries.ts";
import type { CatalogueView } from "../api/types.ts";
import { useMe, useMay, useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { tell, warnOf } from "../ui/notice.tsx";
import { Empty, Failed, Loading, PageHead } from "../ui/page.tsx";
import { date, dayOf } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";
import { CatalogueEditor } from "./CatalogueEditor.tsx";
import { numbered } from "./catalogue.ts";
import { OpenBox } from "./OpenBox.tsx";
import "./dossiers.css";

// The year's list of dossiers: drawn up, approved by the head, and opened from.
export function CataloguePage() {
    const today = useToday();
    const [parameters, setParameters] = useSearchParams();
    const record = parameters.get("record");
    const year = Number(parameters.get("year")) || (record ? null : Number(today.slice(0, 4)));
    const { data, error, refetch } = useGet("/api/dossier-catalogue", { year, record }, { staleTime: 0, keep: true });
    if (error && !data) return <Failed problem={error} retry={() => void refetch()} />;
    if (!data) return <Loading />;
    return <Catalogue key={`${data.year}`} list={data} onYear={(next) => setParameters({ year: String(next) }, { replace: true })} />;
}

type Box = "return" | { line: string };

function Catalogue({ list, onYear }: { list: CatalogueView; onYear: (year: number) => void }) {
    const w = words.dossiers.list;
    const [editing, setEditing] = useState(false);
    const [box, setBox] = useState<Box>();
    const copy = useAct("/api/dossier-catalogue/copy", () => tell(w.copied));
    const submit = useAct("/api/dossier-catalogue/submit", () => tell(w.submitted));
    const approve = useAct("/api/dossier-catalogue/approve", () => tell(w.approved));
    const may = (act: string) => list.acts.includes(act) && !editing;
    const now = { year: list.year, version: list.version };
    const refused = { onError: (problem: Problem) => warnOf(problem) };
    const last = list.years.find((year) => year < list.year) ?? list.years[0];
    return (
        <>
            <PageHead title={w.title(list.year)}>
                <ActionIcon variant="default" size="lg" aria-label={w.previous} onClick={() => onYear(list.year - 1)}>
                    <IconChevronLeft size={16} />
                </ActionIcon>
                <ActionIcon variant="default" size="lg" aria-label={w.next} onClick={() => onYear(list.year + 1)}>
                    <IconChevronRight size={16} />
                </ActionIcon>
                {list.version > 0 && (
                    <Button component="a" className="off-phone" variant="default" href={`/api/dossier-catalogue/print?year=${list.year}`} target="_blank" rel="noopener" leftSection={<IconPrinter size={16} aria-hidden />}>
                        {w.print}
                    </Button>
                )}
                {may("edit") && list.version > 0 && (
                    <Button variant="default" onClick={() => setEditing(true)}>
                        {w.edit}
                    </Button>
                )}
                {may("submit") && (
                    <Button onClick={() => submit.mutate(now, refused)} loading={submit.isPending}>
                        {w.submit}
                    </Button>
                )}
                {may("return") && (
                    <Button variant="default" onClick={() => setBox("return")}>
                        {w.give_back}
                    </Button>
                )}
                {may("approve") && (
                    <Button onClick={() => approve.mutate(now, refused)} loading={approve.isPending}>
                        {w.approve}
                    </Button>
                )}
            </PageHead>
            {editing ? (
                <CatalogueEditor list={list} onDone={() => setEditing(false)} />
            ) : list.version === 0 ? (
                <Empty title={w.none(list.year)} hint={w.none_hint}>
                    {may("edit") && <Button onClick={() => setEditing(true)}>{w.begin}</Button>}{" "}
                    {may("copy") && last !== undefined && (
                        <Button variant="default" loading={copy.isPending} onClick={() => copy.mutate({ year: list.year, from: last }, refused)}>
                            {w.copy(last)}
                        </Button>
                    )}
                </Empty>
            ) : (
                <>
                    <p className="soft">
                        {w.state[list.state]}
                        {list.state === "approved" && ` · ${w.approved_by(list.approved_by_name, date(dayOf(list.approved_at)))}`}
                        {` · ${w.numbering} ${w.numbering_of[list.numbering]}`}
                    </p>
                    <Rows list={list} onOpen={(line) => setBox({ line })} />
                </>
            )}
            {box === "return" && <ReturnBox year={list.year} onClose={() => setBox(undefined)} />}
            {typeof box === "object" && <OpenBox documents={[]} line={box.line} onClose={() => setBox(undefined)} />}
        </>
    );
}

function Rows({ list, onOpen }: { list: CatalogueView; onOpen: (line: string) => void }) {
    const w = words.dossiers.list;
    const { person } = useMe();
    const may = useMay();
    const opens = (creator: string | null | undefined) => list.state === "approved" && may("handle_documents") && (creator === person || may("manage_catalogue"));
    return (
        <table className="catalogue">
            <thead>
                <tr>
                    <th scope="col">{w.columns.symbol}</th>
                    <th scope="col">{w.columns.title}</th>
                    <th scope="col">{w.columns.retention}</th>
                    <th scope="col">{w.columns.creator}</th>
                    <th scope="col">{w.columns.note}</th>
                    <th scope="col">
                        <span className="hidden">{w.columns.act}</span>
                    </th>
                </tr>
            </thead>
            <tbody>
                {numbered(list.rows).map(({ row, number }) =>
                    row.kind === "line" ? (
                        <tr key={row.id}>
                            <td className="fixed numbers">{row.symbol}</td>
                            <td>{row.title}</td>
                            <td className="fixed">{words.dossiers.retention(row.retention)}</td>
                            <td>{row.creator_name || <span className="soft">{w.nobody}</span>}</td>
                            <td className="soft">{row.note}</td>
                            <td className="fixed">
                                {row.dossier ? (
                                    <Link to={`/work-dossiers/${row.dossier}`}>{w.opened}</Link>
                                ) : (
                                    opens(row.creator) && (
                                        <Button variant="light" size="compact-sm" onClick={() => row.id && onOpen(row.id)}>
                                            {w.open}
                                        </Button>
                                    )
                                )}
                            </td>
                        </tr>
                    ) : (
                        <tr key={row.id} className={`catalogue-${row.kind}`}>
                            <td className="fixed soft">{row.abbreviation}</td>
                            <th scope="colgroup" colSpan={5}>
                                {number}. {row.title}
                            </th>
                        </tr>
                    ),
                )}
            </tbody>
        </table>
    );
}

function ReturnBox({ year, onClose }: { year: number; onClose: () => void }) {
    const w = words.dossiers.list;
    const [reason, setReason] = useState("");
    const act = useAct("/api/dossier-catalogue/return", () => {
        tell(w.returned);
        onClose();
    });
    return (
        <ActBox title={w.give_back} act={w.give_back} problem={act.error} busy={act.isPending} off={!reason.trim()} onAct={() => act.mutate({ year, reason: reason.trim() })} onClose={onClose}>
            <Textarea data-autofocus required autosize minRows={2} label={w.give_back_reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(act.error, "reason")} />
        </ActBox>
    );
}
