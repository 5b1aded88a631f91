// «1 document», «1.204 documents»: figures keep the Vietnamese format.
export const many = (count: number, one: string, more = `${one}s`) => `${count.toLocaleString("de-DE")} ${count === 1 ? one : more}`;
