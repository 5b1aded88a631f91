import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { Link, useSearchParams } from "react-router";
import { queries, useAct, useDraftTemplates, useGet, useKinds } from "../api/queries.ts";
import type { DraftTemplate, Kind, Margins, Paragraph, Recipient, TextStyle } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { Paragraphs } from "../outgoing/Paragraphs.tsx";
import { Recipients } from "../delivery/Recipients.tsx";
import { tell } from "../ui/notice.tsx";
import { FormProblem, Loading } from "../ui/page.tsx";
import { moment } from "../words/format.ts";
import { faultOf, words } from "../words/words.ts";
import "../outgoing/draft.css";
import { Table } from "../ui/list.tsx";

// «Mẫu soạn thảo»: what a new draft of each of the decree's kinds begins with in this agency.
export function Templates() {
    const [address, setAddress] = useSearchParams();
    const kinds = useKinds().filter(({ outgoing }) => outgoing);
    const templates = useDraftTemplates();
    const today = useToday();
    if (!templates || kinds.length === 0) return <Loading />;
    const chosen = kinds.find(({ code }) => code === address.get("kind"));
    if (chosen) return <Editor key={`${chosen.code}:${templates.find(({ kind }) => kind === chosen.code)?.version ?? 0}`} kind={chosen} template={templates.find(({ kind }) => kind === chosen.code)} />;
    return (
        <>
            <div className="part-head">
                <p className="soft">{words.templates.hint}</p>
                <p className="row tight">
                    <span className="soft">{words.templates.links}</span> <Link to="/admin/office/bodies">{words.office.parts.bodies}</Link> · <Link to="/admin/office/groups">{words.office.parts.groups}</Link>
                </p>
            </div>
            <Table heads={[words.templates.columns.kind, words.templates.columns.content, words.templates.columns.saved]} acts={words.verbs.edit}>
                {kinds.map(({ code, name, abbreviation }) => {
                    const known = templates.find(({ kind }) => kind === code);
                    return (
                        <tr key={code}>
                            <td className="whole">
                                <strong>{name}</strong> {abbreviation && <span className="soft">({abbreviation})</span>}
                            </td>
                            <td>{known ? words.templates.counted(known.opening.length + known.closing.length, known.recipients.length) : <span className="soft">{words.templates.none}</span>}</td>
                            <td className="soft numbers">{known && words.templates.saved(known.version, known.saved_by_name, moment(known.saved_at, today))}</td>
                            <td className="fixed">
                                <Button size="compact-xs" variant="default" aria-label={words.templates.edit(name)} onClick={() => setAddress({ kind: code })}>
                                    {words.verbs.edit}
                                </Button>
                            </td>
                        </tr>
                    );
                })}
            </Table>
        </>
    );
}

interface Values {
    opening: Paragraph[];
    closing: Paragraph[];
    recipients: Recipient[];
    text_style: TextStyle;
    margins: Margins;
    note: string;
}

const usual: TextStyle = { half_points: 28, line_percent: 110, indent_tenths_mm: 127, gap_pt: 6 };
const usualMargins: Margins = { top_mm: 20, bottom_mm: 20, left_mm: 30, right_mm: 15 };
const empty: Paragraph = { style: "paragraph", text: "" };
const written = (paragraphs: Paragraph[]) => paragraphs.filter(({ text }) => text.trim() !== "");
const valuesOf = (template: DraftTemplate | undefined): Values => ({
    opening: template?.opening.length ? template.opening : [{ style: "basis", text: "" }],
    closing: template?.closing.length ? template.closing : [empty],
    recipients: template?.recipients ?? [],
    text_style: template?.text_style ?? usual,
    margins: template?.margins ?? usualMargins,
    note: "",
});

// What Appendix I II.6 leaves open.
const choices = {
    half_points: { values: [26, 27, 28], say: words.templates.points },
    line_percent: { values: [100, 110, 115, 120, 130, 140, 150], say: words.templates.lines },
    indent_tenths_mm: { values: [100, 127], say: words.templates.indent },
    gap_pt: { values: [6, 8, 10, 12], say: words.templates.gap },
};

// Appendix I I.2.
const ranges: Record<keyof Margins, [number, number]> = { top_mm: [20, 25], bottom_mm: [20, 25], left_mm: [30, 35], right_mm: [15, 20] };

function Editor({ kind, template }: { kind: Kind; template: DraftTemplate | undefined }) {
    const [values, setValues] = useState(() => valuesOf(template));
    const set = (part: Partial<Values>) => setValues((old) => ({ ...old, ...part }));
    const today = useToday();
    const versions = useGet("/api/admin/draft-templates", { kind: kind.code }, { staleTime: 0 }).data?.items ?? [];
    const save = useAct("/api/admin/draft-templates", () => {
        tell(words.templates.saved_now);
        void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).endsWith("/draft-templates") });
    });
    const onSubmit = (event: FormEvent) => {
        event.preventDefault();
        if (!save.isPending) save.mutate({ ...values, kind: kind.code, version: template?.version ?? 0, opening: written(values.opening), closing: written(values.closing) });
    };
    return (
        <form className="template-form" onSubmit={onSubmit} onKeyDown={(event) => event.key === "Enter" && event.ctrlKey && event.currentTarget.requestSubmit()}>
            <div className="part-head">
                <h2>{words.templates.title(kind.name)}</h2>
                <Link to="/admin/office/templates">{words.templates.back}</Link>
            </div>
            <FormProblem problem={save.error} />
            <div className="draft-columns">
                <div className="stack">
                    <h3>{words.templates.opening}</h3>
                    <Paragraphs value={values.opening} onChange={(opening) => set({ opening })} />
                    <h3>{words.templates.closing}</h3>
                    <Paragraphs value={values.closing} onChange={(closing) => set({ closing })} />
                </div>
                <div className="stack">
                    <Recipients value={values.recipients} onChange={(recipients) => set({ recipients })} unit="" addressees={kind.addressees !== false} error={faultOf(save.error, "recipients")} />
                    <fieldset className="recipients">
                        <legend>{words.templates.style}</legend>
                        <div className="two">
                            {(Object.keys(choices) as (keyof TextStyle)[]).map((name) => (
                                <NativeSelect
                                    key={name}
                                    size="xs"
                                    label={words.templates[name]}
                                    data={choices[name].values.map((value) => ({ value: String(value), label: choices[name].say(value) }))}
                                    value={String(values.text_style[name])}
                                    onChange={(event) => set({ text_style: { ...values.text_style, [name]: Number(event.currentTarget.value) } })}
                                    error={faultOf(save.error, `text_style/${name}`)}
                                />
                            ))}
                        </div>
                    </fieldset>
                    <fieldset className="recipients">
                        <legend>{words.templates.margins}</legend>
                        <div className="two">
                            {(Object.keys(ranges) as (keyof Margins)[]).map((name) => (
                                <NativeSelect
                                    key={name}
                                    size="xs"
                                    label={words.templates[name]}
                                    data={Array.from({ length: ranges[name][1] - ranges[name][0] + 1 }, (_, more) => ranges[name][0] + more).map((value) => ({ value: String(value), label: `${value} mm` }))}
                                    value={String(values.margins[name])}
                                    onChange={(event) => set({ margins: { ...values.margins, [name]: Number(event.currentTarget.value) } })}
                                    error={faultOf(save.error, `margins/${name}`)}
                                />
                            ))}
                        </div>
                    </fieldset>
                    <TextInput size="xs" label={words.templates.note} value={values.note} onChange={(event) => set({ note: event.currentTarget.value })} error={faultOf(save.error, "note")} />
                    <div>
                        <Button type="submit" loading={save.isPending}>
                            {words.verbs.save}
                        </Button>
                    </div>
                    <section>
                        <h3>{words.templates.versions}</h3>
                        {versions.length === 0 && <p className="soft">{words.templates.no_versions}</p>}
                        <ul className="template-versions">
                            {versions.map((each) => (
                                <li key={each.version}>
                                    <span className="numbers">{words.templates.saved(each.version, each.saved_by_name, moment(each.saved_at, today))}</span>
                                    {each.note && <span className="soft">{each.note}</span>}
                                    {each.version !== template?.version && (
                                        <Button
                                            size="compact-xs"
                                            variant="subtle"
                                            onClick={() => {
                                                setValues(valuesOf(each));
                                                tell(words.templates.taken(each.version));
                                            }}
                                        >
                                            {words.templates.take}
                                        </Button>
                                    )}
                                </li>
                            ))}
                        </ul>
                    </section>
                </div>
            </div>
        </form>
    );
}
