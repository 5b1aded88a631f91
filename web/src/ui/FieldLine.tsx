import { cloneElement, isValidElement, useId, type ReactElement, type ReactNode } from "react";
import { words } from "../words/words.ts";

interface Props {
    field: string;
    label?: string;
    mark?: "sure" | "check" | undefined;
    required?: boolean;
    plain?: boolean; // holds no input of its own
    children: ReactNode;
}

// One line of a form as on paper: the name left, what is written right, and how sure the reading was.
export function FieldLine({ field, label, mark, required, plain, children }: Props) {
    const id = useId();
    const name = label ?? (words.fields as Record<string, string>)[field] ?? field;
    const [first, ...rest] = Array.isArray(children) ? (children as ReactNode[]) : [children];
    const input = !plain && isValidElement(first) ? cloneElement(first as ReactElement<Record<string, unknown>>, { id, ...(mark && { "aria-describedby": `${id}-mark` }) }) : first;
    return (
        <div className="field-line" data-field={field}>
            {plain ? (
                <span className="field-name">{name}</span>
            ) : (
                <label htmlFor={id} className="field-name">
                    {name}
                    {required && <span aria-hidden className="soft"> *</span>}
                </label>
            )}
            <div className="field-input">
                {input}
                {rest}
            </div>
            <span id={`${id}-mark`} className={mark ? `field-mark mark-${mark}` : "field-mark"} title={mark && (mark === "sure" ? words.incoming.sure : words.incoming.check_again)}>
                {mark === "sure" ? "●" : mark === "check" ? "◐" : ""}
                {mark && <span className="hidden">{mark === "sure" ? words.incoming.sure : words.incoming.check_again}</span>}
            </span>
        </div>
    );
}
