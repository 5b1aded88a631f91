import { Button, Kbd, Textarea } from "@mantine/core";
import { IconCheck, IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { api, newKey } from "../api/client.ts";
import type { IncomingRow, Share } from "../api/types.ts";
import { useKeys } from "../frame/keys.tsx";
import { useMay } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { tell, warn } from "../ui/notice.tsx";
import { focusedRow, useEach, useSelection, type RowResult } from "../ui/selection.ts";
import { filled, Shares } from "../ui/Shares.tsx";
import { words } from "../words/words.ts";
import { proposalOf, SubmissionFields, type Submission } from "./ActBoxes.tsx";

type Box = "submit" | "forward" | "urge";

// One act on the chosen rows of the list, or on the one that has the focus; each row is told its own result.
export function useBulk(rows: IncomingRow[]) {
    const may = useMay();
    const selection = useSelection();
    const each = useEach(selection.keep);
    const [open, setOpen] = useState<{ box: Box; ids: string[] }>();
    const wanted = (): string[] => {
        if (selection.chosen.size > 0) return rows.map(({ id }) => id).filter((id) => selection.chosen.has(id));
        const focused = focusedRow();
        return focused ? [focused] : [];
    };
    const start = (box: Box) => {
        const ids = wanted();
        if (ids.length > 0) setOpen({ box, ids });
    };
    const run = (ids: string[], act: (id: string) => Promise<unknown>) =>
        void each.run(ids, act).then((failed) => {
            setOpen(undefined);
            if (failed) warn(words.hands.some_failed(failed));
            else tell(words.hands.all_done(ids.length));
        });
    const read = () => {
        const ids = wanted();
        if (ids.length > 0) run(ids, (id) => api.get("/api/incoming/{id}", { id }));
    };
    const acts = [
        { key: "s", words: words.incoming.submit, off: !may("register_incoming"), run: () => start("submit") },
        { key: "f", words: words.incoming.forward, off: !may("handle_documents"), run: () => start("forward") },
        { key: "u", words: words.hands.urge, off: !may("register_incoming") && !may("direct_documents"), run: () => start("urge") },
        { key: "d", words: words.hands.mark_read, off: !may("read_documents"), run: read },
    ];
    useKeys([...acts, { key: "x", words: words.hands.select_key, run: () => selection.toggle(focusedRow()) }]);
    const bar = (selection.chosen.size > 0 || each.running) && (
        <div className="bulk row" role="region" aria-label={words.hands.selected(selection.chosen.size)}>
            <strong className="numbers" aria-live="polite">
                {each.running ? words.hands.running(each.running.done, each.running.all) : words.hands.selected(selection.chosen.size)}
            </strong>
            {acts
                .filter(({ off }) => !off)
                .map((act) => (
                    <Button key={act.key} size="compact-sm" variant="default" disabled={Boolean(each.running)} onClick={act.run} rightSection={<Kbd size="xs" className="off-phone">{act.key}</Kbd>}>
                        {act.words}
                    </Button>
                ))}
            <Button size="compact-sm" variant="subtle" color="gray" onClick={selection.clear}>
                {words.hands.unselect}
            </Button>
        </div>
    );
    const box = open && <BulkBox box={open.box} ids={open.ids} busy={Boolean(each.running)} run={(act) => run(open.ids, act)} onClose={() => setOpen(undefined)} />;
    return { chosen: selection.chosen, toggle: selection.toggle, results: each.results, bar, box };
}

export function RowTold({ result }: { result: RowResult | undefined }) {
    if (!result) return null;
    return result.done ? (
        <div className="sign meaning-done row-told">
            <IconCheck size={14} aria-hidden /> {words.hands.row_done}
        </div>
    ) : (
        <div className="sign meaning-overdue row-told">
            <IconAlertTriangle size={14} aria-hidden /> {result.why}
        </div>
    );
}

interface BoxProps {
    box: Box;
    ids: string[];
    busy: boolean;
    run: (act: (id: string) => Promise<unknown>) => void;
    onClose: () => void;
}

function BulkBox({ box, ids, busy, run, onClose }: BoxProps) {
    const [submission, setSubmission] = useState<Submission>({ to: "", text: "", lead: "", with: [], inform: [], due_on: null, due_days: null });
    const [shares, setShares] = useState<Share[]>([{ person: "", part: "cooperate" }]);
    const [text, setText] = useState("");
    const common = { problem: null, busy, onClose };
    if (box === "submit")
        return (
            <ActBox
                {...common}
                wide
                title={words.hands.many(words.incoming.submit, ids.length)}
                act={words.incoming.submit}
                onAct={() => run((id) => api.post("/api/incoming/{id}/submit", { id, to: submission.to || null, proposal: proposalOf(submission, null) }, newKey()))}
            >
                <SubmissionFields values={submission} set={(change) => setSubmission((old) => ({ ...old, ...change }))} problem={null} />
            </ActBox>
        );
    if (box === "forward")
        return (
            <ActBox
                {...common}
                wide
                title={words.hands.many(words.incoming.forward, ids.length)}
                act={words.incoming.forward}
                off={filled(shares).length === 0}
                onAct={() => run((id) => api.post("/api/incoming/{id}/forward", { id, text: text.trim(), shares: filled(shares) }, newKey()))}
            >
                <Shares value={shares} onChange={setShares} />
                <Textarea label={words.incoming.forward_text} autosize minRows={2} value={text} onChange={(event) => setText(event.currentTarget.value)} />
            </ActBox>
        );
    return (
        <ActBox
            {...common}
            title={words.hands.many(words.hands.urge, ids.length)}
            act={words.hands.urge}
            onAct={() => run((id) => api.post("/api/incoming/{id}/urge", { id, text: text.trim() || null }, newKey()))}
        >
            <Textarea data-autofocus label={words.hands.urge_text} autosize minRows={2} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        </ActBox>
    );
}
