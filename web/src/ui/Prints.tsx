import { IconPrinter } from "@tabler/icons-react";
import { words } from "../words/words.ts";
import { Side } from "./DocumentFrame.tsx";

// What can be printed of a document: PDFs, each in a tab of its own.
export function Prints({ links }: { links: { href: string; words: string }[] }) {
    if (links.length === 0) return null;
    return (
        <Side title={words.prints.title}>
            <ul className="prints">
                {links.map((link) => (
                    <li key={link.href}>
                        <a href={link.href} target="_blank" rel="noopener" className="row tight">
                            <IconPrinter size={16} aria-hidden /> {link.words}
                        </a>
                    </li>
                ))}
            </ul>
        </Side>
    );
}
