import { Button, Kbd, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { useAct, useGet, usePeople } from "../api/queries.ts";
import type { IncomingView } from "../api/types.ts";
import { useKeys, type Key } from "../frame/keys.tsx";
import { useMay, useToday } from "../frame/session.ts";
import { DocumentFrame, FileTabs, Side } from "../ui/DocumentFrame.tsx";
import { DueMark, UrgencyMark } from "../ui/marks.tsx";
import { tell, warnOf } from "../ui/notice.tsx";
import { Failed, Loading, PageHead } from "../ui/page.tsx";
import { Prints } from "../ui/Prints.tsx";
import { People } from "../ui/People.tsx";
import { useKindNames } from "../ui/pickers.tsx";
import { isDecided } from "../ui/Shares.tsx";
import { Story } from "../ui/Story.tsx";
import { WhyDeadline } from "../ui/WorkingDays.tsx";
import { date, weekday } from "../words/format.ts";
import { words } from "../words/words.ts";
import { CopiesSide } from "../copies/CopiesSide.tsx";
import { DossierSide } from "../work_dossiers/DossierSide.tsx";
import { CorrectBox, Corrections } from "./CorrectBox.tsx";
import { FinishBox, ForwardBox, ProgressBox, SubmitBox } from "./ActBoxes.tsx";
import { AnswerExtensionBox, ExtendBox, ReopenBox, TakeBackBox, UrgeBox } from "./HandBoxes.tsx";
import { InstructionBox } from "./InstructionBox.tsx";
import { SendBackBox } from "./SendBackBox.tsx";

type Box = "instruct" | "reassign" | "enter" | "submit" | "progress" | "forward" | "finish" | "return" | "take_back" | "reopen" | "urge" | "extend" | "answer" | "correct";

interface Act {
    key: string;
    words: string;
    main?: boolean;
    minor?: boolean; // under «Việc khác»
    run: () => void;
    busy?: boolean;
}

export function IncomingDocument() {
    const id = useParams()["id"] ?? "";
    const { data: view, error, refetch } = useGet("/api/incoming/{id}", { id }, { staleTime: 0 });
    if (error && !view) return <Failed problem={error} retry={() => void refetch()} />;
    if (!view) return <Loading />;
    return <Document key={id} view={view} />;
}

function Document({ view }: { view: IncomingView }) {
    const document = view;
    const today = useToday();
    const [box, setBox] = useState<Box>();
    const acts = useActs(view, setBox);
    useKeys(acts.map(({ key, words: text, run }): Key => ({ key, words: text, run })));
    const kinds = useKindNames();

    const tabs = useMemo(() => {
        const main = view.files.filter((file) => file.main);
        const appendices = view.files.filter((file) => !file.main);
        const tab = (value: string, label: string, content: ReactNode) => ({ value, label, content });
        return [
            tab("document", words.incoming.tabs.document, <FileTabs files={main} />),
            ...(view.written.length > 0 ? [tab("written", words.hands.written, <FileTabs files={view.written} />)] : []),
            ...(appendices.length > 0 ? [tab("appendices", `${words.incoming.tabs.appendices} (${appendices.length})`, <FileTabs files={appendices} />)] : []),
        ];
    }, [view.files, view.written]);
    const minor = acts.filter((act) => act.minor);
    const buttons = acts
        .filter((act) => !act.minor)
        .map((act) => (
        <Button key={act.key} variant={act.main ? "filled" : "default"} onClick={act.run} loading={act.busy} rightSection={<Kbd size="xs" className="off-phone">{act.key}</Kbd>}>
            {act.words}
        </Button>
    ));
    if (minor.length > 0)
        buttons.push(
            <Menu key="more" position="bottom-end" withinPortal>
                <Menu.Target>
                    <Button variant="default" leftSection={<IconDots size={16} aria-hidden />}>
                        {words.hands.more}
                    </Button>
                </Menu.Target>
                <Menu.Dropdown>
                    {minor.map((act) => (
                        <Menu.Item key={act.key} onClick={act.run} rightSection={<Kbd size="xs" className="off-phone">{act.key}</Kbd>}>
                            {act.words}
                        </Menu.Item>
                    ))}
                </Menu.Dropdown>
            </Menu>,
        );
    const consent = acts.some(({ key, main }) => key === "a" && main) && view.acts.includes("assign") && <Consent view={view} />;
    const close = () => setBox(undefined);
    return (
        <>
            <DocumentFrame tabs={tabs} acts={
                    buttons.length > 0 && (
                        <>
                            {consent}
                            {buttons}
                        </>
                    )
                }
                over={(box === "instruct" || box === "reassign" || box === "enter") && <InstructionBox key={box} view={view} mode={box} onClose={close} />}
            >
                <div className="document-head">
                    <UrgencyMark urgency={document.urgency} />
                    <strong>{document.origin_number}</strong>
                    <span>
                        {document.issuer} · {date(document.issued_on)}
                    </span>
                </div>
                <PageHead title={document.subject} />
                <State view={view} />
                {buttons.length > 0 && <div className="document-acts">{buttons}</div>}
                {view.proposal && <Proposal view={view} />}
                <Side title={words.incoming.people}>
                    <People assignments={view.assignments} />
                </Side>
                {document.due_on && (
                    <Side title={words.incoming.deadline}>
                        <DueMark due={document.due_on} days={view.days_left} done={document.state === "done"} today={today} whole />{" "}
                        {typeof view.days_left === "number" && view.days_left !== 0 && <WhyDeadline from={today} due={document.due_on} />}
                        {document.due_by !== document.due_on && <p className="soft numbers">{words.date.rest(date(document.due_on), words.date.rest_day, `${weekday(document.due_by ?? "")} ${date(document.due_by)}`)}</p>}
                        {document.due_days > 0 && <p className="soft numbers">{words.date.term(document.due_days, date(document.due_from))}</p>}
                        {view.extension && (
                            <p className="meaning-today">
                                {words.hands.extension_asks(view.extension.asked_by_name, date(view.extension.wanted_on))}: <q>{view.extension.reason}</q>
                            </p>
                        )}
                    </Side>
                )}
                {document.reply && (
                    <Side title={words.incoming.links}>
                        {words.incoming.answered_by} <Link to={`/outgoing/${document.reply}`}>{view.reply_symbol || words.frame.outgoing}</Link>
                    </Side>
                )}
                {document.state !== "arrived" && document.state !== "returned" && <DossierSide kind="incoming" record={document.id} />}
                <CopiesSide kind="incoming" record={document.id} had={document.received_as} copied={document.arrival_number > 0 && !["returned", "cancelled"].includes(document.state)} />
                <Side title={view.book_name || words.fields.book}>
                    <dl className="facts">
                        {document.arrival_number > 0 && (
                            <>
                                <dt>{words.fields.arrival_number}</dt>
                                <dd className="numbers">
                                    {document.arrival_number}/{document.year}
                                </dd>
                            </>
                        )}
                        <dt>{words.incoming.facts.arrived}</dt>
                        <dd className="numbers">
                            {date(document.arrived_on)} · {words.way[document.way]}
                        </dd>
                        <dt>{words.fields.kind}</dt>
                        <dd>{kinds.get(document.kind) ?? document.kind}</dd>
                        {document.received_as !== "original" && (
                            <>
                                <dt>{words.fields.received_as}</dt>
                                <dd>{words.received_as[document.received_as]}</dd>
                            </>
                        )}
                        {document.signer_name && (
                            <>
                                <dt>{words.fields.signer_name}</dt>
                                <dd>{[document.signer_name, document.signer_position].filter(Boolean).join(", ")}</dd>
                            </>
                        )}
                        {document.note && (
                            <>
                                <dt>{words.fields.note}</dt>
                                <dd>{document.note}</dd>
                            </>
                        )}
                    </dl>
                </Side>
                {document.arrival_number > 0 && (
                    <Prints
                        links={[
                            { href: `/api/incoming/${document.id}/slip`, words: words.prints.slip },
                            ...(view.files.some((file) => file.main) ? [{ href: `/api/incoming/${document.id}/print-copy`, words: words.prints.stamped }] : []),
                        ]}
                    />
                )}
                <Corrections view={view} />
                <Side title={words.incoming.story}>
                    <Story story={view.story} notes={view.notes} />
                </Side>
            </DocumentFrame>
            {box === "submit" && <SubmitBox view={view} onClose={close} />}
            {box === "progress" && <ProgressBox view={view} onClose={close} />}
            {box === "forward" && <ForwardBox view={view} onClose={close} />}
            {box === "finish" && <FinishBox view={view} onClose={close} />}
            {box === "correct" && <CorrectBox view={view} onClose={close} />}
            {box === "take_back" && <TakeBackBox view={view} onClose={close} />}
            {box === "reopen" && <ReopenBox view={view} onClose={close} />}
            {box === "urge" && <UrgeBox view={view} onClose={close} />}
            {box === "extend" && <ExtendBox view={view} onClose={close} />}
            {box === "answer" && <AnswerExtensionBox view={view} onClose={close} />}
            {box === "return" && <SendBackBox id={document.id} onClose={close} onDone={close} />}
        </>
    );
}

// «Văn phòng - Thống kê đang xử lý, còn 6 ngày làm việc».
function State({ view }: { view: IncomingView }) {
    const document = view;
    const today = useToday();
    const who = document.state === "submitted" ? view.submitted_to_name : view.lead_name;
    const done = document.state === "done";
    return (
        <p className="document-state">
            <span className={done ? "meaning-done" : undefined}>
                {words.incoming.sentence[document.state](who)}
                {done && document.result !== "none" && `: ${words.result[document.result].toLowerCase()}`}
            </span>
            {!done && document.due_on && typeof view.days_left === "number" && (
                <>
                    , <DueMark due={document.due_on} days={view.days_left} today={today} />
                </>
            )}
        </p>
    );
}

// What one consents to, beside the button: on a phone the proposal itself is out of sight.
function Consent({ view: { proposal, due_on } }: { view: IncomingView }) {
    const people = usePeople();
    if (!proposal) return null;
    const nameOf = (id: string | undefined) => people.find((one) => one.id === id)?.full_name ?? "";
    const lead = nameOf(proposal.shares.find(({ part }) => part === "lead")?.person);
    const text = lead ? words.hands.consent(lead, date(proposal.due_on ?? due_on)) : words.hands.only_inform(proposal.shares.map(({ person }) => nameOf(person)).join(", "));
    return <p className="document-consent numbers">{text}</p>;
}

function Proposal({ view: { proposal, story } }: { view: IncomingView }) {
    const people = usePeople();
    if (!proposal) return null;
    const by = story.find(({ action }) => action === "incoming.submitted")?.person_name ?? "";
    return (
        <div className="proposal">
            <span className="soft">{words.incoming.proposed_by(by)}</span>
            {proposal.text && <p>{proposal.text}</p>}
            <ul className="facts-list">
                {proposal.shares.map(({ person, part, due_on }) => (
                    <li key={person}>
                        <span className="soft">{words.part[part]}:</span> {people.find(({ id }) => id === person)?.full_name} {due_on && <span className="soft numbers">({date(due_on)})</span>}
                    </li>
                ))}
                {proposal.due_on && (
                    <li className="numbers">
                        <span className="soft">{words.fields.due_on}:</span> {date(proposal.due_on)}
                    </li>
                )}
            </ul>
        </div>
    );
}

// What this person may do now, the one main act first, each with its letter.
function useActs(view: IncomingView, open: (box: Box) => void): Act[] {
    const document = view;
    const navigate = useNavigate();
    const may = useMay();
    const agree = useAct("/api/incoming/{id}/assign", () => tell(words.incoming.done_act.assign));
    const accept = useAct("/api/incoming/{id}/progress", () => tell(words.incoming.done_act.accept));
    const failed = agree.error ?? accept.error;
    useEffect(() => {
        if (failed) warnOf(failed);
    }, [failed]);

    const has = (act: string) => view.acts.includes(act);
    const acts: Act[] = [];
    if (document.state === "arrived" && may("register_incoming"))
        acts.push({ key: "v", words: words.incoming.register_new, main: true, run: () => void navigate(`/incoming/register/${document.id}`) });
    if (has("assign")) {
        const proposed = view.proposal ? isDecided(view.proposal.shares) : false;
        if (proposed)
            acts.push({
                key: "a",
                words: words.incoming.agree,
                main: true,
                busy: agree.isPending,
                run: () => !agree.isPending && agree.mutate({ id: document.id, version: document.version, accept_proposal: true }),
            });
        acts.push({ key: "i", words: proposed ? words.incoming.own_instruction : words.incoming.instruction, main: !proposed, run: () => open("instruct") });
    }
    if (has("answer_extension")) acts.push({ key: "h", words: words.hands.answer, main: true, run: () => open("answer") });
    if (has("submit")) acts.push({ key: "s", words: words.incoming.submit, main: true, run: () => open("submit") });
    if (has("accept"))
        acts.push({
            key: "a",
            words: words.incoming.accept,
            main: true,
            busy: accept.isPending,
            run: () => !accept.isPending && accept.mutate({ id: document.id, text: "", done: false }),
        });
    if (has("finish") && may("draft_outgoing"))
        acts.push({ key: "r", words: words.incoming.draft_reply, main: !has("accept"), run: () => void navigate(`/outgoing/new?reply_to=${document.id}`) });
    if (has("progress")) acts.push({ key: "p", words: words.incoming.progress, run: () => open("progress") });
    if (has("forward")) acts.push({ key: "f", words: words.incoming.forward, run: () => open("forward") });
    if (has("finish")) acts.push({ key: "k", words: words.incoming.finish, run: () => open("finish") });
    if (document.arrival_number > 0 && may("register_incoming")) acts.push({ key: "e", words: words.correction.title, run: () => open("correct") });
    if (has("return")) acts.push({ key: "x", words: words.incoming.send_back, run: () => open("return") });
    if (has("enter")) acts.push({ key: "b", words: words.hands.enter, minor: true, run: () => open("enter") });
    if (has("extend")) acts.push({ key: "h", words: words.hands.extend, minor: true, run: () => open("extend") });
    if (has("reassign")) acts.push({ key: "g", words: words.hands.reassign, minor: true, run: () => open("reassign") });
    if (has("urge")) acts.push({ key: "u", words: words.hands.urge, minor: true, run: () => open("urge") });
    if (has("take_back")) acts.push({ key: "t", words: words.hands.take_back, minor: true, run: () => open("take_back") });
    if (has("reopen")) acts.push({ key: "o", words: words.hands.reopen, minor: true, run: () => open("reopen") });
    return acts;
}
