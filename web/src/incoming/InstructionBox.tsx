import { Button, Kbd, Textarea, TextInput } from "@mantine/core";
import { useRef, type FormEvent } from "react";
import { useAct } from "../api/queries.ts";
import type { Instruction, IncomingView, Share, StoredFile } from "../api/types.ts";
import { useDraft } from "../frame/draft.ts";
import { useToday } from "../frame/session.ts";
import { DateField } from "../ui/DateField.tsx";
import { FileButton, UploadProgress } from "../ui/FileButton.tsx";
import { tell } from "../ui/notice.tsx";
import { FormProblem } from "../ui/page.tsx";
import { Phrases } from "../ui/Phrases.tsx";
import { PersonPicker } from "../ui/pickers.tsx";
import { filled, isDecided, Shares } from "../ui/Shares.tsx";
import { useUploads } from "../ui/upload.ts";
import { WorkingDays } from "../ui/WorkingDays.tsx";
import { faultOf, words } from "../words/words.ts";

// The head's own word; the same again while it is handled; or what he wrote with a pen, typed by the clerk.
export type InstructionMode = "instruct" | "reassign" | "enter";

interface Words {
    text: string;
    shares: Share[];
    due_on: string | null;
    due_days: number | null;
    reason: string;
    leader: string;
    files: StoredFile[];
}

interface Props {
    view: IncomingView;
    mode: InstructionMode;
    onClose: () => void;
}

// The people as they stand: those who handle it, or those whom the clerk proposes.
function sharesNow({ assignments, proposal }: IncomingView, mode: InstructionMode): Share[] {
    const open = assignments.filter(({ state }) => state === "waiting" || state === "accepted").map(({ person, part }): Share => ({ person, part }));
    if (mode === "reassign" && open.length > 0) return open;
    return proposal?.shares.length ? proposal.shares : [{ person: "", part: "lead" }];
}

// The instruction, written where a leader writes it: over the paper.
export function InstructionBox({ view, mode, onClose }: Props) {
    const { id, version } = view;
    const today = useToday();
    const draft = useDraft<Words>(`${mode}:${id}`, () => ({ text: "", shares: sharesNow(view, mode), due_on: view.due_on, due_days: null, reason: "", leader: "", files: [] }));
    const { values, set } = draft;
    const form = useRef<HTMLFormElement>(null);
    const uploads = useUploads();
    const done = (sentence: string) => () => {
        tell(sentence);
        draft.clear();
        onClose();
    };
    const assign = useAct("/api/incoming/{id}/assign", done(words.incoming.done_act.assign));
    const reassign = useAct("/api/incoming/{id}/reassign", done(words.hands.done.reassign));
    const enter = useAct("/api/incoming/{id}/enter", done(words.hands.done.enter));
    const { error, isPending } = { instruct: assign, reassign, enter }[mode];
    const shares = filled(values.shares);
    const ready =
        isDecided(shares) &&
        (mode !== "reassign" || values.reason.trim() !== "") &&
        (mode !== "enter" || (values.leader !== "" && values.files.length > 0 && values.text.trim() !== ""));
    const title = { instruct: words.incoming.instruction, reassign: words.hands.reassign, enter: words.hands.enter }[mode];
    const onSubmit = (event: FormEvent) => {
        event.preventDefault();
        if (!ready || isPending) return;
        // an untouched deadline stays the term that it was
        const due = values.due_days ? { due_days: values.due_days } : values.due_on !== view.due_on ? { due_on: values.due_on } : {};
        const instruction: Instruction = { text: values.text.trim(), shares, ...due };
        if (mode === "instruct") assign.mutate({ id, version, accept_proposal: false, instruction });
        else if (mode === "reassign") reassign.mutate({ id, version, instruction, reason: values.reason.trim() });
        else enter.mutate({ id, version, leader: values.leader, instruction, files: values.files.map((file) => file.id) });
    };
    return (
        <form
            ref={form}
            className="instruct stack"
            aria-labelledby="instruct-title"
            onSubmit={onSubmit}
            onKeyDown={(event) => {
                if (event.key === "Escape" && !event.defaultPrevented) onClose();
                if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
                event.preventDefault();
                (event.target as HTMLElement).blur();
                setTimeout(() => form.current?.requestSubmit());
            }}
        >
            <h2 id="instruct-title">{title}</h2>
            {mode === "enter" && <p className="soft">{words.hands.enter_hint}</p>}
            <FormProblem problem={error} />
            {mode === "enter" && (
                <PersonPicker label={words.hands.leader} able="directs" value={values.leader} onChange={(leader) => set({ leader: leader ?? "" })} error={faultOf(error, "leader")} />
            )}
            <Textarea
                aria-label={words.incoming.instruction}
                placeholder={words.incoming.instruction_placeholder}
                autosize
                minRows={2}
                maxRows={6}
                autoFocus
                value={values.text}
                onChange={(event) => set({ text: event.currentTarget.value })}
                error={faultOf(error, "instruction")}
            />
            <Phrases place="instruction" value={values.text} onChange={(text) => set({ text })} />
            <Shares
                value={values.shares}
                onChange={(next) => set({ shares: next })}
                error={error || values.text ? (isDecided(shares) ? undefined : words.incoming.needs_lead) : undefined}
            />
            <div className="row">
                <DateField
                    w={170}
                    aria-label={words.fields.due_on}
                    placeholder={words.fields.due_on}
                    value={values.due_on}
                    onChange={(due_on) => set({ due_on, due_days: null })}
                    error={faultOf(error, "instruction/due_on")}
                />
                <WorkingDays from={today} value={values} onChange={set} />
            </div>
            {mode === "reassign" && (
                <TextInput label={words.hands.reassign_reason} required value={values.reason} onChange={(event) => set({ reason: event.currentTarget.value })} error={faultOf(error, "reason")} />
            )}
            {mode === "enter" && (
                <div className="row">
                    <FileButton size="xs" variant="default" onFiles={(files) => void uploads.send(files).then((stored) => set((old) => ({ files: [...old.files, ...stored] })))}>
                        {words.hands.scan}
                    </FileButton>
                    <UploadProgress uploads={uploads.uploads} />
                    {values.files.length > 0 ? values.files.map((file) => <span key={file.id}>{file.name}</span>) : <span className="soft">{words.hands.scan_missing}</span>}
                </div>
            )}
            <div className="row">
                <Button type="submit" loading={isPending} disabled={!ready} rightSection={<Kbd size="xs">Ctrl ↵</Kbd>}>
                    {mode === "reassign" ? words.hands.reassign : words.incoming.assign}
                </Button>
                <Button variant="subtle" color="gray" onClick={onClose}>
                    {words.verbs.cancel}
                </Button>
            </div>
        </form>
    );
}
