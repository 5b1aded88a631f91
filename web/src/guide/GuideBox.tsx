import { Modal, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { useMe } from "../frame/session.ts";
import { words } from "../words/words.ts";
import { roleOf, roles, type GuideRole } from "./guide.ts";
import { GuideText, nameOf } from "./GuideText.tsx";

// F1: the guide over the page, which stays as it is with whatever was typed.
export default function GuideBox({ onClose }: { onClose: () => void }) {
    const [role, setRole] = useState<GuideRole>(roleOf(useMe()));
    return (
        <Modal opened onClose={onClose} title={words.guide.of(nameOf(role))} size={860}>
            <div className="row">
                <NativeSelect
                    aria-label={words.guide.role}
                    data={roles.map((value) => ({ value, label: nameOf(value) }))}
                    value={role}
                    onChange={(event) => setRole(event.currentTarget.value as GuideRole)}
                />
                <Link to={`/guide/${role}`} target="_blank" rel="noopener">
                    {words.guide.print_page}
                </Link>
            </div>
            <GuideText role={role} />
        </Modal>
    );
}
