import { Button, Checkbox, MultiSelect, Select, TextInput } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import { Link } from "react-router";
import { useAct, useGet, useKinds, usePeople, useSigningPowers } from "../api/queries.ts";
import type { Authority, OutgoingView, StoredFile } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { FileButton, UploadProgress } from "../ui/FileButton.tsx";
import { tell } from "../ui/notice.tsx";
import { findFolded, PersonPicker } from "../ui/pickers.tsx";
import { useUploads } from "../ui/upload.ts";
import { date } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";

export interface Props {
    view: OutgoingView;
    onClose: () => void;
}

// To the checkers and commenters first, if any, else to the signer.
export function SubmitDraftBox({ view: document, onClose }: Props) {
    const powers = useSigningPowers();
    const people = usePeople();
    const [signer, setSigner] = useState<string | null>(document.signer || null);
    const [content, setContent] = useState<string | null>(null);
    const [format, setFormat] = useState<string | null>(null);
    const [commenters, setCommenters] = useState<string[]>([]);
    const kind = useKinds().find(({ code }) => code === document.kind);
    const needs = { content: kind?.content_check ?? "none", format: kind?.format_check ?? "none" }; // not known yet: not asked for
    const signers = useMemo(() => new Set(powers.filter(({ body }) => body === document.body).map(({ person }) => person)), [powers, document.body]);
    const canSign = useMemo(() => (signers.size > 0 ? (person: string) => signers.has(person) : undefined), [signers]);
    const submit = useAct("/api/outgoing/{id}/submit", () => {
        tell(words.outgoing.done_act.submit);
        onClose();
    });
    return (
        <ActBox
            wide
            title={words.outgoing.submit}
            act={words.outgoing.submit}
            problem={submit.error}
            busy={submit.isPending}
            off={!signer}
            onAct={() => submit.mutate({ id: document.id, version: document.version, signer, commenters, content_checker: content, format_checker: format })}
            onClose={onClose}
        >
            <PersonPicker data-autofocus label={words.outgoing.submit_signer} only={canSign} value={signer} onChange={setSigner} error={faultOf(submit.error, "signer")} />
            {needs.content !== "none" && <PersonPicker withAsterisk={needs.content === "required"} label={words.outgoing.submit_content} value={content} onChange={setContent} clearable error={faultOf(submit.error, "content_checker")} />}
            {needs.format !== "none" && <PersonPicker withAsterisk={needs.format === "required"} label={words.outgoing.submit_format} value={format} onChange={setFormat} clearable error={faultOf(submit.error, "format_checker")} />}
            <MultiSelect
                label={words.outgoing.submit_comment}
                searchable
                filter={findFolded}
                data={people.filter(({ active }) => active).map(({ id, full_name }) => ({ value: id, label: full_name }))}
                value={commenters}
                onChange={setCommenters}
            />
        </ActBox>
    );
}

export function ApproveBox({ view: document, onClose }: Props) {
    const powers = useSigningPowers();
    const own = powers.filter(({ person, body }) => person === document.signer && body === document.body);
    const [newest, before] = document.versions;
    const [authority, setAuthority] = useState<Authority | null>(null);
    const [text, setText] = useState("");
    const signs = document.state === "submitted";
    const approve = useAct("/api/outgoing/{id}/approve", () => {
        tell(words.outgoing.done_act.approve);
        onClose();
    });
    const chosen = authority ?? own[0]?.authority ?? null;
    return (
        <ActBox
            title={signs ? words.outgoing.approve_and_sign : words.outgoing.approve}
            act={signs ? words.outgoing.approve_and_sign : words.outgoing.approve}
            problem={approve.error}
            busy={approve.isPending}
            onAct={() => approve.mutate({ id: document.id, version: document.version, authority: signs ? chosen : null, text: text.trim() || null })}
            onClose={onClose}
        >
            {newest && before && (
                <Link to={`/outgoing/${document.id}/compare?from=${before.number}&to=${newest.number}`}>{words.outgoing.compare.before_approving(before.number, newest.number)}</Link>
            )}
            {signs && own.length > 0 && (
                <>
                    <Select
                        label={words.outgoing.approve_as}
                        allowDeselect={false}
                        data={own.map((power) => ({ value: power.authority, label: words.authority[power.authority] }))}
                        value={chosen}
                        onChange={(value) => setAuthority(value as Authority | null)}
                        error={faultOf(approve.error, "authority")}
                    />
                    <pre className="signing-lines">{[own.find((power) => power.authority === chosen)?.signing_lines, "", own[0]?.person_name].join("\n")}</pre>
                </>
            )}
            <TextInput data-autofocus label={words.outgoing.approve_text} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        </ActBox>
    );
}

export function VersionBox({ view: document, onClose }: Props) {
    const { versions } = document;
    const newest = versions[0]?.number ?? 0;
    const [file, setFile] = useState<StoredFile>();
    const [reason, setReason] = useState("");
    const [from, setFrom] = useState(newest);
    const reasonField = useRef<HTMLInputElement>(null);
    const uploads = useUploads();
    const add = useAct("/api/outgoing/{id}/versions", () => {
        tell(words.outgoing.done_act.version);
        onClose();
    });
    const stale = add.error?.code.split(".").pop() === "stale";
    const save = (insist: boolean) => add.mutate({ id: document.id, file: file?.id ?? "", made_from: from, reason: reason.trim(), insist });
    return (
        <ActBox
            title={words.outgoing.upload_version}
            act={file ? words.outgoing.upload_version : words.outgoing.regenerate}
            problem={stale ? null : add.error}
            busy={add.isPending}
            files={uploads}
            onAct={() => save(false)}
            onClose={onClose}
        >
            {stale && (
                <div className="notice today" role="alert">
                    {words.outgoing.version_stale}
                    <div>
                        <Button size="compact-sm" variant="default" mt={6} onClick={() => save(true)}>
                            {words.outgoing.insist}
                        </Button>
                    </div>
                </div>
            )}
            <div className="row">
                <FileButton
                    many={false}
                    accept=".docx,.pdf,.odt"
                    onFiles={(files) => {
                        reasonField.current?.focus(); // the next thing to say
                        void uploads.send(files).then(([stored]) => stored && setFile(stored));
                    }}
                />{" "}
                {file?.name}
            </div>
            <UploadProgress uploads={uploads.uploads} />
            {versions.length > 1 && (
                <Select
                    label={words.outgoing.version_made_from}
                    allowDeselect={false}
                    data={versions.map(({ number, person_name }) => ({ value: String(number), label: `${words.outgoing.version(number)} · ${person_name}` }))}
                    value={String(from)}
                    onChange={(value) => setFrom(Number(value))}
                />
            )}
            <TextInput ref={reasonField} label={words.outgoing.version_reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(add.error, "reason")} />
        </ActBox>
    );
}

export function NumberBox({ view: document, onClose }: Props) {
    const today = useToday();
    const [issuedOn, setIssuedOn] = useState<string | null>(today);
    const [kept, setKept] = useState("next");
    const reserved = useGet("/api/outgoing/{id}/reserved", { id: document.id }, { staleTime: 0 }).data?.items ?? [];
    const line = reserved.find((each) => `${each.period}/${each.number}` === kept);
    const take = useAct("/api/outgoing/{id}/number", (view) => {
        tell(words.outgoing.numbered(view.symbol));
        onClose();
    });
    return (
        <ActBox
            title={words.outgoing.number}
            act={words.outgoing.number}
            problem={take.error}
            busy={take.isPending}
            onAct={() =>
                take.mutate({
                    id: document.id,
                    version: document.version,
                    issued_on: line || issuedOn === today ? null : issuedOn,
                    period: line?.period ?? null,
                    reserved: line?.number ?? null,
                })
            }
            onClose={onClose}
        >
            {reserved.length > 0 && (
                <Select
                    label={words.outgoing.number_source}
                    allowDeselect={false}
                    data={[
                        { value: "next", label: words.outgoing.number_next },
                        ...reserved.map((each) => ({
                            value: `${each.period}/${each.number}`,
                            label: words.outgoing.number_reserved(each.number, each.period, date(each.dated_on), each.reason),
                        })),
                    ]}
                    value={kept}
                    onChange={(value) => setKept(value ?? "next")}
                />
            )}
            {!line && (
                <DateField
                    label={words.outgoing.number_date}
                    description={words.outgoing.number_hint}
                    value={issuedOn}
                    onChange={setIssuedOn}
                    error={faultOf(take.error, "issued_on")}
                />
            )}
        </ActBox>
    );
}

export function IssueBox({ view: document, onClose }: Props) {
    const [scan, setScan] = useState<StoredFile>();
    const [copies, setCopies] = useState(document.copy_count ? String(document.copy_count) : "");
    const [kept, setKept] = useState(false);
    const uploads = useUploads();
    const issue = useAct("/api/outgoing/{id}/issue", () => {
        tell(words.outgoing.done_act.issue);
        onClose();
    });
    return (
        <ActBox
            title={`${words.outgoing.issue} ${document.symbol}`}
            act={words.outgoing.issue}
            problem={issue.error}
            busy={issue.isPending}
            off={!scan && !kept}
            files={uploads}
            onAct={() =>
                issue.mutate({
                    id: document.id,
                    version: document.version,
                    scan: kept ? null : (scan?.id ?? null),
                    copy_count: /^\d+$/.test(copies) ? Number(copies) : null,
                    paper_kept: kept,
                })
            }
            onClose={onClose}
        >
            <div>
                <strong>{words.outgoing.issue_scan}</strong>
                <p className="soft">{words.outgoing.issue_scan_hint}</p>
            </div>
            <div className="row">
                <FileButton many={false} accept=".pdf" onFiles={(files) => void uploads.send(files).then(([stored]) => stored && setScan(stored))} /> {scan?.name}
            </div>
            <UploadProgress uploads={uploads.uploads} />
            <Checkbox
                label={words.outgoing.paper_kept}
                description={words.outgoing.paper_kept_hint}
                checked={kept}
                onChange={(event) => setKept(event.currentTarget.checked)}
                error={faultOf(issue.error, "scan")}
            />
            <TextInput
                label={words.outgoing.issue_copies}
                inputMode="numeric"
                w={160}
                value={copies}
                onChange={(event) => setCopies(event.currentTarget.value)}
                error={faultOf(issue.error, "copy_count")}
            />
        </ActBox>
    );
}
