import { Button, Checkbox, NumberInput, Textarea, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { api, fileUrl, Problem } from "../api/client.ts";
import { useAct, useGet } from "../api/queries.ts";
import type { Body } from "../api/types.ts";
import { ActBox } from "../ui/ActBox.tsx";
import { FileButton } from "../ui/FileButton.tsx";
import { warnOf } from "../ui/notice.tsx";
import { Empty, Loading } from "../ui/page.tsx";
import { words } from "../words/words.ts";
import { HistoryBox } from "./History.tsx";
import { readAgain, RowActs, useForm } from "./kit.tsx";

type Open = { what: "form" | "history"; body?: Body };

// For whom the agency issues documents, as the head of a document prints it.
export function Bodies() {
    const bodies = useGet("/api/bodies", {}).data?.items;
    const seals = useGet("/api/admin/seals", {}).data?.items ?? [];
    const [open, setOpen] = useState<Open>();
    if (!bodies) return <Loading />;
    return (
        <>
            <div className="part-head">
                <p className="soft">{words.office.bodies.hint}</p>
                <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen({ what: "form" })}>
                    {words.office.bodies.add}
                </Button>
            </div>
            {bodies.length === 0 ? (
                <Empty title={words.office.bodies.empty} />
            ) : (
                <table className="list">
                    <thead>
                        <tr>
                            <th scope="col">{words.office.fields["name"]}</th>
                            <th scope="col">{words.office.fields["symbol"]}</th>
                            <th scope="col">{words.office.bodies.seal}</th>
                            <th scope="col">
                                <span className="hidden">{words.verbs.edit}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {bodies.map((body) => {
                            const seal = seals.find((one) => one.body === body.id);
                            return (
                                <tr key={body.id} style={{ cursor: "default" }}>
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
                                    <td className="fixed">
                                        <RowActs name={body.name} onEdit={() => setOpen({ what: "form", body })} onHistory={() => setOpen({ what: "history", body })} />
                                    </td>
                                </tr>
                            );
                        })}
                    </tbody>
                </table>
            )}
            {open?.what === "form" && <BodyBox key={open.body?.id} body={open.body} count={bodies.length} onClose={() => setOpen(undefined)} />}
            {open?.what === "history" && open.body && <HistoryBox id={open.body.id} title={open.body.name} onClose={() => setOpen(undefined)} />}
        </>
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
