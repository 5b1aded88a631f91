import type { Event, Note } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { moment } from "../words/format.ts";
import { words } from "../words/words.ts";

interface Line {
    at: number;
    who: string;
    what: string;
    text: string;
    absent?: string; // for whom he stood in
}

// What one act wrote at the same moment as its entry in the story belongs to that entry.
const together = 2000;

// Who, what, when, newest first, with what people wrote among it.
export function Story({ story, notes }: { story: Event[]; notes: Note[] }) {
    const today = useToday();
    const rest = new Set(notes);
    const lines: Line[] = story.map((event) => {
        const note = notes.find((each) => rest.has(each) && each.person === event.person && Math.abs(each.at - event.at) < together);
        if (note) rest.delete(note);
        return { at: event.at, who: event.person_name, what: words.actions[event.action] ?? event.action, text: note?.text ?? told(event.detail), absent: absentOf(event.detail) };
    });
    for (const note of rest) lines.push({ at: note.at, who: note.person_name, what: whatOf(note), text: note.text });
    lines.sort((left, right) => right.at - left.at);
    return (
        <ol className="story">
            {lines.map((line, index) => (
                <li key={index}>
                    <span className="soft numbers story-when">{moment(line.at, today)}</span>
                    <span>
                        <strong>{line.who}</strong> {line.absent && <em>({words.stand_in.for(line.absent)}) </em>}
                        {line.what}
                        {line.text && <q>{line.text}</q>}
                    </span>
                </li>
            ))}
        </ol>
    );
}

// «ý kiến chỉ đạo (Lê Thị Lan nhập thay)»
const whatOf = ({ kind, entered_by_name }: Note): string => words.note[kind].toLowerCase() + (entered_by_name ? ` (${words.hands.entered_by(entered_by_name)})` : "");

// «Trích yếu: cũ → mới» of every field that an act changed.
function changed(values: Record<string, unknown>): string {
    const names = words.fields as Record<string, string>;
    const short = (value: unknown) => (typeof value === "string" && value !== "" ? (value.length > 160 ? `${value.slice(0, 160)}…` : value) : words.story_empty);
    return Object.keys(values)
        .filter((key) => key.startsWith("was."))
        .map((key) => {
            const field = key.slice(4);
            return `${names[field] ?? words.story_field[field] ?? field}: ${short(values[key])} → ${short(values[`is.${field}`])}`;
        })
        .join("; ");
}

function absentOf(detail: string): string {
    try {
        return String((JSON.parse(detail) as Record<string, unknown>)["for"] ?? "");
    } catch {
        return "";
    }
}

// Of the values that an entry keeps, those that mean something to a reader.
function told(detail: string): string {
    try {
        const values = JSON.parse(detail) as Record<string, unknown>;
        return [changed(values), values["reason"], values["text"], values["symbol"]].filter((value) => typeof value === "string" && value !== "").join(". ");
    } catch {
        return "";
    }
}
