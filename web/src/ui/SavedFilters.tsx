import { ActionIcon, Button, Checkbox, Menu, TextInput } from "@mantine/core";
import { IconBookmark, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { api } from "../api/client.ts";
import { queries, useAct, useGet } from "../api/queries.ts";
import type { FilteredList, SavedFilter } from "../api/types.ts";
import { useMay } from "../frame/session.ts";
import { faultOf, words } from "../words/words.ts";
import { ActBox } from "./ActBox.tsx";
import { tell, warnOf } from "./notice.tsx";

// «Bộ lọc đã lưu»: the filters of a list under a name, one's own and the agency's.
export function SavedFilters({ list }: { list: FilteredList }) {
    const [parameters, setParameters] = useSearchParams();
    const [saving, setSaving] = useState(false);
    const may = useMay();
    const { data } = useGet("/api/saved-filters", { list });
    const filters = data?.items ?? [];
    const now = parameters.toString();
    const w = words.saved_filters;
    const remove = (filter: SavedFilter) =>
        void api
            .delete("/api/saved-filters/{id}", { id: filter.id })
            .then(() => queries.invalidateQueries({ queryKey: ["/api/saved-filters"] }))
            .catch(warnOf);
    return (
        <>
            <Menu position="bottom-end" width={300}>
                <Menu.Target>
                    <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />} className="saved-filters">
                        {w.title}
                    </Button>
                </Menu.Target>
                <Menu.Dropdown>
                    {filters.length === 0 && <Menu.Label>{w.none}</Menu.Label>}
                    {filters.map((filter) => (
                        <div key={filter.id} className="saved-filter">
                            <Menu.Item onClick={() => setParameters(new URLSearchParams(filter.query), { replace: true })} aria-current={filter.query === now}>
                                {filter.name}
                                {filter.shared && <span className="soft"> · {filter.mine ? w.shared : w.shared_by(filter.owner_name)}</span>}
                            </Menu.Item>
                            {(filter.mine || may("manage_people")) && (
                                <ActionIcon variant="subtle" color="gray" aria-label={w.remove(filter.name)} onClick={() => remove(filter)}>
                                    <IconX size={14} />
                                </ActionIcon>
                            )}
                        </div>
                    ))}
                    <Menu.Divider />
                    <Menu.Item disabled={now === ""} onClick={() => setSaving(true)}>
                        {w.save}
                    </Menu.Item>
                </Menu.Dropdown>
            </Menu>
            {saving && <SaveBox list={list} query={now} onClose={() => setSaving(false)} />}
        </>
    );
}

function SaveBox({ list, query, onClose }: { list: FilteredList; query: string; onClose: () => void }) {
    const w = words.saved_filters;
    const [name, setName] = useState("");
    const [shared, setShared] = useState(false);
    const save = useAct("/api/saved-filters", () => {
        tell(w.saved(name.trim()));
        void queries.invalidateQueries({ queryKey: ["/api/saved-filters"] });
        onClose();
    });
    return (
        <ActBox title={w.save} act={words.verbs.save} problem={save.error} busy={save.isPending} off={!name.trim()} onAct={() => save.mutate({ list, name: name.trim(), query, shared })} onClose={onClose}>
            <TextInput data-autofocus required label={w.name} description={w.name_hint} value={name} onChange={(event) => setName(event.currentTarget.value)} error={faultOf(save.error, "name")} />
            <Checkbox label={w.share} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
        </ActBox>
    );
}
