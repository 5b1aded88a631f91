import { Checkbox, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { api, fileUrl, Problem } from "../api/client.ts";
import { useAct, useGet } from "../api/queries.ts";
import type { Body } from "../api/types.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { FileButton } from "../ui/FileButton.tsx";
import { warnOf } from "../ui/notice.tsx";
import { Empty, Loading } from "../ui/page.tsx";
import { words } from "../words/words.ts";
import { readAgain, useForm } from "./kit.tsx";
import { Part } from "./Part.tsx";

// For whom the agency issues documents, as the head of a document prints it.
export function Bodies() {
    const bodies = useGet("/api/bodies", {}).data?.items;
    const seals = useGet("/api/admin/seals", {}).data?.items ?? [];
    if (!bodies) return <Loading />;
    return (
        <Part
            hint={words.office.bodies.hint}
            adds={[words.office.bodies.add]}
            heads={[words.office.fields["name"], words.office.fields["symbol"], words.office.bodies.seal]}
            rows={bodies}
            empty={<Empty title={words.office.bodies.empty} />}
            name={(body) => body.name}
            cells={(body) => {
                const seal = seals.find((one) => one.body === body.id);
                return (
                    <>
                        <td className="whole">
                            <strong>{body.name}</strong>
                            <div className="soft">{[body.parent_line, ...body.heading_lines.split("\n")].filter(Boolean).join(" / ")}</div>
                        </td>
                        <td className="fixed">
                            {body.symbol} {body.party && <span className="soft">({words.office.fields["party"]})</span>}
                        </td>
                        <td className="fixed">
                            {seal ? <img src={fileUrl(seal.file)} alt={`${words.office.bodies.seal}: ${body.name}`} height={44} /> : <span className="soft">{words.office.bodies.seal_none}</span>}
                        </td>
                    </>
                );
            }}
            form={(body, close) => <BodyBox body={body} count={bodies.length} onClose={close} />}
        />
    );
}

function BodyBox({ body, count, onClose }: { body: Body | undefined; count: number; onClose: () => void }) {
    const save = useAct("/api/admin/bodies", () => {
        readAgain();
        onClose();
    });
    const form = useForm(
        {
            name: body?.name ?? "",
            parent_line: body?.parent_line ?? "",
            heading_lines: body?.heading_lines ?? "",
            symbol: body?.symbol ?? "",
            party: body?.party ?? false,
            position: body?.position ?? count,
        },
        save.error,
    );
    const { values } = form;
    return (
        <ActBox
            wide
            title={body ? words.office.bodies.edit : words.office.bodies.add}
            act={words.verbs.save}
            problem={save.error}
            busy={save.isPending}
            off={!values.name.trim() || !values.heading_lines.trim() || !values.symbol.trim()}
            onAct={() => save.mutate({ ...values, ...(body && { id: body.id, version: body.version }) })}
            onClose={onClose}
        >
            <TextInput data-autofocus {...form.text("name")} />
            <TextInput {...form.text("parent_line")} />
            <Textarea {...form.text("heading_lines")} autosize minRows={2} />
            {values.heading_lines && (
                <div className="heading-preview" role="img" aria-label={words.office.bodies.preview}>
                    {values.parent_line}
                    <strong>{values.heading_lines}</strong>
                </div>
            )}
            <div className="two">
                <TextInput {...form.text("symbol")} />
                <NumberInput label={words.office.fields["position"]} min={0} max={10000} value={values.position} onChange={(value) => form.set("position", Number(value) || 0)} />
            </div>
            <Checkbox {...form.check("party")} />
            {body && <SealButton body={body.id} />}
        </ActBox>
    );
}

function SealButton({ body }: { body: string }) {
    const [busy, setBusy] = useState(false);
    const take = async ([file]: File[]) => {
        if (!file) return;
        setBusy(true);
        try {
            const stored = await api.upload(file);
            await api.post("/api/admin/seals", { body, file: stored.id });
            readAgain(words.office.bodies.seal_saved);
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            warnOf(error, words.office.bodies.seal);
        } finally {
            setBusy(false);
        }
    };
    return (
        <div>
            <FileButton accept=".png" many={false} loading={busy} onFiles={(files) => void take(files)}>
                {words.office.bodies.seal_choose}
            </FileButton>
        </div>
    );
}
