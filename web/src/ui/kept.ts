import { useEffect, useRef, type RefObject } from "react";
import { recall, remember } from "../frame/memory.ts";
import { useMe } from "../frame/session.ts";

// What the hand typed into a small form is kept in this browser until it was sent: closing the box, a reload or a lost session takes
// nothing. Works on the text fields that stand in the form, whoever holds their values; passwords and lists of choices are left alone.
type Kept = Record<string, { initial: string; value: string }>;
type Field = HTMLInputElement | HTMLTextAreaElement;

const fieldsOf = (form: HTMLElement) =>
    Array.from(form.querySelectorAll<Field>("textarea, input:not([type]), input[type=text], input[type=email]")).filter(
        (field) => !field.readOnly && field.getAttribute("aria-hidden") !== "true" && !field.getAttribute("aria-haspopup") && field.getAttribute("role") !== "combobox",
    );
const nameOf = (field: Field) => field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? "";

// As if the hand had typed it: React listens to the event, not to the property.
function write(field: Field, value: string) {
    const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new FocusEvent("focusout", { bubbles: true })); // a date is taken when its field is left
}

// `sent`: the form is on its way; if it then closes without a refusal, there is nothing to keep.
export function useKeptText(form: RefObject<HTMLElement | null>, title: string, sent: boolean) {
    const { person } = useMe();
    const place = `kept:${person}:${location.pathname}:${title}`;
    const done = useRef(sent);
    done.current = sent;
    useEffect(() => {
        const element = form.current;
        if (!element) return;
        const initial = new Map<string, string>();
        let kept: Kept = {};
        try {
            kept = JSON.parse(recall(place) ?? "{}") as Kept;
        } catch {
            // words of an older shape
        }
        for (const field of fieldsOf(element)) {
            const name = nameOf(field);
            const before = kept[name];
            initial.set(name, field.value);
            if (before && before.initial === field.value && before.value !== field.value) write(field, before.value);
        }
        const keep = (event: Event) => {
            const field = event.target as Field;
            const name = nameOf(field);
            if (!event.isTrusted || !name || !fieldsOf(element).includes(field)) return;
            kept[name] = { initial: initial.get(name) ?? "", value: field.value };
            remember(place, JSON.stringify(kept));
        };
        element.addEventListener("input", keep);
        return () => {
            element.removeEventListener("input", keep);
            if (done.current) remember(place, null);
        };
    }, [form, place]);
}
