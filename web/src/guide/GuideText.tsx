import { language, words } from "../words/words.ts";
import type { GuideRole } from "./guide.ts";
import "./guide.css";

const { guides } = language === "en" ? await import("./en.ts") : await import("./vi.ts");

export const nameOf = (role: GuideRole): string => guides[role].name;

export function GuideText({ role }: { role: GuideRole }) {
    const { day, keys, when } = guides[role];
    return (
        <div className="guide">
            <section>
                <h2>{words.guide.day}</h2>
                <ol>
                    {day.map((line) => (
                        <li key={line}>{line}</li>
                    ))}
                </ol>
            </section>
            <section>
                <h2>{words.guide.keys}</h2>
                <dl className="guide-keys">
                    {keys.map(([key, does]) => (
                        <div key={key}>
                            <dt>
                                <kbd>{key}</kbd>
                            </dt>
                            <dd>{does}</dd>
                        </div>
                    ))}
                </dl>
            </section>
            <section>
                <h2>{words.guide.when}</h2>
                <dl>
                    {when.map(([trouble, help]) => (
                        <div key={trouble}>
                            <dt>{trouble}</dt>
                            <dd>{help}</dd>
                        </div>
                    ))}
                </dl>
            </section>
        </div>
    );
}
