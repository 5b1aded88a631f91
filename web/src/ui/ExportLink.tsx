import { Button } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { words } from "../words/words.ts";

// The list as it is filtered now, as a spreadsheet.
export function ExportLink({ path, input = {} }: { path: string; input?: object }) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(input)) if (value !== undefined && value !== null && value !== "" && name !== "limit") query.set(name, String(value));
    return (
        <Button component="a" className="off-phone" variant="default" href={`${path}${query.size ? `?${query}` : ""}`} download leftSection={<IconFileSpreadsheet size={16} aria-hidden />}>
            {words.prints.export}
        </Button>
    );
}
