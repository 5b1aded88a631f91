import { Button } from "@mantine/core";
import { useEffect } from "react";
import { Link, useRouteError } from "react-router";
import { Empty, PageHead } from "../ui/page.tsx";
import { words } from "../words/words.ts";

export function NotFound() {
    return (
        <>
            <PageHead title={words.frame.not_found} />
            <Empty title={words.frame.not_found_hint}>
                <Button component={Link} to="/" variant="default">
                    {words.frame.to_work}
                </Button>
            </Empty>
        </>
    );
}

export function Broken() {
    const error = useRouteError();
    useEffect(() => console.error(error), [error]);
    return (
        <Empty title={words.frame.broken} hint={words.frame.broken_hint}>
            <Button variant="default" onClick={() => location.reload()}>
                {words.frame.reload}
            </Button>
        </Empty>
    );
}
