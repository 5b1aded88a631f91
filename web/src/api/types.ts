// Made from the server's types by `congso print-api --typescript`; not edited by hand.
// Ids and dates (YYYY-MM-DD) are strings, instants are milliseconds since 1970. A date that is not set is null; an id that is not set, too.

export interface AccessQuery {
    person?: string | null;
    record?: string | null;
    action?: string | null;
    from?: string | null;
    to?: string | null;
    after?: string | null;
    limit?: number | null;
}

export interface AccessRow {
    id: string;
    at: number;
    person: string;
    person_name: string;
    action: string;
    record: string;
    detail: string;
}

export interface AccountEntry {
    person: string;
    username: string;
    password?: string | null;
    disabled?: boolean | null;
}

export type Action = "receive" | "submit" | "instruct" | "lead" | "cooperate" | "read" | "check" | "approve" | "revise" | "number" | "issue" | "overdue" | "extend" | "confirm" | "draft" | "comment" | "hand_out" | "notice" | "close_dossier" | "review_dossier" | "approve_catalogue" | "revise_catalogue";

export interface Agency {
    id: string;
    parent: string;
    name: string;
    short_name: string;
    code: string;
    code_2016: string;
    place: string;
    address: string;
    phone: string;
    email: string;
    hosted: boolean;
    valid_from: string | null;
    valid_to: string | null;
    code_from: string | null;
    code_2016_to: string | null;
    heir: string;
    version: number;
}

export interface AgencyEntry {
    id?: string | null;
    version?: number | null;
    name: string;
    short_name: string;
    parent?: string | null;
    heir?: string | null;
    code?: string | null;
    code_2016?: string | null;
    place?: string | null;
    address?: string | null;
    phone?: string | null;
    email?: string | null;
    valid_from?: string | null;
    valid_to?: string | null;
    code_from?: string | null;
    code_2016_to?: string | null;
}

export interface AnswerExtension {
    id: string;
    give: boolean;
    due_on?: string | null;
    reason?: string | null;
}

export interface Approve {
    id: string;
    version?: number | null;
    authority?: Authority | null;
    text?: string | null;
}

export type Archiving = "due" | "soon" | "reviewed";

export interface AroundDocument {
    inside: NearDossier[];
    suggested: NearDossier[];
    related: RelatedDocument[];
}

export interface AskExtension {
    id: string;
    due_on?: string | null;
    due_days?: number | null;
    reason: string;
}

export interface Assign {
    id: string;
    version?: number | null;
    accept_proposal: boolean;
    instruction?: Instruction | null;
}

export interface Assignment {
    agency: string;
    id: string;
    record: string;
    person: string;
    person_name: string;
    part: Part;
    state: TasksState;
    due_on: string | null;
    assigned_by: string;
    assigned_at: number;
    read_at: number;
    done_at: number;
}

export interface Attached {
    id: string;
    name: string;
    size: number;
    media_type: string;
    main: boolean;
    position: number;
    preview: PreviewState;
    preview_id: string;
    pages: number;
}

export type Authority = "none" | "tm" | "kt" | "tl" | "tuq" | "q" | "own";

export interface Body {
    agency: string;
    id: string;
    name: string;
    parent_line: string;
    heading_lines: string;
    symbol: string;
    party: boolean;
    position: number;
    version: number;
}

export interface BodyEntry {
    id?: string | null;
    version?: number | null;
    name: string;
    heading_lines: string;
    symbol: string;
    parent_line?: string | null;
    party: boolean;
    position?: number | null;
}

export interface Book {
    agency: string;
    id: string;
    body: string;
    direction: Direction;
    name: string;
    kinds: string;
    period_kind: PeriodKind;
    position: number;
    closed: boolean;
    version: number;
}

export interface BookEntry {
    book?: string | null;
    version?: number | null;
    body?: string | null;
    direction: Direction;
    name: string;
    kinds: string[];
    period_kind: PeriodKind;
    position?: number | null;
    closed?: boolean | null;
}

export interface BookExport {
    book: string;
    period: number;
}

export interface BookLines {
    book: string;
    period: number;
    after?: number | null;
    limit?: number | null;
}

export interface BookPrintQuery {
    book: string;
    period: number;
    form?: Form | null;
    from?: string | null;
    to?: string | null;
}

export interface BookRow {
    number: number;
    state: NumberState;
    dated_on: string | null;
    reason: string;
    record: string;
    symbol: string;
    subject: string;
    person_name: string;
    at: number;
}

export interface BookRowsQuery {
    book: string;
    period: number;
    state?: NumberState | null;
    after?: string | null;
    limit?: number | null;
}

export interface ByBook {
    book: string;
}

export interface ByIdCopy {
    id: string;
}

export interface ByIdIncoming {
    id: string;
}

export interface ByIdJob {
    id: string;
}

export interface ByIdOutgoing {
    id: string;
}

export interface ByIdPerson {
    id: string;
}

export interface ByIdSavedFilter {
    id: string;
}

export interface ByIdSession {
    id: string;
}

export interface ByIdWorkDossier {
    id: string;
}

export interface CatalogueCopy {
    year: number;
    from: number;
}

export interface CatalogueEntry {
    year: number;
    version: number;
    numbering: CatalogueNumbering;
    rows: CatalogueRow[];
}

export type CatalogueNumbering = "whole" | "heading";

export interface CatalogueQuery {
    year?: number | null;
    record?: string | null;
}

export interface CatalogueReturn {
    year: number;
    reason: string;
}

export interface CatalogueRow {
    id?: string | null;
    kind: CatalogueRowKind;
    title: string;
    abbreviation: string;
    number: number;
    symbol: string;
    retention: number;
    creator?: string | null;
    creator_name: string;
    note: string;
    dossier?: string | null;
}

export type CatalogueRowKind = "major" | "minor" | "line";

export type CatalogueState = "draft" | "submitted" | "approved";

export interface CatalogueView {
    agency: string;
    id: string;
    year: number;
    numbering: CatalogueNumbering;
    state: CatalogueState;
    approved_by: string;
    approved_at: number;
    version: number;
    approved_by_name: string;
    rows: CatalogueRow[];
    years: number[];
    acts: string[];
}

export interface CatalogueYear {
    year: number;
    version?: number | null;
}

export interface CellFault {
    row: number;
    column: string;
    code: string;
    text: string;
}

export interface ChangeDossier {
    id: string;
    version: number;
    title: string;
    retention: number;
    starts_on: string | null;
    rights: string;
    language: string;
    note: string;
    creator?: string | null;
}

export interface ChangePassword {
    old_password: string;
    new_password: string;
}

export interface ChangedPlace {
    page: number;
    left: number;
    top: number;
    right: number;
    bottom: number;
}

export interface Check {
    kind: CheckKind;
    person: string;
    person_name: string;
    done_at: number;
}

export type CheckKind = "content" | "format";

export type CheckNeed = "optional" | "required" | "none";

export interface Checkpoint {
    agency: string;
    sequence: number;
    hash: string;
    at: number;
    public_key: string;
    signature: string;
    code: string;
}

export type Choice = "give" | "keep" | "back";

export interface ChoiceOf {
    record: string;
    action: Action;
    choice: Choice;
    to?: string | null;
}

export type Circulation = "none" | "return_after" | "inside_only";

export interface CloseDossier {
    id: string;
    version?: number | null;
    ends_on?: string | null;
}

export interface ClosePeriod {
    book: string;
    period: number;
}

export type ColumnList = "incoming" | "outgoing" | "copies" | "work_dossiers";

export interface Commenter {
    person: string;
    person_name: string;
    asked_at: number;
    answered_at: number;
    no_opinion: boolean;
}

export interface CompareVersions {
    id: string;
    from: number;
    to: number;
}

export interface ComparedRow {
    was: ComparedWords[];
    now: ComparedWords[];
    changed: boolean;
}

export interface ComparedSide {
    version: number;
    file: Attached;
    has_text: boolean;
    changed_words: number;
    places: ChangedPlace[];
}

export interface ComparedWords {
    text: string;
    changed: boolean;
}

export interface Comparison {
    was: ComparedSide;
    now: ComparedSide;
    rows: ComparedRow[];
}

export interface ConfirmCode {
    code: string;
}

export interface ConfirmPassword {
    password: string;
}

export type ContentKind = "incoming" | "outgoing" | "file";

export type CopiesState = "made" | "issued" | "voided";

export interface CopyEntry {
    source_kind: SourceKind;
    source: string;
    form: CopyForm;
    body: string;
    signer: string;
    authority?: Authority | null;
    copied_on?: string | null;
    recipients: Recipient[];
    copy_count?: number | null;
    note?: string | null;
    part?: string | null;
    text?: string | null;
    source_place?: string | null;
    first_page?: number | null;
    last_page?: number | null;
}

export type CopyForm = "full" | "recopied" | "extract";

export interface CopyHandOutPrint {
    id: string;
    person?: string | null;
}

export interface CopyPage {
    items: CopyRow[];
    after: string;
    total: number;
    more_than_total: boolean;
}

export interface CopyQuery {
    query?: string | null;
    form?: CopyForm | null;
    state?: CopiesState | null;
    source?: string | null;
    after?: string | null;
    limit?: number | null;
}

export interface CopyRow {
    id: string;
    form: CopyForm;
    year: number;
    number: number;
    symbol: string;
    source_name: string;
    subject: string;
    signer_name: string;
    copied_on: string | null;
    state: CopiesState;
}

export interface CopyView {
    agency: string;
    id: string;
    form: CopyForm;
    source_kind: SourceKind;
    source: string;
    source_name: string;
    subject: string;
    part: string;
    text: string;
    first_page: number;
    last_page: number;
    source_place: string;
    body: string;
    signer: string;
    signing_lines: string;
    signer_name: string;
    book: string;
    year: number;
    number: number;
    symbol: string;
    copied_on: string | null;
    copy_count: number;
    note: string;
    maker: string;
    made_at: number;
    issued_at: number;
    state: CopiesState;
    void_reason: string;
    version: number;
    body_name: string;
    maker_name: string;
    recipients: Recipient[];
    deliveries: Delivery[];
    scan?: Attached | null;
    left_out: string[];
    sees_source: boolean;
    story: Event[];
    acts: string[];
}

export interface Corrected {
    version: number;
    field: string;
    before: string;
    after: string;
    reason: string;
    person_name: string;
    at: number;
}

export interface Correction {
    id: string;
    version: number;
    reason: string;
    issuer?: string | null;
    origin_number?: string | null;
    kind?: string | null;
    subject?: string | null;
    issued_on?: string | null;
    urgency?: Urgency | null;
    secrecy?: Secrecy | null;
    signer_name?: string | null;
    signer_position?: string | null;
    document_code?: string | null;
    note?: string | null;
    page_count?: number | null;
    copy_count?: number | null;
    received_as?: ReceivedAs | null;
    files: string[];
}

export interface Counts {
    total: number;
    overdue: number;
    today: number;
    incoming: number;
    outgoing: number;
    work_dossiers: number;
}

export interface DayChange {
    day: string | null;
    kind?: DayKind | null;
    name: string;
}

export interface DayEntry {
    day: string | null;
    kind: DayKind;
    name: string;
}

export type DayKind = "holiday" | "compensatory_off" | "swapped_off" | "swapped_work";

export interface DaySheetQuery {
    book: string;
    day?: string | null;
}

export interface DeadlineQuery {
    from?: string | null;
    working_days?: number | null;
    due_on?: string | null;
}

export interface DeadlineView {
    from: string | null;
    due_on: string | null;
    working_days: number;
    rest?: Step | null;
    steps: Step[];
}

export interface DecideRights {
    ids: string[];
    confirm: boolean;
}

export interface Delivery {
    person: string;
    person_name: string;
    post_name: string;
    through: string;
    delivered_at: number;
    read_at: number;
    reminded_at: number;
    on_paper: boolean;
    handed_on: string | null;
    handed_to: string;
}

export interface DemoAccount {
    username: string;
    full_name: string;
    role_name: string;
    agency_name: string;
}

export type Density = "dense" | "normal" | "roomy";

export interface Detail {
    name: string;
    text: string;
}

export type Direction = "incoming" | "outgoing" | "copies";

export interface DocumentRef {
    kind: ContentKind;
    record: string;
}

export interface DossierContent {
    id: string;
    ordinal: number;
    kind: ContentKind;
    record: string;
    number: string;
    issued_on: string | null;
    type_name: string;
    subject: string;
    author: string;
    page_count: number;
    note: string;
    state: string;
    added_by_name: string;
    added_at: number;
    visible: boolean;
    files: Attached[];
}

export interface DossierFinding {
    code: string;
    ordinal: number;
    blocks: boolean;
}

export interface DossierReader {
    person: string;
    part: ReaderPart;
    person_name: string;
}

export interface Draft {
    id?: string | null;
    version?: number | null;
    body: string;
    kind: string;
    subject: string;
    urgency?: Urgency | null;
    secrecy?: Secrecy | null;
    unit?: string | null;
    signer?: string | null;
    recipients: Recipient[];
    reply_to?: string | null;
    due_on?: string | null;
    text: Paragraph[];
    files: string[];
    note?: string | null;
    details: Detail[];
    valid_until?: string | null;
    enclosed_to?: string | null;
    initials?: string | null;
    circulation?: Circulation | null;
    copy_count?: number | null;
    with_address: boolean;
    internal: boolean;
    from_template?: boolean | null;
}

export interface DraftTemplate {
    kind: string;
    version: number;
    opening: Paragraph[];
    closing: Paragraph[];
    recipients: Recipient[];
    text_style: TextStyle;
    margins: Margins;
    note: string;
    saved_by: string;
    saved_by_name: string;
    saved_at: number;
}

export interface DraftTemplateEntry {
    kind: string;
    version: number;
    opening: Paragraph[];
    closing: Paragraph[];
    recipients: Recipient[];
    text_style?: TextStyle | null;
    margins?: Margins | null;
    note?: string | null;
}

export interface DraftTemplateQuery {
    kind: string;
}

export interface EndStandIn {
    id: string;
}

export interface Enrolment {
    secret: string;
    picture: string;
}

export interface EnterInstruction {
    id: string;
    version?: number | null;
    leader: string;
    instruction: Instruction;
    files: string[];
}

export interface Envelope {
    agency: string;
    id: string;
    arrived_on: string | null;
    sender: string;
    mark: string;
    person: string;
    addressee: string;
    urgency: Urgency;
    note: string;
    state: EnvelopesState;
    handed_to: string;
    handed_at: number;
    document: string;
    entered_by: string;
    entered_at: number;
}

export interface EnvelopeEntry {
    arrived_on?: string | null;
    sender: string;
    mark?: string | null;
    note?: string | null;
    person?: string | null;
    addressee?: string | null;
    urgency?: Urgency | null;
}

export interface EnvelopeQuery {
    state?: EnvelopesState | null;
    after?: string | null;
    limit?: number | null;
}

export type EnvelopesState = "waiting" | "handed_over" | "registered";

export interface Event {
    at: number;
    person: string;
    person_name: string;
    action: string;
    detail: string;
}

export interface Extension {
    agency: string;
    id: string;
    record: string;
    asked_by: string;
    asked_by_name: string;
    asked_at: number;
    due_on: string | null;
    wanted_on: string | null;
    reason: string;
    state: ExtensionState;
}

export type ExtensionState = "waiting" | "given" | "refused" | "dropped";

export interface FailedJob {
    id: string;
    kind: string;
    created_at: number;
    attempts: number;
    error: string;
}

export interface FieldsQuery {
    id: string;
}

export interface FigureMonth {
    month: number;
    value?: number | null;
    numerator: number;
    denominator?: number | null;
    list: string;
    denominator_list: string;
}

export interface FigureValue {
    name: string;
    unit: FiguresUnit;
    title: string;
    value?: number | null;
    numerator: number;
    denominator?: number | null;
    list: string;
    denominator_list: string;
}

export interface FigureValues {
    from: string | null;
    to: string | null;
    items: FigureValue[];
}

export interface FigureYear {
    name: string;
    unit: FiguresUnit;
    title: string;
    year: number;
    months: FigureMonth[];
}

export interface FiguresQuery {
    from?: string | null;
    to?: string | null;
}

export type FiguresUnit = "documents" | "percent";

export interface FileQuery {
    id: string;
    name?: string | null;
    download?: number | null;
}

export type FilteredList = "incoming" | "outgoing" | "work_dossiers";

export interface FiltersOf {
    list: FilteredList;
}

export interface FindQuery {
    query: string;
    kinds?: string | null;
    limit?: number | null;
}

export interface Findings {
    groups: FoundGroup[];
}

export interface Finish {
    id: string;
    version?: number | null;
    result: Result;
    reply?: string | null;
    text?: string | null;
}

export type Form = "entries" | "handling" | "post";

export interface Forward {
    id: string;
    text: string;
    shares: Share[];
}

export interface FoundGroup {
    kind: FoundKind;
    items: FoundItem[];
    more: boolean;
}

export interface FoundItem {
    record: string;
    name: string;
    detail: string;
    day: string | null;
    urgency: Urgency;
    state: string;
}

export type FoundKind = "incoming" | "outgoing" | "copy" | "work_dossier" | "person" | "book" | "agency";

export interface GiveAccess {
    id: string;
    readers: DossierReader[];
}

export interface GiveBack {
    id: string;
    returned_on?: string | null;
}

export interface GroupEntry {
    id?: string | null;
    version?: number | null;
    name: string;
    position?: number | null;
    valid_from?: string | null;
    valid_to?: string | null;
    members: MemberEntry[];
}

export interface GroupView {
    agency: string;
    id: string;
    name: string;
    position: number;
    valid_from: string | null;
    valid_to: string | null;
    version: number;
    members: Member[];
}

export interface HandOut {
    id: string;
    people: string[];
    handed_on?: string | null;
    handed_to?: string | null;
}

export interface HandOutCopy {
    id: string;
    people: string[];
    handed_on?: string | null;
    handed_to?: string | null;
}

export interface HandOutPrint {
    id: string;
    person?: string | null;
}

export interface HandOver {
    id: string;
    to?: string | null;
}

export interface Handover {
    person: string;
    choices: ChoiceOf[];
    reason?: string | null;
    leave: boolean;
}

export interface HiddenColumns {
    list: ColumnList;
    columns: string;
}

export interface HistoryOf {
    id: string;
}

export interface Holder {
    agency: string;
    id: string;
    person: string;
    post: string;
    main: boolean;
    valid_from: string | null;
    valid_to: string | null;
    version: number;
    person_name: string;
    post_name: string;
}

export interface Holding {
    agency: string;
    id: string;
    person: string;
    post: string;
    main: boolean;
    valid_from: string | null;
    valid_to: string | null;
    version: number;
}

export interface HoldingEntry {
    id?: string | null;
    version?: number | null;
    person: string;
    post: string;
    main: boolean;
    valid_from?: string | null;
    valid_to?: string | null;
}

export interface Hours {
    valid_from: string | null;
    periods: Period[];
}

export interface HoursChange {
    valid_from: string | null;
    periods: Period[];
}

export interface ImportEntry {
    book: string;
    file: string;
    reason: string;
}

export interface ImportFault {
    column: string;
    code: string;
}

export interface ImportPeople {
    rows: ImportRow[];
}

export interface ImportPreview {
    rows: ImportRow[];
    wrong: number;
}

export interface ImportRow {
    line: number;
    full_name: string;
    post: string;
    email: string;
    phone: string;
    born_on: string;
    username: string;
    roles: string;
    faults: ImportFault[];
}

export interface Imported {
    count: number;
    first_number: number;
    last_number: number;
    next_number: number;
}

export type IncomingCounted = "registered" | "due" | "on_time";

export interface IncomingDocument {
    agency: string;
    id: string;
    book: string;
    year: number;
    arrival_number: number;
    arrived_on: string | null;
    issuer: string;
    issuer_agency: string;
    origin_number: string;
    issued_on: string | null;
    kind: string;
    subject: string;
    urgency: Urgency;
    secrecy: Secrecy;
    due_on: string | null;
    due_by: string | null;
    due_days: number;
    due_from: string | null;
    state: IncomingState;
    way: Way;
    signer_name: string;
    signer_position: string;
    document_code: string;
    page_count: number;
    copy_count: number;
    note: string;
    lead: string;
    result: Result;
    reply: string;
    registered_at: number;
    done_at: number;
    received_as: ReceivedAs;
    version: number;
    files: Attached[];
}

export interface IncomingEntry {
    arrival?: string | null;
    book?: string | null;
    arrived_on?: string | null;
    issuer: string;
    origin_number: string;
    issuer_agency?: string | null;
    issuer_code?: string | null;
    issued_on?: string | null;
    kind: string;
    subject: string;
    urgency?: Urgency | null;
    secrecy?: Secrecy | null;
    due_on?: string | null;
    due_days?: number | null;
    signer_name?: string | null;
    signer_position?: string | null;
    document_code?: string | null;
    note?: string | null;
    page_count?: number | null;
    copy_count?: number | null;
    received_as?: ReceivedAs | null;
    files: string[];
    duplicate_of?: string | null;
    submit?: Instruction | null;
    submit_to?: string | null;
}

export interface IncomingPage {
    items: IncomingRow[];
    after: string;
    total: number;
    more_than_total: boolean;
}

export interface IncomingPrint {
    id: string;
    file?: string | null;
}

export interface IncomingQuery {
    query?: string | null;
    state?: IncomingState | null;
    kind?: string | null;
    issuer?: string | null;
    from?: string | null;
    to?: string | null;
    person?: string | null;
    overdue?: boolean | null;
    counted?: IncomingCounted | null;
    after?: string | null;
    limit?: number | null;
}

export interface IncomingRow {
    id: string;
    year: number;
    arrival_number: number;
    arrived_on: string | null;
    issuer: string;
    origin_number: string;
    issued_on: string | null;
    kind: string;
    subject: string;
    urgency: Urgency;
    state: IncomingState;
    due_on: string | null;
    lead_name: string;
    overdue: boolean;
    days_left?: number | null;
}

export type IncomingState = "arrived" | "returned" | "registered" | "submitted" | "assigned" | "in_progress" | "done" | "cancelled";

export interface IncomingTakeBack {
    id: string;
    version?: number | null;
    reason?: string | null;
}

export interface IncomingView {
    agency: string;
    id: string;
    book: string;
    year: number;
    arrival_number: number;
    arrived_on: string | null;
    issuer: string;
    issuer_agency: string;
    origin_number: string;
    issued_on: string | null;
    kind: string;
    subject: string;
    urgency: Urgency;
    secrecy: Secrecy;
    due_on: string | null;
    due_by: string | null;
    due_days: number;
    due_from: string | null;
    state: IncomingState;
    way: Way;
    signer_name: string;
    signer_position: string;
    document_code: string;
    page_count: number;
    copy_count: number;
    note: string;
    lead: string;
    result: Result;
    reply: string;
    registered_at: number;
    done_at: number;
    received_as: ReceivedAs;
    version: number;
    files: Attached[];
    lead_name: string;
    book_name: string;
    assignments: Assignment[];
    proposal?: Instruction | null;
    submitted_to_name: string;
    notes: Note[];
    story: Event[];
    reply_symbol: string;
    acts: string[];
    days_left?: number | null;
    overdue: boolean;
    written: Attached[];
    extension?: Extension | null;
}

export interface Instruction {
    text: string;
    shares: Share[];
    due_on?: string | null;
    due_days?: number | null;
}

export interface Issue {
    id: string;
    version?: number | null;
    scan?: string | null;
    copy_count?: number | null;
    paper_kept: boolean;
}

export interface IssueCopy {
    id: string;
    version?: number | null;
    scan?: string | null;
    copy_count?: number | null;
}

export interface Issuer {
    name: string;
    issuer_agency: string;
}

export interface IssuerQuery {
    query?: string | null;
}

export interface Item {
    kind: RecordKind;
    record: string;
    action: Action;
    urgency: Urgency;
    title: string;
    from_whom: string;
    symbol: string;
    since: number;
    due_on: string | null;
    days_left?: number | null;
    absent: string;
    absent_name: string;
}

export type Keeping = "permanent" | "long_term" | "short_term";

export interface Kind {
    code: string;
    name: string;
    abbreviation: string;
    outgoing: boolean;
    position: number;
    addressees?: boolean | null;
    validity?: boolean | null;
    fields: KindField[];
    used: boolean;
    content_check: CheckNeed;
    format_check: CheckNeed;
    version: number;
}

export interface KindEntry {
    code: string;
    version: number;
    used: boolean;
    content_check: CheckNeed;
    format_check: CheckNeed;
}

export interface KindField {
    name: string;
    label: string;
}

export type Language = "vi" | "en";

export interface LeadProposal {
    person: string;
    full_name: string;
    alike: number;
    subject: string;
}

export interface LeadQuery {
    issuer: string;
    subject: string;
    kind?: string | null;
}

export interface MandateEntry {
    id?: string | null;
    version?: number | null;
    kind: MandateKind;
    from_person: string;
    to_person: string;
    body?: string | null;
    signing_lines?: string | null;
    scope?: string | null;
    document?: string | null;
    valid_from: string | null;
    valid_to: string | null;
}

export type MandateKind = "delegation" | "tuq";

export interface MandateRow {
    agency: string;
    id: string;
    kind: MandateKind;
    from_person: string;
    to_person: string;
    body: string;
    signing_lines: string;
    scope: string;
    document: string;
    valid_from: string | null;
    valid_to: string | null;
    version: number;
    from_name: string;
    to_name: string;
    in_force: boolean;
}

export interface Margins {
    top_mm: number;
    bottom_mm: number;
    left_mm: number;
    right_mm: number;
}

export interface Me {
    person: string;
    full_name: string;
    username: string;
    post_name: string;
    agency: string;
    agency_name: string;
    agency_short_name: string;
    permissions: Permission[];
    units: string[];
    demo: boolean;
    now: number;
    owes: string;
}

export interface Member {
    kind: MemberKind;
    target: string;
    name: string;
    valid_from: string | null;
    valid_to: string | null;
}

export interface MemberEntry {
    kind: MemberKind;
    target: string;
    valid_from?: string | null;
    valid_to?: string | null;
}

export type MemberKind = "post" | "unit" | "person";

export interface MonthsQuery {
    name: string;
    year?: number | null;
}

export interface MyWork {
    counts: Counts;
    items: Item[];
}

export interface NearDossier {
    id: string;
    year: number;
    symbol: string;
    title: string;
    has_related: boolean;
}

export interface NewComment {
    id: string;
    text: string;
    request_revision: boolean;
    no_opinion: boolean;
}

export interface NewVersion {
    id: string;
    file: string;
    made_from: number;
    reason: string;
    insist: boolean;
}

export type None = Record<string, never>;

export interface Note {
    agency: string;
    id: string;
    record: string;
    kind: NoteKind;
    person: string;
    person_name: string;
    entered_by: string;
    entered_by_name: string;
    at: number;
    text: string;
}

export type NoteKind = "proposal" | "instruction" | "progress" | "forward" | "return_reason" | "result" | "comment";

export type Nothing = Record<string, never>;

export interface NumberLine {
    agency: string;
    book: string;
    period: number;
    number: number;
    state: NumberState;
    dated_on: string | null;
    record: string;
    reason: string;
    person: string;
    at: number;
}

export type NumberState = "issued" | "reserved" | "voided" | "imported";

export interface OfPerson {
    person: string;
}

export interface OfYear {
    year: number;
}

export interface OpenDossier {
    line?: string | null;
    year?: number | null;
    symbol?: string | null;
    title?: string | null;
    retention?: number | null;
    starts_on?: string | null;
    rights?: string | null;
    language?: string | null;
    note?: string | null;
    documents: DocumentRef[];
}

export interface OpenThing {
    kind: RecordKind;
    record: string;
    action: Action;
    urgency: Urgency;
    symbol: string;
    title: string;
    since: number;
    due_on: string | null;
}

export interface OpenThings {
    person: string;
    full_name: string;
    items: OpenThing[];
}

export interface Opened {
    id: string;
    document: string;
}

export interface OrgUnit {
    agency: string;
    id: string;
    parent: string;
    name: string;
    abbreviation: string;
    position: number;
    valid_from: string | null;
    valid_to: string | null;
    version: number;
}

export type OutgoingCounted = "issued";

export interface OutgoingPage {
    items: OutgoingRow[];
    after: string;
    total: number;
    more_than_total: boolean;
}

export interface OutgoingQuery {
    query?: string | null;
    state?: OutgoingState | null;
    kind?: string | null;
    from?: string | null;
    to?: string | null;
    person?: string | null;
    body?: string | null;
    overdue?: boolean | null;
    counted?: OutgoingCounted | null;
    after?: string | null;
    limit?: number | null;
}

export interface OutgoingRow {
    id: string;
    year: number;
    number: number;
    symbol: string;
    issued_on: string | null;
    kind: string;
    subject: string;
    urgency: Urgency;
    state: OutgoingState;
    signer_name: string;
    drafter_name: string;
    due_on: string | null;
    created_at: number;
}

export type OutgoingState = "draft" | "reviewing" | "returned" | "submitted" | "approved" | "numbered" | "issued" | "recalled" | "replaced" | "corrected" | "discarded";

export interface OutgoingTakeBack {
    id: string;
    version?: number | null;
    reason: string;
}

export interface OutgoingView {
    agency: string;
    id: string;
    body: string;
    kind: string;
    subject: string;
    urgency: Urgency;
    unit: string;
    drafter: string;
    signer: string;
    signing_lines: string;
    signer_name: string;
    book: string;
    year: number;
    number: number;
    symbol: string;
    issued_on: string | null;
    state: OutgoingState;
    reply_to: string;
    due_on: string | null;
    page_count: number;
    copy_count: number;
    note: string;
    created_at: number;
    approved_at: number;
    dispatched_at: number;
    version: number;
    valid_until: string | null;
    enclosed_to: string;
    circulation: Circulation;
    initials: string;
    with_address: boolean;
    internal: boolean;
    paper_kept: boolean;
    kind_name: string;
    body_name: string;
    drafter_name: string;
    unit_name: string;
    recipients: Recipient[];
    deliveries: Delivery[];
    text: Paragraph[];
    versions: Version[];
    appendices: Attached[];
    issued_file?: Attached | null;
    checks: Check[];
    commenters: Commenter[];
    details: Detail[];
    comments: Note[];
    story: Event[];
    reply_to_symbol: string;
    reply_to_subject: string;
    superseded_by_symbol: string;
    acts: string[];
}

export interface PageAccessRow {
    items: AccessRow[];
    after: string;
}

export interface PageAgency {
    items: Agency[];
    after: string;
}

export interface PageBody {
    items: Body[];
    after: string;
}

export interface PageBook {
    items: Book[];
    after: string;
}

export interface PageBookRow {
    items: BookRow[];
    after: string;
}

export interface PageCheckpoint {
    items: Checkpoint[];
    after: string;
}

export interface PageCorrected {
    items: Corrected[];
    after: string;
}

export interface PageDraftTemplate {
    items: DraftTemplate[];
    after: string;
}

export interface PageEnvelope {
    items: Envelope[];
    after: string;
}

export interface PageEvent {
    items: Event[];
    after: string;
}

export interface PageFailedJob {
    items: FailedJob[];
    after: string;
}

export interface PageGroupView {
    items: GroupView[];
    after: string;
}

export interface PageHolder {
    items: Holder[];
    after: string;
}

export interface PageIssuer {
    items: Issuer[];
    after: string;
}

export interface PageKind {
    items: Kind[];
    after: string;
}

export interface PageLeadProposal {
    items: LeadProposal[];
    after: string;
}

export interface PageMandateRow {
    items: MandateRow[];
    after: string;
}

export interface PageNumberLine {
    items: NumberLine[];
    after: string;
}

export interface PagePeriodView {
    items: PeriodView[];
    after: string;
}

export interface PagePersonRow {
    items: PersonRow[];
    after: string;
}

export interface PagePhraseList {
    items: PhraseList[];
    after: string;
}

export interface PagePost {
    items: Post[];
    after: string;
}

export interface PageRightsChangeRow {
    items: RightsChangeRow[];
    after: string;
}

export interface PageRole {
    items: Role[];
    after: string;
}

export interface PageSavedFilter {
    items: SavedFilter[];
    after: string;
}

export interface PageSeal {
    items: Seal[];
    after: string;
}

export interface PageSessionRow {
    items: SessionRow[];
    after: string;
}

export interface PageSigningPower {
    items: SigningPower[];
    after: string;
}

export interface PageTrailRow {
    items: TrailRow[];
    after: string;
}

export interface PageTwin {
    items: Twin[];
    after: string;
}

export interface PageUnit {
    items: OrgUnit[];
    after: string;
}

export interface PageUseRow {
    items: UseRow[];
    after: string;
}

export interface Paragraph {
    style: ParagraphStyle;
    text: string;
}

export type ParagraphStyle = "paragraph" | "basis" | "heading" | "article" | "bullet";

export type Part = "lead" | "cooperate" | "inform";

export interface Period {
    weekday: number;
    from: number;
    to: number;
}

export interface PeriodEntry {
    book: string;
    period: number;
    starts_on?: string | null;
    ends_on?: string | null;
    first_number?: number | null;
}

export type PeriodKind = "year" | "term";

export interface PeriodView {
    agency: string;
    book: string;
    period: number;
    starts_on: string | null;
    ends_on: string | null;
    first_number: number;
    last_number: number;
    last_date: string | null;
    closed: boolean;
    closed_at: number;
    closed_by: string;
    closed_by_name: string;
    reserved: number;
}

export type Permission = "signed_in" | "read_documents" | "see_all_documents" | "register_incoming" | "direct_documents" | "handle_documents" | "draft_outgoing" | "review_outgoing" | "approve_outgoing" | "number_outgoing" | "manage_books" | "manage_people" | "manage_calendar" | "read_audit" | "manage_catalogue" | "keep_archive" | "copy_documents";

export interface Person {
    agency: string;
    id: string;
    full_name: string;
    sort_key: string;
    email: string;
    phone: string;
    born_on: string | null;
    active: boolean;
    version: number;
}

export interface PersonEntry {
    id?: string | null;
    version?: number | null;
    full_name: string;
    email?: string | null;
    phone?: string | null;
    born_on?: string | null;
    active?: boolean | null;
    main_post?: string | null;
}

export interface PersonRoles {
    id: string;
    roles: string[];
}

export interface PersonRow {
    id: string;
    full_name: string;
    post_name: string;
    unit_name: string;
    username: string;
    active: boolean;
    reads: boolean;
    handles: boolean;
    directs: boolean;
    disabled: boolean;
}

export interface PersonView {
    person: Person;
    holdings: Holding[];
}

export interface PhraseEntry {
    place: Place;
    version: number;
    phrases: string[];
}

export interface PhraseList {
    place: Place;
    version: number;
    phrases: string[];
}

export type Place = "proposal" | "instruction" | "progress" | "comment";

export interface Post {
    agency: string;
    id: string;
    unit: string;
    body: string;
    name: string;
    authority: Authority;
    signing_lines: string;
    heads_agency: boolean;
    heads_unit: boolean;
    position: number;
    valid_from: string | null;
    valid_to: string | null;
    version: number;
}

export interface PostEntry {
    id?: string | null;
    version?: number | null;
    name: string;
    unit?: string | null;
    body?: string | null;
    authority: Authority;
    signing_lines?: string | null;
    heads_agency: boolean;
    heads_unit: boolean;
    position?: number | null;
    valid_from?: string | null;
    valid_to?: string | null;
}

export interface Preferences {
    language: Language;
    theme: Theme;
    density: Density;
    single_letters: boolean;
    folded: boolean;
    notices_seen_at: number;
    hidden: HiddenColumns[];
}

export interface PreferencesChange {
    language?: Language | null;
    theme?: Theme | null;
    density?: Density | null;
    single_letters?: boolean | null;
    folded?: boolean | null;
    notices_seen?: boolean | null;
    hidden?: HiddenColumns | null;
}

export interface Preview {
    period: number;
    count: number;
    first_number: number;
    last_number: number;
    columns: string[];
    ignored: string[];
    rows: PreviewRow[];
    faults: CellFault[];
    fault_count: number;
}

export interface PreviewQuery {
    id: string;
    download?: number | null;
}

export interface PreviewRow {
    row: number;
    number: number;
    day: string | null;
    symbol: string;
    subject: string;
}

export type PreviewState = "none" | "pending" | "ready" | "failed";

export interface Progress {
    id: string;
    text: string;
    done: boolean;
}

export interface PutDocuments {
    id: string;
    documents: DocumentRef[];
}

export interface PutFile {
    id: string;
    file: string;
    subject: string;
    type_name?: string | null;
    number?: string | null;
    author?: string | null;
    note?: string | null;
    issued_on?: string | null;
    page_count?: number | null;
}

export interface ReadField {
    name: string;
    value: string;
    sure: boolean;
    page: number;
    left: number;
    top: number;
    right: number;
    bottom: number;
}

export interface ReadFields {
    fields: ReadField[];
}

export type ReaderPart = "read" | "write";

export type Reason = "start" | "working" | "weekly_rest" | "holiday" | "compensatory_off" | "swapped_off" | "swapped_work";

export interface Reassign {
    id: string;
    version?: number | null;
    instruction: Instruction;
    reason: string;
}

export interface Recall {
    id: string;
    reason: string;
}

export type ReceivedAs = "original" | "full_copy" | "recopied" | "extract";

export interface Recipient {
    kind: RecipientKind;
    target?: string | null;
    name: string;
    mark: string;
    addressee: boolean;
    delivered_at: number;
    read_at: number;
    received_at?: number | null;
    returned_at?: number | null;
    cancelled_at?: number | null;
    return_reason?: string | null;
}

export type RecipientKind = "agency" | "person" | "unit" | "post" | "group" | "outside";

export type RecordKind = "incoming" | "outgoing" | "work_dossier" | "catalogue" | "copy";

export interface RecoveryCodes {
    codes: string[];
}

export interface RegisterQuery {
    year: number;
}

export interface RelatedDocument {
    kind: ContentKind;
    record: string;
    number: string;
    subject: string;
}

export interface Remind {
    id: string;
}

export interface RemindOfCopy {
    id: string;
}

export interface Reopen {
    id: string;
    version?: number | null;
    reason: string;
}

export interface ReopenDossier {
    id: string;
    reason: string;
}

export interface Reserve {
    book: string;
    reason: string;
    dated_on?: string | null;
}

export interface ResetFactor {
    person: string;
}

export type Result = "none" | "replied" | "filed" | "noted";

export interface ReviewDossier {
    id: string;
    complete: boolean;
    reason?: string | null;
}

export type RightsChangeKind = "person_roles" | "role_permissions";

export interface RightsChangeRow {
    id: string;
    kind: RightsChangeKind;
    subject: string;
    subject_name: string;
    now: string[];
    wanted: string[];
    asked_by: string;
    asked_by_name: string;
    asked_at: number;
    mine_to_confirm: boolean;
}

export interface Role {
    agency: string;
    id: string;
    code: string;
    name: string;
    permissions: Permission[];
    second_factor: boolean;
    version: number;
}

export interface RoleEntry {
    id?: string | null;
    version?: number | null;
    name: string;
    permissions: Permission[];
    second_factor: boolean;
}

export interface SaveFilter {
    list: FilteredList;
    name: string;
    query: string;
    shared: boolean;
}

export interface SavedFilter {
    id: string;
    list: FilteredList;
    name: string;
    query: string;
    shared: boolean;
    mine: boolean;
    owner_name: string;
}

export interface Seal {
    body: string;
    file: string;
}

export interface SealEntry {
    body: string;
    file: string;
}

export interface SecondFactor {
    on: boolean;
    required: boolean;
    recovery_codes: number;
}

export type Secrecy = "none" | "confidential" | "secret" | "top_secret";

export interface SendBack {
    id: string;
    reason: string;
}

export interface SessionRow {
    id: string;
    created_at: number;
    seen_at: number;
    address: string;
    browser: string;
    current: boolean;
}

export interface Setup {
    open: boolean;
    posts: SetupPost[];
}

export interface SetupEntry {
    code: string;
    agency: string;
    short_name: string;
    place: string;
    agency_code?: string | null;
    administrator: string;
    username: string;
    password: string;
    people: SetupPerson[];
}

export interface SetupPerson {
    full_name: string;
    post: string;
    username: string;
    password: string;
}

export interface SetupPost {
    code: string;
    name: string;
}

export interface Share {
    person: string;
    part: Part;
    due_on?: string | null;
}

export interface SignIn {
    username: string;
    password: string;
    code?: string | null;
}

export interface SigningPower {
    person: string;
    person_name: string;
    body: string;
    authority: Authority;
    signing_lines: string;
}

export type SourceKind = "incoming" | "outgoing";

export interface StandIn {
    to_person: string;
    scope?: string | null;
    valid_from: string | null;
    valid_to: string | null;
}

export interface Step {
    day: string | null;
    counted: boolean;
    number: number;
    reason: Reason;
    name: string;
}

export interface StoredFile {
    id: string;
    name: string;
    size: number;
    media_type: string;
}

export interface Submit {
    id: string;
    version?: number | null;
    to?: string | null;
    proposal: Instruction;
}

export interface SubmitDraft {
    id: string;
    version?: number | null;
    signer?: string | null;
    commenters: string[];
    content_checker?: string | null;
    format_checker?: string | null;
}

export interface Supersede {
    id: string;
    by: string;
    reason: string;
}

export interface TakeNumber {
    id: string;
    version?: number | null;
    issued_on?: string | null;
    book?: string | null;
    period?: number | null;
    reserved?: number | null;
}

export interface TakeOut {
    id: string;
    content: string;
}

export type TasksState = "waiting" | "accepted" | "done" | "passed_on";

export interface TextStyle {
    half_points: number;
    line_percent: number;
    indent_tenths_mm: number;
    gap_pt: number;
}

export type Theme = "automatic" | "light" | "dark";

export interface ThumbnailQuery {
    id: string;
    page?: number | null;
}

export interface TrailQuery {
    person?: string | null;
    kind?: string | null;
    from?: string | null;
    to?: string | null;
    after?: string | null;
    limit?: number | null;
}

export interface TrailRow {
    sequence: number;
    at: number;
    person: string;
    person_name: string;
    action: string;
    record_kind: string;
}

export interface Twin {
    id: string;
    state: IncomingState;
    year: number;
    arrival_number: number;
    issuer: string;
    origin_number: string;
    subject: string;
}

export interface TwinQuery {
    issuer: string;
    origin_number: string;
    issued_on?: string | null;
    document_code?: string | null;
    issuer_agency?: string | null;
    arrival?: string | null;
}

export interface UnitEntry {
    id?: string | null;
    version?: number | null;
    name: string;
    abbreviation?: string | null;
    parent?: string | null;
    position?: number | null;
    valid_from?: string | null;
    valid_to?: string | null;
}

export interface UploadQuery {
    name: string;
}

export interface Urge {
    id: string;
    text?: string | null;
}

export type Urgency = "normal" | "urgent" | "very_urgent" | "express" | "timed_express";

export interface UseEntry {
    document: string;
    taken_on?: string | null;
    person?: string | null;
    user_name?: string | null;
    allowed_by: string;
    dossier?: string | null;
    note?: string | null;
}

export interface UseQuery {
    out?: boolean | null;
    document?: string | null;
    after?: string | null;
    limit?: number | null;
}

export interface UseRow {
    id: string;
    document: string;
    taken_on: string | null;
    user_name: string;
    symbol: string;
    issued_on: string | null;
    kind_name: string;
    subject: string;
    dossier: string;
    returned_on: string | null;
    allowed_name: string;
    note: string;
}

export interface Version {
    number: number;
    person: string;
    person_name: string;
    at: number;
    reason: string;
    made_from: number;
    generated: boolean;
    file: Attached;
}

export interface VoidCopy {
    id: string;
    version?: number | null;
    reason: string;
}

export interface VoidNumber {
    book: string;
    period: number;
    number: number;
    reason: string;
}

export type Way = "paper" | "file" | "exchange" | "inside";

export interface Welcome {
    demo: boolean;
    empty: boolean;
    insecure: boolean;
    agency_name: string;
    password: string;
    accounts: DemoAccount[];
    now: number;
}

export interface WorkDossierPage {
    items: WorkDossierRow[];
    after: string;
    total: number;
    more_than_total: boolean;
}

export interface WorkDossierQuery {
    query?: string | null;
    year?: number | null;
    state?: WorkDossiersState | null;
    mine?: boolean | null;
    creator?: string | null;
    keeping?: Keeping | null;
    archiving?: Archiving | null;
    after?: string | null;
    limit?: number | null;
}

export interface WorkDossierRow {
    id: string;
    year: number;
    symbol: string;
    title: string;
    retention: number;
    creator_name: string;
    starts_on: string | null;
    ends_on: string | null;
    state: WorkDossiersState;
    document_count: number;
    page_count: number;
    note: string;
    archive_due_on: string | null;
    reviewed_at: number;
    opened_at: number;
}

export interface WorkDossierView {
    agency: string;
    id: string;
    year: number;
    line: string;
    symbol: string;
    title: string;
    retention: number;
    rights: string;
    creator: string;
    language: string;
    starts_on: string | null;
    ends_on: string | null;
    state: WorkDossiersState;
    note: string;
    document_count: number;
    page_count: number;
    opened_at: number;
    closed_at: number;
    archive_due_on: string | null;
    reviewed_by: string;
    reviewed_at: number;
    version: number;
    creator_name: string;
    reviewed_by_name: string;
    organ_code: string;
    contents: DossierContent[];
    readers: DossierReader[];
    findings: DossierFinding[];
    story: Event[];
    acts: string[];
}

export type WorkDossiersState = "open" | "closed";

export interface YearQuery {
    year: number;
}

export interface YearView {
    year: number;
    days: DayEntry[];
    working_days: number;
    hours: Hours[];
}

// Every route: what goes in (path and query members by name, the rest as body) and what comes back.
export interface Routes {
    "DELETE /api/saved-filters/{id}": { input: ByIdSavedFilter; output: Nothing };
    "DELETE /api/session": { input: None; output: Nothing };
    "DELETE /api/sessions/{id}": { input: ByIdSession; output: Nothing };
    "GET /api/access": { input: AccessQuery; output: PageAccessRow };
    "GET /api/admin/draft-templates": { input: DraftTemplateQuery; output: PageDraftTemplate };
    "GET /api/admin/handover": { input: OfPerson; output: OpenThings };
    "GET /api/admin/history/{id}": { input: HistoryOf; output: PageEvent };
    "GET /api/admin/holdings": { input: None; output: PageHolder };
    "GET /api/admin/jobs": { input: None; output: PageFailedJob };
    "GET /api/admin/mandates": { input: None; output: PageMandateRow };
    "GET /api/admin/people/{id}": { input: ByIdPerson; output: PersonView };
    "GET /api/admin/people/{id}/roles": { input: ByIdPerson; output: PersonRoles };
    "GET /api/admin/rights-changes": { input: None; output: PageRightsChangeRow };
    "GET /api/admin/roles": { input: None; output: PageRole };
    "GET /api/admin/seals": { input: None; output: PageSeal };
    "GET /api/agencies": { input: None; output: PageAgency };
    "GET /api/audit": { input: TrailQuery; output: PageTrailRow };
    "GET /api/audit/checkpoints": { input: None; output: PageCheckpoint };
    "GET /api/bodies": { input: None; output: PageBody };
    "GET /api/books": { input: None; output: PageBook };
    "GET /api/books/{book}/day-sheet": { input: DaySheetQuery; output: Nothing };
    "GET /api/books/{book}/entries": { input: BookRowsQuery; output: PageBookRow };
    "GET /api/books/{book}/export": { input: BookExport; output: Nothing };
    "GET /api/books/{book}/lines": { input: BookLines; output: PageNumberLine };
    "GET /api/books/{book}/periods": { input: ByBook; output: PagePeriodView };
    "GET /api/books/{book}/print": { input: BookPrintQuery; output: Nothing };
    "GET /api/calendar": { input: YearQuery; output: YearView };
    "GET /api/copies": { input: CopyQuery; output: CopyPage };
    "GET /api/copies/{id}": { input: ByIdCopy; output: CopyView };
    "GET /api/copies/{id}/hand-out-slips": { input: CopyHandOutPrint; output: Nothing };
    "GET /api/copies/{id}/print": { input: ByIdCopy; output: Nothing };
    "GET /api/deadline": { input: DeadlineQuery; output: DeadlineView };
    "GET /api/dossier-catalogue": { input: CatalogueQuery; output: CatalogueView };
    "GET /api/dossier-catalogue/print": { input: OfYear; output: Nothing };
    "GET /api/draft-templates": { input: None; output: PageDraftTemplate };
    "GET /api/envelopes": { input: EnvelopeQuery; output: PageEnvelope };
    "GET /api/exports/access": { input: AccessQuery; output: Nothing };
    "GET /api/exports/agencies": { input: None; output: Nothing };
    "GET /api/exports/audit": { input: TrailQuery; output: Nothing };
    "GET /api/exports/bodies": { input: None; output: Nothing };
    "GET /api/exports/calendar": { input: YearQuery; output: Nothing };
    "GET /api/exports/copies": { input: CopyQuery; output: Nothing };
    "GET /api/exports/envelopes": { input: EnvelopeQuery; output: Nothing };
    "GET /api/exports/incoming": { input: IncomingQuery; output: Nothing };
    "GET /api/exports/mandates": { input: None; output: Nothing };
    "GET /api/exports/outgoing": { input: OutgoingQuery; output: Nothing };
    "GET /api/exports/people": { input: None; output: Nothing };
    "GET /api/exports/posts": { input: None; output: Nothing };
    "GET /api/exports/recipient-groups": { input: None; output: Nothing };
    "GET /api/exports/roles": { input: None; output: Nothing };
    "GET /api/exports/units": { input: None; output: Nothing };
    "GET /api/exports/work": { input: None; output: Nothing };
    "GET /api/exports/work-dossiers": { input: WorkDossierQuery; output: Nothing };
    "GET /api/figures": { input: FiguresQuery; output: FigureValues };
    "GET /api/figures/{name}/months": { input: MonthsQuery; output: FigureYear };
    "GET /api/files/{id}": { input: FileQuery; output: Nothing };
    "GET /api/files/{id}/fields": { input: FieldsQuery; output: ReadFields };
    "GET /api/files/{id}/preview": { input: PreviewQuery; output: Nothing };
    "GET /api/files/{id}/thumbnail": { input: ThumbnailQuery; output: Nothing };
    "GET /api/incoming": { input: IncomingQuery; output: IncomingPage };
    "GET /api/incoming/issuers": { input: IssuerQuery; output: PageIssuer };
    "GET /api/incoming/leads": { input: LeadQuery; output: PageLeadProposal };
    "GET /api/incoming/twins": { input: TwinQuery; output: PageTwin };
    "GET /api/incoming/{id}": { input: ByIdIncoming; output: IncomingView };
    "GET /api/incoming/{id}/corrections": { input: ByIdIncoming; output: PageCorrected };
    "GET /api/incoming/{id}/print-copy": { input: IncomingPrint; output: Nothing };
    "GET /api/incoming/{id}/slip": { input: ByIdIncoming; output: Nothing };
    "GET /api/kept-copies": { input: UseQuery; output: PageUseRow };
    "GET /api/kept-copies/export": { input: RegisterQuery; output: Nothing };
    "GET /api/kept-copies/print": { input: RegisterQuery; output: Nothing };
    "GET /api/kinds": { input: None; output: PageKind };
    "GET /api/me": { input: None; output: Me };
    "GET /api/me/preferences": { input: None; output: Preferences };
    "GET /api/outgoing": { input: OutgoingQuery; output: OutgoingPage };
    "GET /api/outgoing/{id}": { input: ByIdOutgoing; output: OutgoingView };
    "GET /api/outgoing/{id}/comparison": { input: CompareVersions; output: Comparison };
    "GET /api/outgoing/{id}/hand-out-slips": { input: HandOutPrint; output: Nothing };
    "GET /api/outgoing/{id}/print-copy": { input: ByIdOutgoing; output: Nothing };
    "GET /api/outgoing/{id}/reserved": { input: ByIdOutgoing; output: PageNumberLine };
    "GET /api/people": { input: None; output: PagePersonRow };
    "GET /api/phrases": { input: None; output: PagePhraseList };
    "GET /api/posts": { input: None; output: PagePost };
    "GET /api/recipient-groups": { input: None; output: PageGroupView };
    "GET /api/saved-filters": { input: FiltersOf; output: PageSavedFilter };
    "GET /api/search": { input: FindQuery; output: Findings };
    "GET /api/second-factor": { input: None; output: SecondFactor };
    "GET /api/sessions": { input: None; output: PageSessionRow };
    "GET /api/setup": { input: None; output: Setup };
    "GET /api/signing-powers": { input: None; output: PageSigningPower };
    "GET /api/stand-ins": { input: None; output: PageMandateRow };
    "GET /api/units": { input: None; output: PageUnit };
    "GET /api/welcome": { input: None; output: Welcome };
    "GET /api/work": { input: None; output: MyWork };
    "GET /api/work-dossiers": { input: WorkDossierQuery; output: WorkDossierPage };
    "GET /api/work-dossiers/around": { input: DocumentRef; output: AroundDocument };
    "GET /api/work-dossiers/index": { input: OfYear; output: Nothing };
    "GET /api/work-dossiers/{id}": { input: ByIdWorkDossier; output: WorkDossierView };
    "GET /api/work-dossiers/{id}/contents": { input: ByIdWorkDossier; output: Nothing };
    "GET /api/work-dossiers/{id}/pdf": { input: ByIdWorkDossier; output: Nothing };
    "GET /api/work-dossiers/{id}/xml": { input: ByIdWorkDossier; output: Nothing };
    "GET /api/work-dossiers/{id}/zip": { input: ByIdWorkDossier; output: Nothing };
    "POST /api/admin/accounts": { input: AccountEntry; output: Nothing };
    "POST /api/admin/agencies": { input: AgencyEntry; output: Agency };
    "POST /api/admin/bodies": { input: BodyEntry; output: Body };
    "POST /api/admin/draft-templates": { input: DraftTemplateEntry; output: DraftTemplate };
    "POST /api/admin/handover": { input: Handover; output: Nothing };
    "POST /api/admin/holdings": { input: HoldingEntry; output: Holding };
    "POST /api/admin/jobs/{id}/retry": { input: ByIdJob; output: Nothing };
    "POST /api/admin/kinds": { input: KindEntry; output: Kind };
    "POST /api/admin/mandates": { input: MandateEntry; output: MandateRow };
    "POST /api/admin/people": { input: PersonEntry; output: PersonView };
    "POST /api/admin/people/import": { input: ImportPeople; output: Nothing };
    "POST /api/admin/people/preview": { input: None; output: ImportPreview };
    "POST /api/admin/people/{id}": { input: PersonEntry; output: PersonView };
    "POST /api/admin/people/{id}/roles": { input: PersonRoles; output: PersonRoles };
    "POST /api/admin/phrases": { input: PhraseEntry; output: PhraseList };
    "POST /api/admin/posts": { input: PostEntry; output: Post };
    "POST /api/admin/recipient-groups": { input: GroupEntry; output: GroupView };
    "POST /api/admin/rights-changes": { input: DecideRights; output: Nothing };
    "POST /api/admin/roles": { input: RoleEntry; output: Role };
    "POST /api/admin/seals": { input: SealEntry; output: Nothing };
    "POST /api/admin/second-factor/reset": { input: ResetFactor; output: Nothing };
    "POST /api/admin/units": { input: UnitEntry; output: OrgUnit };
    "POST /api/books": { input: BookEntry; output: Book };
    "POST /api/books/{book}": { input: BookEntry; output: Book };
    "POST /api/books/{book}/close": { input: ClosePeriod; output: PeriodView };
    "POST /api/books/{book}/import": { input: ImportEntry; output: Imported };
    "POST /api/books/{book}/import/preview": { input: ImportEntry; output: Preview };
    "POST /api/books/{book}/periods": { input: PeriodEntry; output: PeriodView };
    "POST /api/books/{book}/reserve": { input: Reserve; output: NumberLine };
    "POST /api/books/{book}/void": { input: VoidNumber; output: NumberLine };
    "POST /api/calendar/days": { input: DayChange; output: YearView };
    "POST /api/calendar/hours": { input: HoursChange; output: YearView };
    "POST /api/copies": { input: CopyEntry; output: CopyView };
    "POST /api/copies/{id}/hand-out": { input: HandOutCopy; output: CopyView };
    "POST /api/copies/{id}/issue": { input: IssueCopy; output: CopyView };
    "POST /api/copies/{id}/remind": { input: RemindOfCopy; output: CopyView };
    "POST /api/copies/{id}/void": { input: VoidCopy; output: CopyView };
    "POST /api/dossier-catalogue": { input: CatalogueEntry; output: CatalogueView };
    "POST /api/dossier-catalogue/approve": { input: CatalogueYear; output: CatalogueView };
    "POST /api/dossier-catalogue/copy": { input: CatalogueCopy; output: CatalogueView };
    "POST /api/dossier-catalogue/return": { input: CatalogueReturn; output: CatalogueView };
    "POST /api/dossier-catalogue/submit": { input: CatalogueYear; output: CatalogueView };
    "POST /api/envelopes": { input: EnvelopeEntry; output: Envelope };
    "POST /api/envelopes/{id}/hand-over": { input: HandOver; output: Envelope };
    "POST /api/envelopes/{id}/register": { input: Opened; output: Envelope };
    "POST /api/files": { input: UploadQuery; output: StoredFile; body: Blob };
    "POST /api/incoming": { input: IncomingEntry; output: IncomingDocument };
    "POST /api/incoming/{id}": { input: Correction; output: IncomingView };
    "POST /api/incoming/{id}/answer-extension": { input: AnswerExtension; output: IncomingView };
    "POST /api/incoming/{id}/ask-extension": { input: AskExtension; output: IncomingView };
    "POST /api/incoming/{id}/assign": { input: Assign; output: IncomingView };
    "POST /api/incoming/{id}/enter": { input: EnterInstruction; output: IncomingView };
    "POST /api/incoming/{id}/finish": { input: Finish; output: IncomingView };
    "POST /api/incoming/{id}/forward": { input: Forward; output: IncomingView };
    "POST /api/incoming/{id}/progress": { input: Progress; output: IncomingView };
    "POST /api/incoming/{id}/reassign": { input: Reassign; output: IncomingView };
    "POST /api/incoming/{id}/reopen": { input: Reopen; output: IncomingView };
    "POST /api/incoming/{id}/return": { input: SendBack; output: IncomingView };
    "POST /api/incoming/{id}/submit": { input: Submit; output: IncomingView };
    "POST /api/incoming/{id}/take-back": { input: IncomingTakeBack; output: IncomingView };
    "POST /api/incoming/{id}/urge": { input: Urge; output: IncomingView };
    "POST /api/kept-copies": { input: UseEntry; output: UseRow };
    "POST /api/kept-copies/{id}/give-back": { input: GiveBack; output: UseRow };
    "POST /api/me/preferences": { input: PreferencesChange; output: Preferences };
    "POST /api/outgoing": { input: Draft; output: OutgoingView };
    "POST /api/outgoing/{id}": { input: Draft; output: OutgoingView };
    "POST /api/outgoing/{id}/approve": { input: Approve; output: OutgoingView };
    "POST /api/outgoing/{id}/comments": { input: NewComment; output: OutgoingView };
    "POST /api/outgoing/{id}/correct": { input: Supersede; output: OutgoingView };
    "POST /api/outgoing/{id}/discard": { input: OutgoingTakeBack; output: OutgoingView };
    "POST /api/outgoing/{id}/hand-out": { input: HandOut; output: OutgoingView };
    "POST /api/outgoing/{id}/issue": { input: Issue; output: OutgoingView };
    "POST /api/outgoing/{id}/number": { input: TakeNumber; output: OutgoingView };
    "POST /api/outgoing/{id}/recall": { input: Recall; output: OutgoingView };
    "POST /api/outgoing/{id}/remind": { input: Remind; output: OutgoingView };
    "POST /api/outgoing/{id}/replace": { input: Supersede; output: OutgoingView };
    "POST /api/outgoing/{id}/submit": { input: SubmitDraft; output: OutgoingView };
    "POST /api/outgoing/{id}/versions": { input: NewVersion; output: OutgoingView };
    "POST /api/outgoing/{id}/void": { input: OutgoingTakeBack; output: OutgoingView };
    "POST /api/outgoing/{id}/withdraw": { input: OutgoingTakeBack; output: OutgoingView };
    "POST /api/password": { input: ChangePassword; output: Nothing };
    "POST /api/saved-filters": { input: SaveFilter; output: PageSavedFilter };
    "POST /api/second-factor": { input: ConfirmPassword; output: Enrolment };
    "POST /api/second-factor/confirm": { input: ConfirmCode; output: RecoveryCodes };
    "POST /api/second-factor/off": { input: ConfirmPassword; output: Nothing };
    "POST /api/session": { input: SignIn; output: Me };
    "POST /api/setup": { input: SetupEntry; output: Nothing };
    "POST /api/stand-ins": { input: StandIn; output: MandateRow };
    "POST /api/stand-ins/end": { input: EndStandIn; output: Nothing };
    "POST /api/work-dossiers": { input: OpenDossier; output: WorkDossierView };
    "POST /api/work-dossiers/{id}": { input: ChangeDossier; output: WorkDossierView };
    "POST /api/work-dossiers/{id}/access": { input: GiveAccess; output: WorkDossierView };
    "POST /api/work-dossiers/{id}/close": { input: CloseDossier; output: WorkDossierView };
    "POST /api/work-dossiers/{id}/documents": { input: PutDocuments; output: WorkDossierView };
    "POST /api/work-dossiers/{id}/files": { input: PutFile; output: WorkDossierView };
    "POST /api/work-dossiers/{id}/remove": { input: TakeOut; output: WorkDossierView };
    "POST /api/work-dossiers/{id}/reopen": { input: ReopenDossier; output: WorkDossierView };
    "POST /api/work-dossiers/{id}/review": { input: ReviewDossier; output: WorkDossierView };
}
