import { IconCheck, IconCircleDot } from "@tabler/icons-react";
import type { CopiesState } from "../api/types.ts";
import { words } from "../words/words.ts";

export function CopyStateMark({ state }: { state: CopiesState }) {
    const done = state === "issued";
    return (
        <span className={`sign meaning-${done ? "done" : "information"}`}>
            {done ? <IconCheck size={14} aria-hidden /> : <IconCircleDot size={14} aria-hidden />}
            {words.copies.state[state]}
        </span>
    );
}
