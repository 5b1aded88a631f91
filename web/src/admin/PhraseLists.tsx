import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useAct, usePhraseLists } from "../api/queries.ts";
import type { PhraseList, Place } from "../api/types.ts";
import { FormProblem, Loading } from "../ui/page.tsx";
import { faultOf, words } from "../words/words.ts";
import { readAgain } from "./kit.tsx";

const text = words.phrases;
const places = Object.keys(text.place) as Place[];

// «Mẫu câu»: the agency's quick phrases, place by place.
export function PhraseLists() {
    const lists = usePhraseLists();
    if (!lists) return <Loading />;
    return (
        <>
            <div className="part-head">
                <p className="soft">{text.hint}</p>
            </div>
            <div className="phrase-lists">
                {places.map((place) => {
                    const list = lists.find((each) => each.place === place);
                    return <Editor key={`${place}:${list?.version ?? 0}`} place={place} list={list} />;
                })}
            </div>
        </>
    );
}

function Editor({ place, list }: { place: Place; list: PhraseList | undefined }) {
    const [value, setValue] = useState((list?.phrases ?? text.own[place]).join("\n"));
    const save = useAct("/api/admin/phrases", () => readAgain(text.saved(text.place[place])));
    const phrases = value
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean);
    const wrong = phrases.flatMap((phrase, at) => {
        const fault = faultOf(save.error, `phrases/${at}`);
        return fault ? [text.wrong(phrase, fault)] : [];
    });
    return (
        <form
            className="stack"
            onSubmit={(event) => {
                event.preventDefault();
                if (!save.isPending) save.mutate({ place, version: list?.version ?? 0, phrases });
            }}
            onKeyDown={(event) => event.key === "Enter" && event.ctrlKey && event.currentTarget.requestSubmit()}
        >
            {save.error && wrong.length === 0 && !faultOf(save.error, "phrases") && <FormProblem problem={save.error} />}
            <Textarea
                label={text.place[place]}
                description={list ? text.version(list.version) : text.usual}
                autosize
                minRows={4}
                maxRows={12}
                value={value}
                onChange={(event) => setValue(event.currentTarget.value)}
                error={wrong.join(" ") || faultOf(save.error, "phrases")}
            />
            <div>
                <Button type="submit" size="compact-sm" variant="default" loading={save.isPending} aria-label={`${words.verbs.save}: ${text.place[place]}`}>
                    {words.verbs.save}
                </Button>
            </div>
        </form>
    );
}
