import { Checkbox, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useAct, useKinds } from "../api/queries.ts";
import type { CheckNeed, Kind } from "../api/types.ts";
import { FormProblem, Loading } from "../ui/page.tsx";
import { words } from "../words/words.ts";
import { readAgain } from "./kit.tsx";

const text = words.kinds;
const needs = Object.entries(text.need).map(([value, label]) => ({ value, label }));

type Chosen = Pick<Kind, "used" | "content_check" | "format_check">;

// «Loại văn bản»: which of the decree's kinds the agency issues, and which checks their drafts go through. Each choice is stored at once.
export function Kinds() {
    const kinds = useKinds().filter(({ outgoing }) => outgoing);
    if (kinds.length === 0) return <Loading />;
    return (
        <>
            <div className="part-head">
                <p className="soft">{text.hint}</p>
            </div>
            <table className="list">
                <thead>
                    <tr>
                        <th scope="col">{text.columns.kind}</th>
                        <th scope="col">{text.columns.used}</th>
                        <th scope="col">{text.columns.content}</th>
                        <th scope="col">{text.columns.format}</th>
                    </tr>
                </thead>
                <tbody>
                    {kinds.map((kind) => (
                        <Row key={`${kind.code}:${kind.version}`} kind={kind} />
                    ))}
                </tbody>
            </table>
        </>
    );
}

function Row({ kind }: { kind: Kind }) {
    const [wanted, setWanted] = useState<Chosen>(); // until what was stored is read again
    const save = useAct("/api/admin/kinds", () => readAgain(text.saved(kind.name)));
    const { code, name, abbreviation, version } = kind;
    const { used, content_check, format_check } = save.error ? kind : (wanted ?? kind);
    const set = (part: Partial<Chosen>) => {
        if (save.isPending) return;
        const chosen = { used, content_check, format_check, ...part };
        setWanted(chosen);
        save.mutate({ code, version, ...chosen });
    };
    const need = (field: "content_check" | "format_check", label: string) => (
        <NativeSelect size="xs" aria-label={label} data={needs} value={field === "content_check" ? content_check : format_check} onChange={(event) => set({ [field]: event.currentTarget.value as CheckNeed })} />
    );
    return (
        <tr style={{ cursor: "default" }} className={used ? undefined : "over"}>
            <td className="whole">
                <strong>{name}</strong> {abbreviation && <span className="soft">({abbreviation})</span>}
                <FormProblem problem={save.error} />
            </td>
            <td className="fixed">
                <Checkbox aria-label={text.used(name)} checked={used} onChange={(event) => set({ used: event.currentTarget.checked })} />
            </td>
            <td>
                <span className="kind-check soft">{text.columns.content}</span>
                {need("content_check", text.content(name))}
            </td>
            <td>
                <span className="kind-check soft">{text.columns.format}</span>
                {need("format_check", text.format(name))}
            </td>
        </tr>
    );
}
