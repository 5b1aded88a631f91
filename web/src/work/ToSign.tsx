import type { Item } from "../api/types.ts";
import { words } from "../words/words.ts";
import { WorkList } from "./MyWork.tsx";

const waitsForMe = ({ action }: Item) => action === "approve";

// What waits for this person's signature, on its own for the phone.
export function ToSign() {
    return <WorkList title={words.work.sign_title} empty={[words.work.sign_empty, words.work.sign_empty_hint]} fits={waitsForMe} />;
}
