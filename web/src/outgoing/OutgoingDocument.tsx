import { Button, Kbd } from "@mantine/core";
import { IconCheck, IconClock } from "@tabler/icons-react";
import { useMemo, useState, type ReactNode } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { fileUrl } from "../api/client.ts";
import { useAct, useGet } from "../api/queries.ts";
import type { OutgoingView, Version } from "../api/types.ts";
import { useKeys, type Key } from "../frame/keys.tsx";
import { useToday } from "../frame/session.ts";
import { Paper } from "../paper/Paper.tsx";
import { DocumentFrame, FileTabs, Side } from "../ui/DocumentFrame.tsx";
import { UrgencyMark } from "../ui/marks.tsx";
import { tell } from "../ui/notice.tsx";
import { Prints } from "../ui/Prints.tsx";
import { Failed, FormProblem, Loading, PageHead } from "../ui/page.tsx";
import { Story } from "../ui/Story.tsx";
import { date, moment } from "../words/format.ts";
import { words } from "../words/words.ts";
import { CopiesSide } from "../copies/CopiesSide.tsx";
import { Board } from "../delivery/Board.tsx";
import { HandOutBox } from "../delivery/HandOutBox.tsx";
import { ApproveBox, IssueBox, NumberBox, SubmitDraftBox, VersionBox } from "./ActBoxes.tsx";
import { CommentBox, RecallBox, SupersedeBox, TakeBackBox } from "./WayBackBoxes.tsx";
import { KeptCopySide } from "../kept_copies/KeptCopySide.tsx";
import { DossierSide } from "../work_dossiers/DossierSide.tsx";
import "./outgoing.css";

type Box = "version" | "comment" | "submit" | "approve" | "request_revision" | "number" | "void" | "withdraw" | "discard" | "issue" | "hand_out" | "recall" | "replace" | "correct";

interface Act {
    act: string;
    key: string;
    words: string;
    main?: boolean;
}

// In the order of the work; the first one of these that is allowed is the main act.
const order: Act[] = [
    { act: "approve", key: "d", words: words.outgoing.approve, main: true },
    { act: "number", key: "c", words: words.outgoing.number, main: true },
    { act: "issue", key: "h", words: words.outgoing.issue, main: true },
    { act: "hand_out", key: "p", words: words.delivery.hand_out, main: true },
    { act: "submit", key: "s", words: words.outgoing.submit, main: true },
    { act: "request_revision", key: "y", words: words.outgoing.request_revision },
    { act: "edit", key: "e", words: words.outgoing.edit },
    { act: "version", key: "v", words: words.outgoing.upload_version },
    { act: "comment", key: "g", words: words.outgoing.comment },
    { act: "withdraw", key: "r", words: words.outgoing.withdraw },
    { act: "void", key: "u", words: words.outgoing.void },
    { act: "discard", key: "x", words: words.outgoing.discard },
    { act: "remind", key: "n", words: words.delivery.remind },
    { act: "recall", key: "t", words: words.outgoing.recall },
    { act: "replace", key: "w", words: words.outgoing.replace },
    { act: "correct", key: "q", words: words.outgoing.correct },
];

export function OutgoingDocument() {
    const id = useParams()["id"] ?? "";
    const { data: view, error, refetch } = useGet("/api/outgoing/{id}", { id }, { staleTime: 0 });
    if (error && !view) return <Failed problem={error} retry={() => void refetch()} />;
    if (!view) return <Loading />;
    return <Document key={id} view={view} />;
}

function Document({ view }: { view: OutgoingView }) {
    const document = view;
    const today = useToday();
    const navigate = useNavigate();
    const [box, setBox] = useState<Box>();
    const [chosen, setChosen] = useState<number>();
    const version = view.versions.find(({ number }) => number === chosen) ?? view.versions[0];
    const allowed = order.filter(({ act }) => view.acts.includes(act));
    const main = allowed.find((each) => each.main);
    const remind = useAct("/api/outgoing/{id}/remind", () => tell(words.delivery.reminded_done));
    const run = (act: string) => {
        if (act === "edit") return void navigate(`/outgoing/${document.id}/edit`);
        if (act === "remind") return remind.isPending ? undefined : remind.mutate({ id: document.id });
        return setBox(act as Box);
    };
    useKeys(allowed.map(({ act, key, words: text }): Key => ({ key, words: text, run: () => run(act) })));

    const paper = view.issued_file && chosen === undefined ? view.issued_file : version?.file;
    const tabs = useMemo(() => {
        const tab = (value: string, label: string, content: ReactNode) => ({ value, label, content });
        return [
            tab("document", words.outgoing.tabs.document, paper ? <Paper file={paper} /> : <FileTabs files={[]} />),
            ...(view.appendices.length > 0 ? [tab("appendices", `${words.outgoing.tabs.appendices} (${view.appendices.length})`, <FileTabs files={view.appendices} />)] : []),
        ];
    }, [paper, view.appendices]);
    const buttons = allowed.map(({ act, key, words: text }) => (
        <Button
            key={act}
            variant={act === main?.act ? "filled" : "default"}
            color={["recall", "discard", "void"].includes(act) ? "red" : undefined}
            onClick={() => run(act)}
            rightSection={
                <Kbd size="xs" className="off-phone">
                    {key}
                </Kbd>
            }
        >
            {act === "approve" && document.state === "submitted" ? words.outgoing.approve_and_sign : text}
        </Button>
    ));
    const close = () => setBox(undefined);
    return (
        <>
            <DocumentFrame tabs={tabs} acts={buttons.length > 0 && buttons}>
                <div className="document-head">
                    <UrgencyMark urgency={document.urgency} />
                    <strong>{document.number > 0 ? document.symbol : words.outgoing.number_missing}</strong>
                    <span>
                        {view.kind_name}
                        {document.issued_on && ` · ${date(document.issued_on)}`}
                    </span>
                </div>
                <PageHead title={document.subject} />
                <p className="document-state">
                    <span className={document.state === "issued" ? "meaning-done" : undefined}>
                        {words.outgoing.sentence[document.state](view.drafter_name, document.signer_name || words.fields.signer.toLowerCase())}
                    </span>
                </p>
                {buttons.length > 0 && <div className="document-acts">{buttons}</div>}
                <FormProblem problem={remind.error} />
                {document.paper_kept && <p className="notice">{words.outgoing.paper_kept_told}</p>}
                {view.superseded_by_symbol && <p className="notice today">{words.outgoing.superseded_by(view.superseded_by_symbol)}</p>}
                {document.reply_to && (
                    <Side title={words.outgoing.reply_to}>
                        <Link to={`/incoming/${document.reply_to}`}>{view.reply_to_symbol}</Link> {view.reply_to_subject}
                    </Side>
                )}
                <DossierSide kind="outgoing" record={document.id} />
                <CopiesSide kind="outgoing" record={document.id} body={document.body} copied={["issued", "corrected", "replaced"].includes(document.state)} />
                {["issued", "recalled", "replaced", "corrected"].includes(document.state) && <KeptCopySide document={document} />}
                <Side title={words.outgoing.tabs.versions}>
                    <ul className="versions">
                        {view.issued_file && (
                            <li>
                                <button type="button" aria-pressed={chosen === undefined} onClick={() => setChosen(undefined)}>
                                    <strong>{words.outgoing.issued_file}</strong>
                                </button>
                                <a href={fileUrl(view.issued_file.id, view.issued_file.name, true)}>{words.verbs.download}</a>
                            </li>
                        )}
                        {view.versions.map((each) => (
                            <VersionLine key={each.number} version={each} today={today} pressed={each.file.id === paper?.id && (chosen !== undefined || !view.issued_file)} onOpen={() => setChosen(each.number)} />
                        ))}
                    </ul>
                    {view.versions.length > 1 && <Link to={`/outgoing/${document.id}/compare`}>{words.outgoing.compare.act}</Link>}
                </Side>
                <Prints
                    links={[
                        ...(paper ? [{ href: `/api/outgoing/${document.id}/print-copy`, words: words.prints.copy }] : []),
                        ...(view.acts.includes("hand_out") ? [{ href: `/api/outgoing/${document.id}/hand-out-slips`, words: words.delivery.slips }] : []),
                    ]}
                />
                {view.checks.length > 0 && (
                    <Side title={words.outgoing.checks}>
                        <ul>
                            {view.checks.map((check) => (
                                <li key={check.kind} className="row tight">
                                    {words.check[check.kind]}: {check.person_name}
                                    <span className={`sign ${check.done_at ? "meaning-done" : "soft"}`}>
                                        {check.done_at ? <IconCheck size={14} aria-hidden /> : <IconClock size={14} aria-hidden />}
                                        {check.done_at ? moment(check.done_at, today) : words.outgoing.check_waits}
                                    </span>
                                </li>
                            ))}
                        </ul>
                    </Side>
                )}
                {view.commenters.length > 0 && (
                    <Side title={words.outgoing.commenters}>
                        <ul>
                            {view.commenters.map((each) => (
                                <li key={each.person} className="row tight">
                                    {each.person_name}
                                    <span className={`sign ${each.answered_at ? "meaning-done" : "soft"}`}>
                                        {each.answered_at ? <IconCheck size={14} aria-hidden /> : <IconClock size={14} aria-hidden />}
                                        {!each.answered_at
                                            ? words.outgoing.check_waits
                                            : each.no_opinion
                                              ? words.outgoing.no_opinion_at(moment(each.answered_at, today))
                                              : words.outgoing.commented(moment(each.answered_at, today))}
                                    </span>
                                </li>
                            ))}
                        </ul>
                    </Side>
                )}
                <Board view={view} out={document.dispatched_at > 0} />
                <Side title={words.fields.body}>
                    <dl className="facts">
                        <dt>{words.fields.body}</dt>
                        <dd>{view.body_name}</dd>
                        <dt>{words.fields.drafter}</dt>
                        <dd>{[view.drafter_name, view.unit_name].filter(Boolean).join(", ")}</dd>
                        {document.signer_name && (
                            <>
                                <dt>{words.fields.signer}</dt>
                                <dd>
                                    {document.signing_lines.split("\n").map((line) => (
                                        <div key={line} className="soft">
                                            {line}
                                        </div>
                                    ))}
                                    {document.signer_name}
                                </dd>
                            </>
                        )}
                    </dl>
                </Side>
                <Side title={words.outgoing.story}>
                    <Story story={view.story} notes={view.comments} />
                </Side>
            </DocumentFrame>
            {box === "submit" && <SubmitDraftBox view={view} onClose={close} />}
            {box === "approve" && <ApproveBox view={view} onClose={close} />}
            {box === "comment" && <CommentBox view={view} revise={false} onClose={close} />}
            {box === "request_revision" && <CommentBox view={view} revise onClose={close} />}
            {box === "version" && <VersionBox view={view} onClose={close} />}
            {box === "number" && <NumberBox view={view} onClose={close} />}
            {box === "issue" && <IssueBox view={view} onClose={close} />}
            {box === "hand_out" && <HandOutBox kind="outgoing" id={document.id} symbol={document.symbol} deliveries={view.deliveries} onClose={close} />}
            {(box === "withdraw" || box === "discard" || box === "void") && <TakeBackBox view={view} way={box} onClose={close} />}
            {box === "recall" && <RecallBox view={view} onClose={close} />}
            {(box === "replace" || box === "correct") && <SupersedeBox view={view} how={box} onClose={close} />}
        </>
    );
}

function VersionLine({ version, today, pressed, onOpen }: { version: Version; today: string; pressed: boolean; onOpen: () => void }) {
    return (
        <li>
            <button type="button" aria-pressed={pressed} onClick={onOpen}>
                <strong>{words.outgoing.version(version.number)}</strong> {words.outgoing.version_by(version.person_name, moment(version.at, today))}
                <span className="soft version-why">
                    {[version.generated ? words.outgoing.generated : version.reason, version.made_from > 0 && words.outgoing.made_from(version.made_from)].filter(Boolean).join("; ")}
                </span>
            </button>
            <a href={fileUrl(version.file.id, version.file.name, true)}>{words.verbs.download}</a>
        </li>
    );
}
