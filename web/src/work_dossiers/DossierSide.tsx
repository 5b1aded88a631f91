import { Button, Checkbox, Select } from "@mantine/core";
import { IconFolderPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { useAct, useGet } from "../api/queries.ts";
import type { AroundDocument, ContentKind, DocumentRef } from "../api/types.ts";
import { useKeys } from "../frame/keys.tsx";
import { useMay } from "../frame/session.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { Side } from "../ui/DocumentFrame.tsx";
import { tell } from "../ui/notice.tsx";
import { findFolded } from "../ui/pickers.tsx";
import { words } from "../words/words.ts";
import { OpenBox } from "./OpenBox.tsx";

// On a document's page: the dossiers it lies in, and «Thêm vào hồ sơ».
export function DossierSide({ kind, record }: { kind: ContentKind; record: string }) {
    const may = useMay();
    const [box, setBox] = useState<"put" | "open">();
    const { data } = useGet("/api/work-dossiers/around", { kind, record }, { staleTime: 0 });
    const keeps = may("handle_documents");
    useKeys([{ key: "b", words: words.dossiers.side.add, run: () => setBox("put"), off: !keeps }]);
    if (!data) return null;
    const close = () => setBox(undefined);
    return (
        <>
            <Side title={words.dossiers.side.title}>
                {data.inside.length === 0 && <p className="soft">{words.dossiers.side.none}</p>}
                <ul>
                    {data.inside.map((dossier) => (
                        <li key={dossier.id}>
                            <Link to={`/work-dossiers/${dossier.id}`}>{dossier.symbol}</Link> {dossier.title}
                        </li>
                    ))}
                </ul>
                {keeps && (
                    <Button variant="subtle" size="compact-sm" leftSection={<IconFolderPlus size={14} aria-hidden />} onClick={() => setBox("put")}>
                        {words.dossiers.side.add}
                    </Button>
                )}
            </Side>
            {box === "put" && <PutBox kind={kind} record={record} around={data} onOpen={() => setBox("open")} onClose={close} />}
            {box === "open" && <OpenBox stay documents={[{ kind, record }, ...data.related.map(refOf)]} onClose={close} />}
        </>
    );
}

const refOf = ({ kind, record }: { kind: ContentKind; record: string }): DocumentRef => ({ kind, record });

interface Props {
    kind: ContentKind;
    record: string;
    around: AroundDocument;
    onOpen: () => void;
    onClose: () => void;
}

function PutBox({ kind, record, around, onOpen, onClose }: Props) {
    const first = around.suggested[0];
    const [dossier, setDossier] = useState(first?.id ?? "");
    const [left, setLeft] = useState<string[]>([]); // of the related ones, not to go in
    const chosen = around.suggested.find(({ id }) => id === dossier);
    const put = useAct("/api/work-dossiers/{id}/documents", (view) => {
        tell(words.dossiers.done.put(view.symbol));
        onClose();
    });
    const w = words.dossiers.put_box;
    const related = chosen?.has_related ? [] : around.related; // it lies there already
    return (
        <ActBox
            wide
            title={w.title}
            act={w.act}
            problem={put.error}
            busy={put.isPending}
            off={!dossier}
            onAct={() => put.mutate({ id: dossier, documents: [{ kind, record }, ...related.filter((one) => !left.includes(one.record)).map(refOf)] })}
            onClose={onClose}
        >
            {around.suggested.length === 0 ? (
                <p className="soft">{w.none}</p>
            ) : (
                <Select
                    data-autofocus
                    label={w.pick}
                    description={w.pick_hint}
                    searchable
                    filter={findFolded}
                    data={around.suggested.map((one) => ({ value: one.id, label: `${one.symbol} · ${one.title}${one.has_related ? ` (${w.same_matter})` : ""}` }))}
                    value={dossier || null}
                    onChange={(id) => setDossier(id ?? "")}
                />
            )}
            {related.map((one) => (
                <Checkbox
                    key={one.record}
                    label={w.with(one.number || one.subject)}
                    checked={!left.includes(one.record)}
                    onChange={(event) => setLeft(event.currentTarget.checked ? left.filter((id) => id !== one.record) : [...left, one.record])}
                />
            ))}
            <div>
                <Button variant="subtle" size="compact-sm" onClick={onOpen}>
                    {w.new}
                </Button>
            </div>
        </ActBox>
    );
}
