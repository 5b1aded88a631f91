import { Button, Kbd, Textarea } from "@mantine/core";
import { useRef, type FormEvent } from "react";
import { useAct } from "../api/queries.ts";
import type { IncomingView, Share } from "../api/types.ts";
import { useDraft } from "../frame/draft.ts";
import { useToday } from "../frame/session.ts";
import { DateField } from "../ui/DateField.tsx";
import { tell } from "../ui/notice.tsx";
import { FormProblem } from "../ui/page.tsx";
import { Phrases } from "../ui/Phrases.tsx";
import { filled, Shares } from "../ui/Shares.tsx";
import { WorkingDays } from "../ui/WorkingDays.tsx";
import { faultOf, words } from "../words/words.ts";

interface Words {
    text: string;
    shares: Share[];
    due_on: string | null;
}

// The instruction, written where a leader writes it: over the paper.
export function InstructionBox({ view, onClose }: { view: IncomingView; onClose: () => void }) {
    const document = view;
    const { proposal } = view;
    const today = useToday();
    const draft = useDraft<Words>(`instruct:${document.id}`, () => ({
        text: "",
        shares: proposal?.shares.length ? proposal.shares : [{ person: "", part: "lead" }],
        due_on: proposal?.due_on ?? document.due_on,
    }));
    const { values, set } = draft;
    const form = useRef<HTMLFormElement>(null);
    const assign = useAct("/api/incoming/{id}/assign", () => {
        tell(words.incoming.done_act.assign);
        draft.clear();
        onClose();
    });
    const shares = filled(values.shares);
    const leads = shares.filter(({ part }) => part === "lead").length;
    const onSubmit = (event: FormEvent) => {
        event.preventDefault();
        if (leads !== 1 || assign.isPending) return;
        assign.mutate({
            id: document.id,
            version: document.version,
            accept_proposal: false,
            instruction: { text: values.text.trim(), shares, due_on: values.due_on },
        });
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
            <h2 id="instruct-title">{words.incoming.instruction}</h2>
            <FormProblem problem={assign.error} />
            <Textarea
                aria-label={words.incoming.instruction}
                placeholder={words.incoming.instruction_placeholder}
                autosize
                minRows={2}
                maxRows={6}
                autoFocus
                value={values.text}
                onChange={(event) => set({ text: event.currentTarget.value })}
                error={faultOf(assign.error, "instruction")}
            />
            <Phrases phrases={words.incoming.instruction_phrases} value={values.text} onChange={(text) => set({ text })} />
            <Shares
                value={values.shares}
                onChange={(next) => set({ shares: next })}
                error={assign.isError || values.text ? (leads === 1 ? undefined : words.incoming.needs_lead) : undefined}
            />
            <div className="row">
                <DateField w={170} aria-label={words.fields.due_on} placeholder={words.fields.due_on} value={values.due_on} onChange={(due_on) => set({ due_on })} />
                <WorkingDays from={today} onChange={(due_on) => set({ due_on })} />
            </div>
            <div className="row">
                <Button type="submit" loading={assign.isPending} disabled={leads !== 1} rightSection={<Kbd size="xs">Ctrl ↵</Kbd>}>
                    {words.incoming.assign}
                </Button>
                <Button variant="subtle" color="gray" onClick={onClose}>
                    {words.verbs.cancel}
                </Button>
            </div>
        </form>
    );
}
