import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useAct } from "../api/queries.ts";
import type { CopyView, StoredFile } from "../api/types.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { FileButton, UploadProgress } from "../ui/FileButton.tsx";
import { tell } from "../ui/notice.tsx";
import { useUploads } from "../ui/upload.ts";
import { faultOf, words } from "../words/words.ts";

interface Props {
    view: CopyView;
    onClose: () => void;
}

export function IssueCopyBox({ view, onClose }: Props) {
    const [scan, setScan] = useState<StoredFile>();
    const [copies, setCopies] = useState(view.copy_count ? String(view.copy_count) : "");
    const uploads = useUploads();
    const issue = useAct("/api/copies/{id}/issue", () => {
        tell(words.copies.issued);
        onClose();
    });
    return (
        <ActBox
            title={`${words.copies.issue} ${view.symbol}`}
            act={words.copies.issue}
            problem={issue.error}
            busy={issue.isPending}
            off={!scan}
            files={uploads}
            onAct={() => issue.mutate({ id: view.id, version: view.version, scan: scan?.id ?? null, copy_count: /^\d+$/.test(copies) ? Number(copies) : null })}
            onClose={onClose}
        >
            <div>
                <strong>{words.outgoing.issue_scan}</strong>
                <p className="soft">{words.copies.issue_hint}</p>
            </div>
            <div className="row">
                <FileButton data-autofocus many={false} accept=".pdf" onFiles={(files) => void uploads.send(files).then(([stored]) => stored && setScan(stored))} /> {scan?.name}
            </div>
            {faultOf(issue.error, "scan") && <p className="meaning-overdue">{faultOf(issue.error, "scan")}</p>}
            <UploadProgress uploads={uploads.uploads} />
            <TextInput label={words.copies.count_label} inputMode="numeric" w={160} value={copies} onChange={(event) => setCopies(event.currentTarget.value)} error={faultOf(issue.error, "copy_count")} />
        </ActBox>
    );
}

export function VoidCopyBox({ view, onClose }: Props) {
    const [reason, setReason] = useState("");
    const act = useAct("/api/copies/{id}/void", () => {
        tell(words.copies.void_done);
        onClose();
    });
    return (
        <ActBox
            danger
            title={`${words.copies.void} ${view.symbol}`}
            act={words.copies.void}
            problem={act.error}
            busy={act.isPending}
            off={!reason.trim()}
            onAct={() => act.mutate({ id: view.id, version: view.version, reason: reason.trim() })}
            onClose={onClose}
        >
            <p className="soft">{words.copies.void_hint}</p>
            <Textarea data-autofocus label={words.fields.reason} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={faultOf(act.error, "reason")} />
        </ActBox>
    );
}
