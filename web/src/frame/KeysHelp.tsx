import { Modal, Switch } from "@mantine/core";
import { words } from "../words/words.ts";
import { useKeyList } from "./keys.tsx";
import { useSingleLetters } from "./preferences.ts";

const shown: Record<string, string> = { "mod+enter": "Ctrl ↵", "mod+k": "Ctrl K", escape: "Esc", "mod+s": "Ctrl S" };

export default function KeysHelp({ onClose }: { onClose: () => void }) {
    const list = useKeyList();
    const [single, setSingle] = useSingleLetters();
    const rows: [string, string][] = [
        ...list.filter(({ key }) => !["mod+k", "/", "?", "f1"].includes(key)).map(({ key, words: text }): [string, string] => [shown[key] ?? key, text]),
        ["↑ ↓", words.keys.move],
        ["↵", words.keys.open],
        ["Ctrl K, /", words.keys.go_to],
        ["?", words.keys.help],
        ["F1", words.guide.title],
        ["Esc", words.keys.close],
    ];
    return (
        <Modal opened onClose={onClose} title={words.keys.title}>
            <table className="list">
                <tbody>
                    {rows.map(([key, text]) => (
                        <tr key={key + text}>
                            <td className="fixed">
                                <kbd>{key}</kbd>
                            </td>
                            <td style={{ width: "80%" }}>{text}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
            <Switch
                mt="md"
                label={words.keys.single_letters}
                description={words.keys.single_letters_hint}
                checked={single}
                onChange={(event) => setSingle(event.currentTarget.checked)}
            />
        </Modal>
    );
}
