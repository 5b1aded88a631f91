import { Button, Kbd } from "@mantine/core";
import { useMemo, useState } from "react";
import { Link, useParams } from "react-router";
import { fileUrl } from "../api/client.ts";
import { useAct, useGet } from "../api/queries.ts";
import type { CopyView } from "../api/types.ts";
import { Board } from "../delivery/Board.tsx";
import { HandOutBox } from "../delivery/HandOutBox.tsx";
import { useKeys, type Key } from "../frame/keys.tsx";
import { Paper, PdfAt } from "../paper/Paper.tsx";
import { DocumentFrame, FileTabs, Side } from "../ui/DocumentFrame.tsx";
import { tell } from "../ui/notice.tsx";
import { Failed, FormProblem, Loading, PageHead } from "../ui/page.tsx";
import { Prints } from "../ui/Prints.tsx";
import { Story } from "../ui/Story.tsx";
import { date } from "../words/format.ts";
import { words } from "../words/words.ts";
import { IssueCopyBox, VoidCopyBox } from "./CopyBoxes.tsx";
import { CopyStateMark } from "./CopyStateMark.tsx";

const text = words.copies;

type Box = "issue" | "void" | "hand_out";

export function CopyDocument() {
    const id = useParams()["id"] ?? "";
    const { data: view, error, refetch } = useGet("/api/copies/{id}", { id }, { staleTime: 0 });
    if (error && !view) return <Failed problem={error} retry={() => void refetch()} />;
    if (!view) return <Loading />;
    return <Document key={id} view={view} />;
}

function Document({ view }: { view: CopyView }) {
    const [box, setBox] = useState<Box>();
    const print = view.acts.includes("print") ? `/api/copies/${view.id}/print` : undefined;
    const acts = [
        { act: "issue" as const, key: "h", words: text.issue },
        { act: "hand_out" as const, key: "p", words: words.delivery.hand_out },
        { act: "remind" as const, key: "n", words: words.delivery.remind },
        { act: "void" as const, key: "u", words: text.void },
    ].filter(({ act }) => view.acts.includes(act));
    const remind = useAct("/api/copies/{id}/remind", () => tell(words.delivery.reminded_done));
    const run = (act: Box | "remind") => {
        if (act !== "remind") return setBox(act);
        if (!remind.isPending) remind.mutate({ id: view.id });
    };
    useKeys(acts.map(({ act, key, words: name }): Key => ({ key, words: name, run: () => run(act) })));
    const tabs = useMemo(
        () => [{ value: "paper", label: text.paper, content: view.scan ? <Paper file={view.scan} /> : print ? <PdfAt url={print} download={print} /> : <FileTabs files={[]} /> }],
        [view.scan, print],
    );
    const buttons = acts.map(({ act, key, words: name }) => (
        <Button
            key={act}
            variant={act === "issue" || act === "hand_out" ? "filled" : "default"}
            color={act === "void" ? "red" : undefined}
            onClick={() => run(act)}
            rightSection={
                <Kbd size="xs" className="off-phone">
                    {key}
                </Kbd>
            }
        >
            {name}
        </Button>
    ));
    const close = () => setBox(undefined);
    return (
        <>
            <DocumentFrame tabs={tabs} acts={buttons.length > 0 && buttons}>
                <div className="document-head">
                    <strong>{view.symbol}</strong>
                    <span>
                        {text.form[view.form]} · {date(view.copied_on)}
                    </span>
                </div>
                <PageHead title={`${view.source_name}${view.subject && `: ${view.subject}`}`} />
                <p className="document-state">
                    <CopyStateMark state={view.state} />
                </p>
                {view.state === "made" && view.acts.length > 0 && <p className="soft">{text.made_hint}</p>}
                {buttons.length > 0 && <div className="document-acts">{buttons}</div>}
                <FormProblem problem={remind.error} />
                {view.void_reason && <p className="notice today">{text.voided(view.void_reason)}</p>}
                {view.left_out.length > 0 && <p className="notice">{text.left_out(view.left_out.join(", "))}</p>}
                <Side title={text.source}>
                    {view.sees_source ? <Link to={`/${view.source_kind}/${view.source}`}>{view.source_name}</Link> : view.source_name}
                    {view.part && <p>{text.part_of(view.part)}</p>}
                    {view.first_page > 0 && <p className="soft numbers">{text.pages_of(view.first_page, view.last_page)}</p>}
                </Side>
                <Board view={view} out={view.state === "issued"} none={text.no_recipients} />
                <Prints
                    links={[
                        ...(print ? [{ href: print, words: text.print }] : []),
                        ...(view.acts.includes("hand_out") ? [{ href: `/api/copies/${view.id}/hand-out-slips`, words: words.delivery.slips }] : []),
                    ]}
                />
                {view.scan && (
                    <Side title={text.scan}>
                        <a href={fileUrl(view.scan.id, view.scan.name, true)}>{words.verbs.download}</a>
                    </Side>
                )}
                <Side title={words.fields.body}>
                    <dl className="facts">
                        <dt>{words.fields.body}</dt>
                        <dd>{view.body_name}</dd>
                        <dt>{text.maker}</dt>
                        <dd>{view.maker_name}</dd>
                        <dt>{words.fields.signer}</dt>
                        <dd>
                            {view.signing_lines.split("\n").map((line) => (
                                <div key={line} className="soft">
                                    {line}
                                </div>
                            ))}
                            {view.signer_name}
                        </dd>
                        {view.copy_count > 0 && (
                            <>
                                <dt>{text.count_label}</dt>
                                <dd className="numbers">{view.copy_count}</dd>
                            </>
                        )}
                        {view.note && (
                            <>
                                <dt>{words.fields.note}</dt>
                                <dd>{view.note}</dd>
                            </>
                        )}
                    </dl>
                </Side>
                <Side title={words.outgoing.story}>
                    <Story story={view.story} notes={[]} />
                </Side>
            </DocumentFrame>
            {box === "issue" && <IssueCopyBox view={view} onClose={close} />}
            {box === "hand_out" && <HandOutBox kind="copies" id={view.id} symbol={view.symbol} deliveries={view.deliveries} onClose={close} />}
            {box === "void" && <VoidCopyBox view={view} onClose={close} />}
        </>
    );
}
