import { notifications } from "@mantine/notifications";
import { Problem } from "../api/client.ts";
import { sentenceOf } from "../words/words.ts";

// Short messages; Mantine reads them to screen readers (role alert).
export const tell = (message: string) => notifications.show({ message, color: "teal", autoClose: 4000 });
export const warn = (message: string) => notifications.show({ message, color: "red", autoClose: 9000 });
export const warnOf = (error: unknown) => warn(error instanceof Problem ? sentenceOf(error) : String(error));
