//! Detects which document a body is.
//!
//! ctslint runs over whole repositories, and its worst mistake would be to take an unrelated file for the body of a
//! tracker. Therefore the names at the top level are weighed as evidence: the tables say how far each name identifies a
//! tracker, and a text with too many unknown names is unrelated.

use crate::api::{
    error, huawei_v3, huawei_v3_update, related_services, terraform, v1, v1_query, v1_update, v3, v3_list, v3_update,
};
use crate::diagnostics::{Detection, DetectionReason, FieldNames};
use crate::json::{Kind, Member, Range, Value};
use crate::model::{Document, DocumentKind, Names, Object, Telling, Type, Version, equal, same};
use crate::text::{MAX_EDITS, Name, Search, byte_kinds};

/// The detection of a body that has all required fields of a v3 request and no fields but its own.
pub(crate) const fn complete_v3(has_obs_info: bool) -> Detection {
    let second = if has_obs_info { Some("obs_info") } else { None };
    Detection::new(
        Some(&v3::CREATE_REQUEST),
        DetectionReason::Has("tracker_type"),
        FieldNames::new("tracker_type", second, None),
    )
}

/// Detects which document a value is.
pub(crate) fn detect_value(root: Value<'_, '_>) -> Detection {
    identify(root).detection()
}

/// The result of a detection, and the evidence for it.
#[derive(Clone, Copy)]
pub(crate) struct Detected<'a, 't> {
    detection: Option<Detection>,
    evidence: Evidence<'a, 't>,
}

fn document_of(detection: Option<Detection>) -> Option<&'static Document> {
    detection?.document
}

impl Detected<'_, '_> {
    pub(crate) fn detection(&self) -> Detection {
        self.detection.unwrap_or_else(|| self.evidence.outweighed())
    }

    /// Whether adding this field is safe: the detection is certain now, and stays the same if this field is added, and
    /// if all fields that are telling by their values are added.
    pub(crate) fn is_same_with_added(&self, name: &str) -> bool {
        let is_certain = match self.evidence.telling().count_ones() {
            0 => false,
            1 => self.evidence.unknown == 0,
            _ => true,
        };
        let added = name_index(name).map_or(0, |index| 1 << index);
        is_certain
            && [added, TELLING_WITH_VALUE].into_iter().all(|added| {
                let evidence = Evidence {
                    exact: self.evidence.exact | added,
                    has_value: true,
                    ..self.evidence
                };
                document_of(classify(&evidence)) == document_of(self.detection)
            })
    }

    /// Whether the detection stays the same if the member with this key is removed, and if it is renamed; also once the fields
    /// that a fix adds are there.
    pub(crate) fn is_same_after_rename(&self, root: Value<'_, '_>, key: Range, name: &'static str) -> bool {
        // Every call inspects all members again. A body with this many members is not a tracker.
        const MANY: usize = 256;
        let document = document_of(self.detection);
        let can_be_added = document
            .iter()
            .flat_map(|document| document.root.fields)
            .filter(|field| field.only.is_some())
            .filter_map(|field| name_index(field.name))
            .fold(0, |names, index| names | 1 << index);
        root.members().take(MANY).count() < MANY
            && [None, Some(name)].into_iter().all(|name| {
                let evidence = Evidence::of(root, Some((key, name)));
                let with_added = Evidence {
                    exact: evidence.exact | can_be_added,
                    has_value: true,
                    ..evidence
                };
                document_of(classify(&evidence)) == document
                    && (can_be_added == 0 || document_of(classify(&with_added)) == document)
            })
    }

    /// Whether the detection stays the same without the member with this key, and without all members that are `null`.
    pub(crate) fn is_same_without_null(&self, root: Value<'_, '_>, key: Range) -> bool {
        let mut without_nulls = Evidence::default();
        for member in root.members().filter(|member| member.value.kind() != Kind::Null) {
            without_nulls.add(&member.key.text(), member);
        }
        [Evidence::of(root, Some((key, None))), without_nulls]
            .iter()
            .all(|evidence| document_of(classify(evidence)) == document_of(self.detection))
    }
}

/// Whether a document that the caller named for many texts applies to this one. It does if the text is detected as a
/// tracker document, or has a telling name and none of a related service. The error response applies only to error
/// responses.
pub(crate) fn applies(document: &Document, root: Value<'_, '_>) -> bool {
    let Detected { detection, evidence } = identify(root);
    let is_error = document.kind == DocumentKind::Error;
    match document_of(detection) {
        Some(found) => (found.kind == DocumentKind::Error) == is_error,
        None => !is_error && !evidence.is_of_related_service && evidence.telling() != 0,
    }
}

/// Detects what a value is, and keeps the evidence.
pub(crate) fn identify<'a, 't>(root: Value<'a, 't>) -> Detected<'a, 't> {
    let evidence = Evidence::of(root, None);
    let list = |document, fields| Detection::new(Some(document), DetectionReason::List, fields);
    let detection = match root.kind() {
        Kind::Object => classify(&evidence).or_else(|| {
            let is_list = evidence.trackers.is_some_and(|list| is_tracker_list(list, |_| true));
            is_list.then(|| list(&v3_list::LIST_RESPONSE, FieldNames::new("trackers", None, None)))
        }),
        Kind::Array => {
            let is_list = is_tracker_list(root, |document| *document == v1_query::QUERY_RESPONSE);
            is_list.then(|| list(&v1_query::QUERY_RESPONSE, FieldNames::NONE))
        }
        _ => None,
    };
    Detected { detection, evidence }
}

/// The document of an object inside of another document, if it is a body beyond doubt: it has a telling name, or a body is expected
/// there.
pub(crate) fn body_in(object: Value<'_, '_>, is_expected: bool) -> Option<&'static Document> {
    // A look at the names saves the comparison with similar ones: most objects have none of them.
    let is_known = |name: &str| is_field(name) || ["error_code", "trackers"].contains(&name);
    let mut keys = object.members().filter_map(|member| member.key.plain());
    if !keys.any(is_known) {
        return None;
    }
    let Detected { detection, evidence } = identify(object);
    let is_certain = evidence.telling() != 0 || evidence.is_error || evidence.trackers.is_some();
    document_of(detection).filter(|_| is_expected || is_certain)
}

/// Whether the value is a list of trackers: an array with at least one item, of which each is detected as a document
/// that satisfies `is_one`.
fn is_tracker_list(list: Value<'_, '_>, is_one: impl Fn(&Document) -> bool) -> bool {
    let is_tracker = |item: Value<'_, '_>| {
        item.kind() == Kind::Object && document_of(classify(&Evidence::of(item, None))).is_some_and(&is_one)
    };
    list.kind() == Kind::Array && list.items().next().is_some() && list.items().all(is_tracker)
}

/// A name in the tables of the tracker documents.
#[derive(Clone, Copy)]
struct KnownName {
    name: &'static str,
    telling: Telling,
    /// See [`byte_kinds`].
    kinds: u32,
    /// Whether the name is long enough to be compared with similar names.
    is_comparable: bool,
    /// Whether a text, a number or a boolean stands there in each document.
    is_scalar: bool,
}

/// The largest number of known names. Sets of names are bit sets in a `u64`.
const MAX_NAMES: usize = 64;

/// The documents about trackers.
const DOCUMENTS: [&Document; 9] = [
    &v1::CREATE_REQUEST,
    &v1::CREATE_RESPONSE,
    &v1_update::UPDATE_REQUEST,
    &v1_query::QUERY_RESPONSE,
    &v3::CREATE_REQUEST,
    &v3::CREATE_RESPONSE,
    &v3_update::UPDATE_REQUEST,
    &huawei_v3::CREATE_REQUEST,
    &huawei_v3_update::UPDATE_REQUEST,
];

/// Collects the distinct names in these documents; returns them and their number.
const fn collect_names() -> ([KnownName; MAX_NAMES], usize) {
    const NONE: KnownName = KnownName {
        name: "",
        telling: Telling::Common,
        kinds: 0,
        is_comparable: false,
        is_scalar: false,
    };
    let mut known = ([NONE; MAX_NAMES], 0);
    let mut document = 0;
    while document < DOCUMENTS.len() {
        let Document {
            root,
            foreign_fields,
            undocumented,
            ..
        } = DOCUMENTS[document];
        known = add_object(known, root, true);
        let mut index = 0;
        while index < foreign_fields.len() {
            known = add_name(known, foreign_fields[index].name, foreign_fields[index].telling, false);
            index += 1;
        }
        index = 0;
        while index < undocumented.len() {
            known = add_name(known, undocumented[index], Telling::Common, false);
            index += 1;
        }
        document += 1;
    }
    known
}

const fn add_object(
    mut known: ([KnownName; MAX_NAMES], usize),
    object: &Object,
    is_top: bool,
) -> ([KnownName; MAX_NAMES], usize) {
    let mut index = 0;
    while index < object.fields.len() {
        let field = &object.fields[index];
        let is_scalar = matches!(field.ty, Type::Boolean | Type::Long(_) | Type::Text(_));
        known = add_name(known, field.name, field.telling, is_scalar);
        if let (true, Type::Object(inner)) = (is_top, field.ty) {
            known = add_object(known, inner, false);
        }
        index += 1;
    }
    known
}

const fn add_name(
    mut known: ([KnownName; MAX_NAMES], usize),
    name: &'static str,
    telling: Telling,
    is_scalar: bool,
) -> ([KnownName; MAX_NAMES], usize) {
    let mut index = 0;
    while index < known.1 && !same(known.0[index].name.as_bytes(), name.as_bytes()) {
        index += 1;
    }
    if index == known.1 {
        known.1 += 1;
        known.0[index] = KnownName {
            name,
            telling,
            kinds: byte_kinds(name),
            is_comparable: letters(name) >= MIN_LETTERS,
            is_scalar,
        };
        return known;
    }
    known.0[index].is_scalar &= is_scalar;
    if !matches!(telling, Telling::Common) {
        known.0[index].telling = telling;
    }
    known
}

const COLLECTED: ([KnownName; MAX_NAMES], usize) = collect_names();
static KNOWN_NAMES: &[KnownName] = COLLECTED.0.split_at(COLLECTED.1).0;
static NAME_HASH: Names<256> = {
    let mut names = [""; MAX_NAMES];
    let mut index = 0;
    while index < COLLECTED.1 {
        names[index] = COLLECTED.0[index].name;
        index += 1;
    }
    Names::new(&names, COLLECTED.1)
};

/// Whether a tracker document or its objects have a field of this name.
pub(crate) fn is_field(name: &str) -> bool {
    name_index(name).is_some()
}

/// The index of a known name.
fn name_index(name: &str) -> Option<usize> {
    let index = NAME_HASH.candidate(name);
    equal(KNOWN_NAMES.get(index)?.name.as_bytes(), name.as_bytes()).then_some(index)
}

/// The bit set of these names. Fails to compile if a name is in no table.
const fn name_set(names: &[&str]) -> u64 {
    let mut set = 0;
    let mut index = 0;
    while index < names.len() {
        let mut known = 0;
        while !same(COLLECTED.0[known].name.as_bytes(), names[index].as_bytes()) {
            known += 1;
            assert!(known < COLLECTED.1, "no table has this name");
        }
        set |= 1 << known;
        index += 1;
    }
    set
}

/// The bit set of the names with this value in the tables.
const fn names_telling(wanted: Telling) -> u64 {
    let mut set = 0;
    let mut index = 0;
    while index < COLLECTED.1 {
        set |= ((COLLECTED.0[index].telling as u8 == wanted as u8) as u64) << index;
        index += 1;
    }
    set
}

const TELLING_ALONE: u64 = names_telling(Telling::Alone);
const TELLING_WITH_MEMBER: u64 = names_telling(Telling::WithMember);
const TELLING_WITH_VALUE: u64 = names_telling(Telling::WithValue);
/// The names under which each document has a text, a number or a boolean.
const SCALARS: u64 = {
    let (mut set, mut index) = (0, 0);
    while index < COLLECTED.1 {
        set |= (COLLECTED.0[index].is_scalar as u64) << index;
        index += 1;
    }
    set
};

/// Names that distinguish documents, each with its bit. The first one present is given as the reason.
struct Indicators<const COUNT: usize> {
    names: [&'static str; COUNT],
    bits: [u64; COUNT],
}

impl<const COUNT: usize> Indicators<COUNT> {
    const fn new(names: [&'static str; COUNT]) -> Self {
        let mut bits = [0; COUNT];
        let mut index = 0;
        while index < COUNT {
            bits[index] = name_bit(names[index]);
            index += 1;
        }
        Self { names, bits }
    }

    /// The first two of these names that are in a set.
    fn first_two(&self, set: u64) -> (Option<&'static str>, Option<&'static str>) {
        let indicators = self.names.iter().zip(&self.bits);
        let mut present = indicators.filter(|(_, bit)| set & **bit != 0).map(|(name, _)| *name);
        (present.next(), present.next())
    }
}

/// The bit of a name. Fails to compile if it is in no table.
const fn name_bit(name: &str) -> u64 {
    name_set(&[name])
}

/// Two of these names identify a response, and so does one of them together with some other names.
static RESPONSE_INDICATORS: Indicators<4> = Indicators::new(["id", "create_time", "domain_id", "project_id"]);
/// Without a telling name, a body with one of these is not detected.
const RESPONSE_ONLY: u64 = name_set(&[
    "id",
    "create_time",
    "domain_id",
    "project_id",
    "detail",
    "group_id",
    "stream_id",
]) | name_set(&[
    "is_authorized_bucket",
    "bucket_location",
    "enterprise_project_id",
    "tag",
]);
static V3_INDICATORS: Indicators<2> = Indicators::new(["tracker_type", "obs_info"]);
static V1_INDICATORS: Indicators<7> = Indicators::new([
    "bucket_name",
    "lts",
    "log_file_validate",
    "is_support_trace_files_encryption",
    "is_obs_created",
    "file_prefix_name",
    "smn",
]);
/// Names that indicate v3 if there is no name of the other lists.
static WEAK_V3_INDICATORS: Indicators<5> = Indicators::new([
    "tracker_name",
    "is_lts_enabled",
    "is_support_validate",
    "is_organization_tracker",
    "management_event_selector",
]);
const BUCKET_NAME: u64 = name_bit("bucket_name");
const DETAIL: u64 = name_bit("detail");
const LOG_FILE_VALIDATE: u64 = name_bit("log_file_validate");
const OBS_INFO: u64 = name_bit("obs_info");
const STATUS: u64 = name_bit("status");
const TRACKER_NAME: u64 = name_bit("tracker_name");
const TRACKER_TYPE: u64 = name_bit("tracker_type");

/// What the top level of a body shows.
#[derive(Clone, Copy, Default)]
struct Evidence<'a, 't> {
    /// The known names that are present, as a bit set.
    exact: u64,
    /// The known names that names in the body are similar to, as a bit set.
    similar_names: u64,
    /// The number of members with a known name.
    known: usize,
    /// The number of members with a name similar to a known one.
    similar: usize,
    /// The number of members with an argument of Terraform as their name.
    terraform: usize,
    /// The number of other members.
    unknown: usize,
    /// Whether there is a name that only a related service uses.
    is_of_related_service: bool,
    /// Whether a name that is telling by its value has such a value.
    has_value: bool,
    /// Whether a name similar to such a name has such a value.
    has_value_of_similar: bool,
    /// The value of `trackers`, if it is the only member besides `$schema`.
    trackers: Option<Value<'a, 't>>,
    obs_info: Option<Value<'a, 't>>,
    /// Whether `error_code` has the code of an error.
    is_error: bool,
}

impl<'a, 't> Evidence<'a, 't> {
    /// The evidence in the members of an object. `change` gives the key of one member and its new name, or `None` to
    /// skip it.
    fn of(root: Value<'a, 't>, change: Option<(Range, Option<&str>)>) -> Self {
        let mut evidence = Self::default();
        if root.kind() != Kind::Object {
            return evidence;
        }
        for member in root.members() {
            match (change, member.key.plain()) {
                (Some((key, name)), _) if key == member.key.range() => {
                    name.into_iter().for_each(|name| evidence.add(name, member));
                }
                (_, Some(name)) => evidence.add(name, member),
                (_, None) if member.key.is_placeholder() => {}
                (_, None) => evidence.add(&member.key.text(), member),
            }
        }
        if evidence.known + evidence.similar + evidence.terraform > 0 || evidence.unknown > 1 {
            evidence.trackers = None;
        }
        evidence
    }

    fn add(&mut self, name: &str, member: Member<'a, 't>) {
        let value = member.value;
        if let Some(index) = name_index(name) {
            let bit = 1 << index;
            // Such a name is not evidence: one without a member of its table, and one that stands for something else, as in the
            // outputs of Terraform, in schemas and in translations.
            let is_bare = bit & TELLING_WITH_MEMBER != 0 && !has_lts_member(value)
                || bit & SCALARS != 0 && value.kind() == Kind::Object && value.members().next().is_some()
                || bit & OBS_INFO != 0 && value.kind() == Kind::String;
            self.exact |= if is_bare { 0 } else { bit };
            self.known += 1;
            if name == "obs_info" {
                self.obs_info = Some(value);
            }
            self.has_value |= bit & TELLING_WITH_VALUE != 0 && is_telling_value(value);
            return;
        }
        match name {
            "$schema" => return,
            "error_code" => self.is_error |= is_error_code(value),
            "trackers" => self.trackers = Some(value),
            _ if related_services::document_with(name).is_some() => self.is_of_related_service = true,
            _ if terraform::ARGUMENTS.iter().any(|(argument, _)| *argument == name) => {
                self.terraform += 1;
                return;
            }
            _ => {
                if let Some(index) = similar_known_name(name) {
                    self.similar_names |= 1 << index;
                    self.similar += 1;
                    self.has_value_of_similar |= 1 << index & TELLING_WITH_VALUE != 0 && is_telling_value(value);
                    return;
                }
            }
        }
        self.unknown += 1;
    }

    /// Whether the name with this bit is present.
    const fn has(&self, bit: u64) -> bool {
        self.exact & bit != 0
    }

    /// The telling names that are present, as a bit set.
    const fn telling(&self) -> u64 {
        let plain = self.exact & (TELLING_ALONE | TELLING_WITH_MEMBER);
        let by_value = self.exact & TELLING_WITH_VALUE;
        if self.has_value || plain != 0 {
            plain | by_value
        } else {
            plain
        }
    }

    /// The telling names that names in the body are similar to, as a bit set.
    const fn similar_telling(&self) -> u64 {
        let by_value = if self.has_value_of_similar || self.has_value {
            TELLING_WITH_VALUE
        } else {
            0
        };
        self.similar_names & (TELLING_ALONE | by_value)
    }

    /// Whether `obs_info` has a member with this name, and with a value whose kind satisfies `is_one`.
    fn has_obs_info_member(&self, name: &str, is_one: impl Fn(Kind) -> bool) -> bool {
        let mut members = self.obs_info.into_iter().flat_map(Value::members);
        members.any(|member| member.key.text() == name && is_one(member.value.kind()))
    }

    /// Why this is not the body of a tracker, if it is not.
    fn outweighed(&self) -> Detection {
        match request_with(self.telling()) {
            Some((_, field, second)) if !self.is_of_related_service => Detection::new(
                None,
                DetectionReason::Outweighed {
                    field,
                    unknown: self.unknown,
                    names: self.known + self.similar + self.terraform + self.unknown,
                },
                FieldNames::new(field, second, None),
            ),
            _ => Detection::UNKNOWN,
        }
    }

    /// Whether this is the body of a tracker.
    fn is_tracker(&self) -> bool {
        if self.telling() != 0 {
            return self.known + self.similar + self.terraform >= self.unknown;
        }
        let has_bucket = self.exact & BUCKET_NAME != 0;
        let has_two_similar = self.similar_telling().count_ones() >= 2;
        // Of many misspelt names, one may be beyond recognition.
        let others = self.unknown + self.terraform;
        let is_outweighed = if has_two_similar {
            self.known + self.similar < 3 * others
        } else {
            others > 0
        };
        !is_outweighed && self.exact & RESPONSE_ONLY == 0 && (has_bucket || has_two_similar)
    }
}

/// Decides what a body is.
fn classify(evidence: &Evidence<'_, '_>) -> Option<Detection> {
    let detection = |document, reason, fields| Some(Detection::new(Some(document), reason, fields));
    if evidence.is_of_related_service {
        return None;
    }
    if evidence.is_error {
        let reason = DetectionReason::Has("error_code");
        return detection(
            &error::ERROR_RESPONSE,
            reason,
            FieldNames::new("error_code", None, None),
        );
    }
    if !evidence.is_tracker() {
        return None;
    }
    if let Some((first, second)) = response_evidence(evidence) {
        let is_text = |kind| kind == Kind::String;
        let is_of_v1 = || evidence.has(LOG_FILE_VALIDATE) || evidence.has_obs_info_member("bucket_lifecycle", is_text);
        let document = match evidence.has(BUCKET_NAME) {
            true => &v1_query::QUERY_RESPONSE,
            false if is_of_v1() => &v1::CREATE_RESPONSE,
            false => &v3::CREATE_RESPONSE,
        };
        let fields = FieldNames::new(first, Some(second), None);
        return detection(document, DetectionReason::HasBoth(first, second), fields);
    }
    let exact = request_with(evidence.exact);
    let is_exact = exact.is_some();
    let (version, name, second) = exact.or_else(|| request_with(evidence.similar_names))?;
    // Only an update sets the status.
    if evidence.has(STATUS) {
        let document = match version {
            Version::V1 => &v1_update::UPDATE_REQUEST,
            Version::V3 => &v3_update::UPDATE_REQUEST,
        };
        let reason = match is_exact {
            true => DetectionReason::HasBoth(name, "status"),
            false => DetectionReason::Has("status"),
        };
        return detection(document, reason, FieldNames::new(name, second, Some("status")));
    }
    let document = match version {
        Version::V1 => &v1::CREATE_REQUEST,
        Version::V3 => &v3::CREATE_REQUEST,
    };
    let reason = match is_exact {
        true => DetectionReason::Has(name),
        false => DetectionReason::Resembles(name),
    };
    detection(document, reason, FieldNames::new(name, second, None))
}

/// The version that these names indicate, and the first two names that indicate it.
fn request_with(names: u64) -> Option<(Version, &'static str, Option<&'static str>)> {
    let of = |version, (first, second): (Option<&'static str>, _)| first.map(|first| (version, first, second));
    of(Version::V3, V3_INDICATORS.first_two(names))
        .or_else(|| of(Version::V1, V1_INDICATORS.first_two(names)))
        .or_else(|| of(Version::V3, WEAK_V3_INDICATORS.first_two(names)))
}

/// The two names that identify a body as a response.
fn response_evidence(evidence: &Evidence<'_, '_>) -> Option<(&'static str, &'static str)> {
    let is_authorized = || evidence.has_obs_info_member("is_authorized_bucket", |_| true);
    let (first, second) = RESPONSE_INDICATORS.first_two(evidence.exact);
    if let Some(first) = first {
        return match second {
            Some(second) => Some((first, second)),
            None if evidence.has(DETAIL) => Some((first, "detail")),
            None if is_authorized() => Some((first, "obs_info")),
            None => None,
        };
    }
    let is_flat = evidence.has(BUCKET_NAME) && evidence.exact & (TRACKER_TYPE | OBS_INFO) == 0;
    let has_status = evidence.has(TRACKER_NAME) && evidence.has(STATUS);
    let is_one = has_status && (evidence.has(DETAIL) || is_flat || is_authorized());
    is_one.then_some(("tracker_name", "status"))
}

/// Whether a value is an object with a member of the `lts` object of v1.
fn has_lts_member(value: Value<'_, '_>) -> bool {
    let own = |member: Member<'_, '_>| v1::LTS.index(&member.key.text()).is_some();
    value.kind() == Kind::Object && value.members().any(own)
}

/// Whether only the type or the name of a tracker has this value: `data`, `system`, or a string similar to `system`.
fn is_telling_value(value: Value<'_, '_>) -> bool {
    if value.kind() != Kind::String {
        return false;
    }
    let text = value.text();
    let is_near = |wanted: &str| {
        Name::new(&text).is_some_and(|name| {
            let mut search = Search::new(&name);
            search.consider(0, wanted);
            search.near.first().is_some()
        })
    };
    text == "system" || text == "data" || is_near("system")
}

/// Whether this is an error code of CTS, or of a gateway in front of it.
fn is_error_code(value: Value<'_, '_>) -> bool {
    let starts = |start: &&str| value.text().starts_with(*start);
    value.kind() == Kind::String && ["CTS.", "cts.", "APIGW."].iter().any(starts)
}

/// The smallest number of letters of a name that is compared with similar names. Shorter names resemble too many
/// others.
const MIN_LETTERS: usize = 6;

const fn letters(name: &str) -> usize {
    let (mut count, mut index) = (0, 0);
    while index < name.len() {
        count += !matches!(name.as_bytes()[index], b'_' | b'-') as usize;
        index += 1;
    }
    count
}

/// The index of the known name that is most similar to a name.
#[cold]
fn similar_known_name(name: &str) -> Option<usize> {
    let written = Name::new(name).filter(|_| letters(name) >= MIN_LETTERS)?;
    let mut search = Search::new(&written);
    // Candidates with a smaller lower bound come first, so that most of the others can be skipped.
    for edits in 0..=MAX_EDITS {
        for (index, known) in KNOWN_NAMES.iter().enumerate() {
            if known.is_comparable && edits <= search.best && written.least_edits(known.kinds) == edits {
                search.consider(index, known.name);
            }
        }
    }
    search.near.first()
}
