import { Button, NativeSelect } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useNavigate, useParams } from "react-router";
import { useMe } from "../frame/session.ts";
import { PageHead } from "../ui/page.tsx";
import { words } from "../words/words.ts";
import { roleOf, roles, type GuideRole } from "./guide.ts";
import { GuideText, nameOf } from "./GuideText.tsx";

// The guide of a role as a page of its own: one A4 when printed.
export function GuidePage() {
    const me = useMe();
    const navigate = useNavigate();
    const asked = useParams()["role"];
    const role = roles.find((each) => each === asked) ?? roleOf(me);
    return (
        <>
            <PageHead title={words.guide.of(nameOf(role))}>
                <NativeSelect
                    className="no-print"
                    aria-label={words.guide.role}
                    data={roles.map((value) => ({ value, label: nameOf(value) }))}
                    value={role}
                    onChange={(event) => void navigate(`/guide/${event.currentTarget.value as GuideRole}`, { replace: true })}
                />
                <Button className="off-phone no-print" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
                    {words.verbs.print}
                </Button>
            </PageHead>
            <GuideText role={role} />
        </>
    );
}
