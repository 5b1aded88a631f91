import { Button, Kbd, Menu } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconDownload, IconPaperclip, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { fileUrl } from "../api/client.ts";
import { useAct, useGet } from "../api/queries.ts";
import type { DossierContent, WorkDossierView } from "../api/types.ts";
import { useKeys, type Key } from "../frame/keys.tsx";
import { useToday } from "../frame/session.ts";
import { Side } from "../ui/DocumentFrame.tsx";
import { tell, warnOf } from "../ui/notice.tsx";
import { Failed, Loading, PageHead } from "../ui/page.tsx";
import { Story } from "../ui/Story.tsx";
import { date, moment } from "../words/format.ts";
import { words } from "../words/words.ts";
import { AccessBox, ChangeBox, CloseBox, FileBox, ReopenBox, ReviewBox } from "./ActBoxes.tsx";
import { DossierMark } from "./DossierMark.tsx";
import "../ui/document.css";
import "./dossiers.css";

type Box = "put" | "change" | "access" | "close" | "reopen" | "review";
const order: { act: Box; key: string }[] = [
    { act: "review", key: "k" },
    { act: "put", key: "t" },
    { act: "close", key: "x" },
    { act: "change", key: "e" },
    { act: "access", key: "q" },
    { act: "reopen", key: "m" },
];

export function Dossier() {
    const id = useParams()["id"] ?? "";
    const { data, error, refetch } = useGet("/api/work-dossiers/{id}", { id }, { staleTime: 0 });
    if (error && !data) return <Failed problem={error} retry={() => void refetch()} />;
    if (!data) return <Loading />;
    return <Page key={id} dossier={data} />;
}

function Page({ dossier }: { dossier: WorkDossierView }) {
    const today = useToday();
    const [box, setBox] = useState<Box>();
    const close = () => setBox(undefined);
    const w = words.dossiers;
    const allowed = order.filter(({ act }) => dossier.acts.includes(act));
    const ready = dossier.state === "open" && !dossier.findings.some((finding) => finding.blocks);
    const main = allowed.find(({ act }) => act === "review" || (act === "close" ? ready : act === "put"))?.act;
    useKeys(allowed.map(({ act, key }): Key => ({ key, words: w.act[act], run: () => setBox(act) })));
    const take = useAct("/api/work-dossiers/{id}/remove", () => tell(w.taken_out));
    const takeOut = (content: DossierContent) => take.mutate({ id: dossier.id, content: content.id }, { onError: (problem) => warnOf(problem) });
    return (
        <>
            <PageHead title={dossier.title} />
            <div className="dossier">
                <section className="dossier-main">
                    <div className="row dossier-state">
                        <strong className="numbers">{dossier.symbol}</strong>
                        <span className="soft">{w.sentence[dossier.state](dossier.creator_name)}</span>
                        <DossierMark dossier={dossier} today={today} />
                    </div>
                    <div className="document-acts no-print">
                        {allowed.map(({ act, key }) => (
                            <Button
                                key={act}
                                variant={act === main ? "filled" : "default"}
                                onClick={() => setBox(act)}
                                rightSection={
                                    <Kbd size="xs" className="off-phone">
                                        {key}
                                    </Kbd>
                                }
                            >
                                {w.act[act]}
                            </Button>
                        ))}
                        <Prints id={dossier.id} />
                    </div>
                    <h2 className="dossier-contents">
                        {w.contents} <span className="soft numbers">{dossier.contents.length}</span>
                    </h2>
                    {dossier.contents.length === 0 ? <p className="soft">{w.contents_empty}</p> : <Contents dossier={dossier} onTakeOut={dossier.acts.includes("put") ? takeOut : undefined} />}
                </section>
                <aside className="dossier-side">
                    {dossier.state === "open" && dossier.acts.includes("close") && <Check dossier={dossier} />}
                    <Side title={w.facts.code}>
                        <Facts dossier={dossier} />
                    </Side>
                    <Side title={w.readers}>
                        {dossier.readers.length === 0 && <p className="soft">{w.readers_none}</p>}
                        <ul>
                            {dossier.readers.map((reader) => (
                                <li key={reader.person}>
                                    {reader.person_name} <span className="soft">· {w.reader[reader.part]}</span>
                                </li>
                            ))}
                        </ul>
                    </Side>
                    <Side title={w.story}>
                        <Story story={dossier.story} notes={[]} />
                    </Side>
                </aside>
            </div>
            {box === "put" && <FileBox dossier={dossier} onClose={close} />}
            {box === "change" && <ChangeBox dossier={dossier} onClose={close} />}
            {box === "access" && <AccessBox dossier={dossier} onClose={close} />}
            {box === "close" && <CloseBox dossier={dossier} onClose={close} />}
            {box === "reopen" && <ReopenBox dossier={dossier} onClose={close} />}
            {box === "review" && <ReviewBox dossier={dossier} onClose={close} />}
        </>
    );
}

function Contents({ dossier, onTakeOut }: { dossier: WorkDossierView; onTakeOut?: ((content: DossierContent) => void) | undefined }) {
    const today = useToday();
    return (
        <ol className="contents">
            {dossier.contents.map((content) => (
                <li key={content.id}>
                    <span className="contents-number numbers">{content.ordinal}</span>
                    <div>
                        {content.visible ? <What content={content} /> : <span className="soft">{words.dossiers.hidden}</span>}
                        <div className="soft contents-from">
                            {[content.author, content.page_count > 0 && words.dossiers.pages(content.page_count), words.dossiers.added(content.added_by_name, moment(content.added_at, today))]
                                .filter(Boolean)
                                .join(" · ")}
                        </div>
                    </div>
                    {onTakeOut && (
                        <button type="button" className="contents-out no-print" onClick={() => onTakeOut(content)} title={words.dossiers.take_out} aria-label={words.dossiers.take_out_of(content.number || content.subject || String(content.ordinal))}>
                            <IconX size={16} aria-hidden />
                        </button>
                    )}
                </li>
            ))}
        </ol>
    );
}

function What({ content }: { content: DossierContent }) {
    const file = content.files[0];
    const text = (
        <>
            {content.number && <strong className="numbers">{content.number} </strong>}
            {[content.type_name, content.subject].filter(Boolean).join(": ")}
        </>
    );
    return (
        <>
            {content.kind !== "file" ? (
                <Link to={`/${content.kind}/${content.record}`}>{text}</Link>
            ) : file ? (
                <a href={fileUrl(file.id, file.name)} target="_blank" rel="noopener">
                    <IconPaperclip size={14} aria-hidden /> {text}
                </a>
            ) : (
                <span>{text}</span>
            )}
            <span className="soft numbers"> {date(content.issued_on)}</span>
        </>
    );
}

function Check({ dossier }: { dossier: WorkDossierView }) {
    const w = words.dossiers;
    return (
        <Side title={w.check}>
            {dossier.findings.length === 0 ? (
                <p className="sign meaning-done">
                    <IconCheck size={14} aria-hidden /> {w.ready}
                </p>
            ) : (
                <ul>
                    {dossier.findings.map((finding) => (
                        <li key={finding.code + finding.ordinal} className={finding.blocks ? "meaning-overdue" : "soft"}>
                            {finding.blocks && <IconAlertTriangle size={14} aria-hidden />} {w.finding_of(finding.ordinal, w.finding[finding.code] ?? finding.code)}
                        </li>
                    ))}
                </ul>
            )}
        </Side>
    );
}

function Facts({ dossier }: { dossier: WorkDossierView }) {
    const w = words.dossiers;
    const archive = dossier.reviewed_at ? w.reviewed : dossier.archive_due_on ? w.archive_due(date(dossier.archive_due_on)) : dossier.state === "closed" ? w.archive_none : "";
    const facts: [string, string][] = [
        [w.facts.code, [dossier.organ_code, dossier.year, dossier.symbol].filter(Boolean).join(".")],
        [w.facts.retention, w.retention(dossier.retention)],
        [w.facts.creator, dossier.creator_name],
        [w.facts.time, `${date(dossier.starts_on)} – ${date(dossier.ends_on) || w.until_now}`],
        [w.facts.pages, dossier.page_count > 0 ? String(dossier.page_count) : ""],
        [w.facts.rights, dossier.rights],
        [w.facts.language, dossier.language],
        [w.facts.archive, archive],
        [w.facts.note, dossier.note],
    ];
    return (
        <dl className="facts">
            {facts
                .filter(([, value]) => value !== "")
                .map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}
        </dl>
    );
}

function Prints({ id }: { id: string }) {
    const w = words.dossiers;
    const item = (path: string, label: string) => (
        <Menu.Item component="a" href={`/api/work-dossiers/${id}/${path}`} target="_blank" rel="noopener">
            {label}
        </Menu.Item>
    );
    return (
        <Menu position="bottom-start">
            <Menu.Target>
                <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
                    {w.prints}
                </Button>
            </Menu.Target>
            <Menu.Dropdown>
                {item("contents", w.print_contents)}
                {item("pdf", w.export_pdf)}
                {item("xml", w.export_xml)}
                {item("zip", w.export_zip)}
            </Menu.Dropdown>
        </Menu>
    );
}
