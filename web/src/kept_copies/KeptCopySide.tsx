import { Button } from "@mantine/core";
import { IconNotebook } from "@tabler/icons-react";
import { useState } from "react";
import { useGet } from "../api/queries.ts";
import { useMay, useToday } from "../frame/session.ts";
import { Side } from "../ui/DocumentFrame.tsx";
import { shortDate } from "../words/format.ts";
import { words } from "../words/words.ts";
import { BackBox, TakeBox } from "./KeptCopyBoxes.tsx";

const text = words.kept_copies;

// Who has used the kept copy of this document (Decree 30/2020 art. 19): the clerk enters it here as on the register's own page.
export function KeptCopySide({ document }: { document: { id: string; symbol: string; subject: string } }) {
    const may = useMay();
    const today = useToday();
    const reads = may("see_all_documents");
    const keeps = reads && may("number_outgoing");
    const [box, setBox] = useState<"take" | "back">();
    const uses = useGet("/api/kept-copies", { document: document.id, limit: 5 }, { enabled: reads }).data?.items;
    if (!uses || (!keeps && uses.length === 0)) return null;
    const out = uses.find(({ returned_on }) => !returned_on);
    const close = () => setBox(undefined);
    return (
        <Side title={text.side}>
            {uses.length > 0 && (
                <ul>
                    {uses.map((use) => (
                        <li key={use.id} className="row tight">
                            {use.user_name}
                            <span className={use.returned_on ? "soft numbers" : "sign meaning-today numbers"}>
                                {shortDate(use.taken_on, today)} – {use.returned_on ? shortDate(use.returned_on, today) : text.out}
                            </span>
                        </li>
                    ))}
                </ul>
            )}
            {keeps && (
                <Button size="compact-sm" variant="default" leftSection={<IconNotebook size={14} aria-hidden />} onClick={() => setBox(out ? "back" : "take")}>
                    {out ? text.give_back_of(document.symbol) : text.add_side}
                </Button>
            )}
            {box === "take" && <TakeBox of={document} onClose={close} />}
            {box === "back" && out && <BackBox row={out} onClose={close} />}
        </Side>
    );
}
