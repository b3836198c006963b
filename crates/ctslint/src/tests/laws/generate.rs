//! Bodies as people write them: right ones, wrong ones, and such as are no JSON.

use proptest::prelude::*;
use proptest::sample::select;

/// The layout of a body.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    /// The indentation; a body on one line has none.
    pub(crate) indent: Option<&'static str>,
    /// What stands between a key and its value.
    pub(crate) colon: &'static str,
    pub(crate) line_break: &'static str,
    pub(crate) last_break: bool,
}

/// A member: its key and, as JSON text, its value, or its members.
#[derive(Clone, Debug)]
pub(crate) enum Member {
    Value(String, String),
    Object(String, Vec<Member>),
}

pub(crate) fn layout() -> impl Strategy<Value = Layout> {
    (
        select(vec![None, Some("  "), Some("    "), Some("\t"), Some(" ")]),
        select(vec![": ", ":", " : "]),
        select(vec!["\n", "\r\n"]),
        any::<bool>(),
    )
        .prop_map(|(indent, colon, line_break, last_break)| Layout {
            indent,
            colon,
            line_break,
            last_break,
        })
}

impl Layout {
    pub(crate) fn write(&self, members: &[Member]) -> String {
        let mut text = String::new();
        self.object(members, 0, &mut text);
        if self.last_break {
            text.push_str(self.line_break);
        }
        text
    }

    fn object(&self, members: &[Member], depth: usize, text: &mut String) {
        text.push('{');
        for (index, member) in members.iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            self.lead(depth + 1, index > 0, text);
            let (Member::Value(key, _) | Member::Object(key, _)) = member;
            text.push_str(&serde_json::Value::from(key.as_str()).to_string());
            text.push_str(self.colon);
            match member {
                Member::Value(_, value) => text.push_str(value),
                Member::Object(_, members) => self.object(members, depth + 1, text),
            }
        }
        if !members.is_empty() {
            self.lead(depth, false, text);
        }
        text.push('}');
    }

    fn lead(&self, depth: usize, blank: bool, text: &mut String) {
        match self.indent {
            Some(indent) => {
                text.push_str(self.line_break);
                text.push_str(&indent.repeat(depth));
            }
            None if blank => text.push(' '),
            None => {}
        }
    }
}

const NAMES: &[&str] = &[
    "tracker_type",
    "tracker_name",
    "is_lts_enabled",
    "is_support_validate",
    "bucket_name",
    "file_prefix_name",
    "is_obs_created",
    "compress_type",
    "is_sort_by_service",
    "is_support_trace_files_encryption",
    "kms_id",
    "log_group_name",
    "log_topic_name",
    "smn",
    "id",
    "status",
    "project_id",
    "create_time",
    "detail",
    "agency_name",
    "is_authorized_bucket",
    "bucket_lifecycle",
    "error_code",
    "traker_type",
    "tracker_nmae",
    "TrackerName",
    "bucketname",
    "buket_name",
    "comprestype",
    "is_obs_create",
    "lts_enabled",
    "file_prefix",
    "is_lts_enable",
    "logGroupName",
    "kmsid",
    "x",
    "",
];

const OBJECTS: &[&str] = &[
    "obs_info",
    "lts",
    "log_file_validate",
    "obs_inf",
    "LTS",
    "its",
    "obsInfo",
    "log_file_valid",
    "smn",
];

const VALUES: &[&str] = &[
    "true",
    "false",
    "null",
    "0",
    "1",
    "12",
    "1.5",
    "\"true\"",
    "\"FALSE\"",
    "\"system\"",
    "\"System\"",
    "\"data\"",
    "\"mine\"",
    "\"gzip\"",
    "\"GZIP\"",
    "\"json\"",
    "\"obs-f1da\"",
    "\"My_Bucket\"",
    "\"a..b\"",
    "\"\"",
    "\"CTS\"",
    "\"system-trace\"",
    "\"_x\"",
    "\"13a4207c-7abe-4b68-8510-16b84c3b5504\"",
    "\"k\"",
    "\"a\\u0062c\"",
    "\"é b\"",
    "[]",
    "[1, \"KMS\"]",
    "{}",
];

/// Any member: some are right, some misspelt, misplaced or wrong.
fn member() -> BoxedStrategy<Member> {
    let leaf = (select(NAMES), select(VALUES)).prop_map(|(name, value)| Member::Value(name.into(), value.into()));
    let object = (select(OBJECTS), prop::collection::vec(leaf.clone(), 0..5))
        .prop_map(|(name, members)| Member::Object(name.into(), members));
    prop_oneof![3 => leaf, 1 => object].boxed()
}

/// A body whose fields are more or less those of a request.
pub(crate) fn body() -> impl Strategy<Value = String> {
    let free = prop::collection::vec(member(), 0..8);
    let v3 = (
        prop::collection::vec(member(), 0..3),
        prop::option::weighted(0.8, select(vec!["tracker_type", "traker_type"])),
        prop::option::weighted(0.6, select(vec!["tracker_name", "tracker_nmae"])),
        select(vec!["\"system\"", "\"System\"", "\"data\"", "\"mine\""]),
    )
        .prop_map(|(mut members, tracker_type, tracker_name, value)| {
            members.extend(tracker_type.map(|name| Member::Value(name.into(), value.into())));
            members.extend(tracker_name.map(|name| Member::Value(name.into(), "\"system\"".into())));
            members
        });
    (prop_oneof![free, v3], layout()).prop_map(|(members, layout)| layout.write(&members))
}

/// A valid v1 body, of a create or an update, with everything that a page allows.
pub(crate) fn valid_v1() -> impl Strategy<Value = (Vec<Member>, Layout)> {
    let boolean = || select(vec!["true", "false"]);
    let name = || {
        select(vec![
            "\"CTS\"",
            "\"system-trace\"",
            "\"mine\"",
            "\"\"",
            "\"a\\u0062c\\/\"",
            "\"é\\n\"",
            "\"_\"",
        ])
    };
    let value = |name: &str, value: Option<&str>| value.map(|value| Member::Value(name.into(), value.into()));
    let fields = (
        select(vec!["\"obs-f1da\"", "\"a\\u0062c\"", "\"0.a\"", "\"xn--bucket\""]),
        prop::option::of(select(vec!["\"yO8Q\"", "\"\"", "\"\\u0041_.-\""])),
        prop::option::of(boolean()),
        prop::option::of(boolean()),
        prop::option::of(select(vec!["\"13a4207c-7abe-4b68-8510-16b84c3b5504\"", "\"k\""])),
        prop::option::of((boolean(), name(), name(), any::<prop::sample::Index>())),
        prop::option::of(boolean()),
        prop::option::weighted(0.1, select(vec!["{}", "{\"operations\": [\"login\"]}", "null"])),
        prop::option::weighted(0.3, select(vec!["\"enabled\"", "\"disabled\""])),
    );
    let members = fields.prop_map(
        move |(bucket, prefix, created, encryption, key, lts, validate, smn, status)| {
            let key = if encryption == Some("true") {
                key.or(Some("\"key\""))
            } else {
                key
            };
            let lts = lts.map(|(enabled, group, topic, turn)| {
                let mut members: Vec<Member> = [
                    value("is_lts_enabled", Some(enabled)),
                    value("log_group_name", Some(group)),
                    value("log_topic_name", Some(topic)),
                ]
                .into_iter()
                .flatten()
                .collect();
                members.rotate_left(turn.index(3));
                Member::Object("lts".into(), members)
            });
            let validate = value("is_support_validate", validate)
                .map(|member| Member::Object("log_file_validate".into(), vec![member]));
            [
                value("bucket_name", Some(bucket)),
                value("file_prefix_name", prefix),
                value("is_obs_created", created),
                value("is_support_trace_files_encryption", encryption),
                value("kms_id", key),
                lts,
                validate,
                value("smn", smn),
                value("status", status),
            ]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
        },
    );
    (members.prop_flat_map(|members| Just(members).prop_shuffle()), layout())
}

/// The text with comments between its tokens, and the comments.
pub(crate) fn commented(text: &str, picks: &[(prop::sample::Index, bool)]) -> (String, Vec<String>) {
    let mut places = vec![0, text.len()];
    let (mut is_in_string, mut is_escaped) = (false, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_in_string = !is_in_string,
            '{' | '}' | '[' | ']' | ',' | ':' if !is_in_string => places.extend([at, at + 1]),
            _ => {}
        }
    }
    let picked = picks.iter().enumerate().map(|(number, (place, is_line))| {
        let comment = match is_line {
            true => format!("// {number}, \"so\": {{"),
            false => format!("/* {number} */"),
        };
        (places[place.index(places.len())], comment, *is_line)
    });
    let mut picked: Vec<_> = picked.collect();
    picked.sort_by_key(|(place, ..)| std::cmp::Reverse(*place));
    let mut text = text.to_owned();
    for (place, comment, is_line) in &picked {
        let end = if *is_line { "\n" } else { "" };
        text.insert_str(*place, &format!("{comment}{end}"));
    }
    (text, picked.into_iter().map(|(_, comment, _)| comment).collect())
}

/// The members with their values, those that are there.
fn members_of(values: Vec<(&'static str, Option<&'static str>)>) -> Vec<Member> {
    let member = |(name, value): (&str, Option<&str>)| value.map(|value| Member::Value(name.into(), value.into()));
    values.into_iter().filter_map(member).collect()
}

/// A right answer about one tracker, alone or in a list, and whether it is of Huawei Cloud.
pub(crate) fn answer() -> impl Strategy<Value = (String, bool)> {
    let boolean = || prop::option::of(select(vec!["true", "false"]));
    let one_of = |values: &[&'static str]| prop::option::of(select(values.to_vec()));
    let told = (
        prop::option::of(Just("\"g\"")),
        one_of(&["\"noBucket\"", "\"\""]),
        one_of(&["null", "[]"]),
        one_of(&["1", "{\"a\": [true]}", "null"]),
    );
    let settings = (
        one_of(&["\"enabled\"", "\"disabled\""]),
        boolean(),
        prop::option::of((
            boolean(),
            one_of(&["\"CTS\"", "\"mine\""]),
            one_of(&["\"system-trace\""]),
        )),
        one_of(&["\"cts_admin_trust\"", "\"\""]),
        boolean(),
        boolean(),
        one_of(&["[]", "[\"KMS\"]", "[ \"KMS\" ]"]),
    );
    let bucket = (
        one_of(&["\"obs-f1da\"", "\"\"", "\"a\\u0062c\""]),
        one_of(&["\"\"", "\"yO8Q\""]),
        boolean(),
        boolean(),
        one_of(&["30", "0", "1e1"]),
        one_of(&["\"gzip\"", "\"json\""]),
        boolean(),
    );
    let kind = (any::<bool>(), any::<bool>(), any::<bool>());
    let members = (told, settings, prop::option::of(bucket), kind).prop_map(|(told, settings, bucket, kind)| {
        let (group, detail, tag, new) = told;
        let (status, validate, lts, agency, organization, encryption, excluded) = settings;
        let (is_of_huawei, is_data, is_list) = kind;
        let is_data = is_of_huawei && is_data;
        let of_data = |value| is_data.then_some(value);
        let encryption = if is_data { None } else { encryption };
        let mut members = members_of(vec![
            ("id", Some("\"1\"")),
            ("create_time", Some("1587958482923")),
            ("tracker_type", Some(if is_data { "\"data\"" } else { "\"system\"" })),
            ("tracker_name", Some(if is_data { "\"mine\"" } else { "\"system\"" })),
            ("status", status),
            ("is_support_validate", validate),
            ("group_id", group),
            ("detail", detail),
            ("tag", tag),
            ("new", new),
            ("agency_name", agency),
            ("is_organization_tracker", organization.filter(|_| !is_data)),
            ("is_support_trace_files_encryption", encryption),
            ("kms_id", encryption.map(|_| "\"13a4207c-7abe-4b68-8510-16b84c3b5504\"")),
        ]);
        if let Some((enabled, log_group, topic)) = lts {
            let lts = vec![
                ("is_lts_enabled", enabled),
                ("log_group_name", log_group),
                ("log_topic_name", topic),
            ];
            members.push(Member::Object("lts".into(), members_of(lts)));
        }
        if let Some((bucket, prefix, created, authorized, lifecycle, compression, sorted)) = bucket {
            let bucket = vec![
                ("bucket_name", bucket),
                ("file_prefix_name", prefix),
                ("is_obs_created", created),
                ("is_authorized_bucket", authorized),
                ("bucket_lifecycle", lifecycle),
                ("compress_type", compression),
                ("is_sort_by_service", sorted),
            ];
            members.push(Member::Object("obs_info".into(), members_of(bucket)));
        }
        let tracked = vec![
            ("data_bucket_name", of_data("\"tracked\"")),
            ("data_event", of_data("[\"READ\"]")),
            ("search_enabled", of_data("true")),
        ];
        members.push(Member::Object("data_bucket".into(), members_of(tracked)));
        let selector = members_of(vec![("exclude_service", excluded)]);
        members.push(Member::Object("management_event_selector".into(), selector));
        (members, is_of_huawei, is_list)
    });
    let shuffled = members.prop_flat_map(|(members, is_of_huawei, is_list)| {
        (Just(members).prop_shuffle(), Just(is_of_huawei), Just(is_list))
    });
    (shuffled, layout()).prop_map(|((members, is_of_huawei, is_list), layout)| {
        let text = layout.write(&members);
        let list = |text: String| format!("{{\"trackers\": [{text}]}}");
        (if is_list { list(text) } else { text }, is_of_huawei)
    })
}

/// A change of the text as people make it by mistake. All of them can be mended.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Slip {
    SingleQuotes,
    CurlyQuotes,
    DoubleComma,
    TrailingComma,
    LineComment,
    BlockComment,
    BareKey,
    Literal,
    NoCloser,
    Mark,
    WrongColon,
    NoComma,
}

pub(crate) const SLIPS: &[Slip] = &[
    Slip::SingleQuotes,
    Slip::CurlyQuotes,
    Slip::DoubleComma,
    Slip::TrailingComma,
    Slip::LineComment,
    Slip::BlockComment,
    Slip::BareKey,
    Slip::Literal,
    Slip::NoCloser,
    Slip::Mark,
    Slip::WrongColon,
    Slip::NoComma,
];

/// Places of a text where `found` starts, outside of what its own search leaves out.
fn place(text: &str, found: &str, index: prop::sample::Index) -> Option<usize> {
    let places: Vec<usize> = text.match_indices(found).map(|(at, _)| at).collect();
    (!places.is_empty()).then(|| places[index.index(places.len())])
}

/// The text with one slip; the same text where there is no place for it.
pub(crate) fn slip(text: &str, slip: Slip, index: prop::sample::Index) -> String {
    let replaced = |at: usize, length: usize, new: &str| format!("{}{new}{}", &text[..at], &text[at + length..]);
    let string = || {
        let start = place(text, "\"", index)?;
        let length = text[start + 1..].find('"')?;
        Some((start, &text[start + 1..start + 1 + length]))
    };
    let changed = match slip {
        Slip::SingleQuotes => string().map(|(at, inner)| replaced(at, inner.len() + 2, &format!("'{inner}'"))),
        Slip::CurlyQuotes => string().map(|(at, inner)| replaced(at, inner.len() + 2, &format!("“{inner}”"))),
        Slip::DoubleComma => place(text, ",", index).map(|at| replaced(at, 1, ",,")),
        Slip::TrailingComma => place(text, "}", index).map(|at| replaced(at, 0, ",")),
        Slip::LineComment => place(text, "\n", index).map(|at| replaced(at, 0, " // why, \"so\"")),
        Slip::BlockComment => place(text, ",", index).map(|at| replaced(at + 1, 0, " /* why */")),
        Slip::BareKey => string().map(|(at, inner)| replaced(at, inner.len() + 2, inner)),
        Slip::Literal => place(text, "true", index).map(|at| replaced(at, 4, "True")),
        Slip::NoCloser => text.rfind('}').map(|at| replaced(at, 1, "")),
        Slip::Mark => Some(format!("\u{feff}{text}")),
        Slip::WrongColon => place(text, ":", index).map(|at| replaced(at, 1, "=")),
        Slip::NoComma => place(text, ",", index).map(|at| replaced(at, 1, "")),
    };
    changed.unwrap_or_else(|| text.to_owned())
}

/// Bodies with slips.
pub(crate) fn slipped() -> impl Strategy<Value = String> {
    let slips = prop::collection::vec((select(SLIPS), any::<prop::sample::Index>()), 0..4);
    (body(), slips).prop_map(|(text, slips)| {
        slips
            .into_iter()
            .fold(text, |text, (kind, index)| slip(&text, kind, index))
    })
}

/// Bodies with slips and with anything else that a keyboard, or a cat on it, can do.
pub(crate) fn mangled() -> impl Strategy<Value = String> {
    let strokes = "{}[],:\"'`“”#/*=\\ \n\t\u{feff}\u{a0}\u{7}tTné0-1.;<";
    let stroke = select(strokes.chars().collect::<Vec<_>>());
    let change = (0..4_u8, any::<prop::sample::Index>(), stroke);
    (slipped(), prop::collection::vec(change, 0..5)).prop_map(|(text, changes)| {
        let mut characters: Vec<char> = text.chars().collect();
        for (kind, index, stroke) in changes {
            let at = index.index(characters.len() + 1);
            match kind {
                0 => characters.insert(at, stroke),
                1 if at < characters.len() => drop(characters.remove(at)),
                2 if at < characters.len() => characters[at] = stroke,
                3 => characters.truncate(at),
                _ => {}
            }
        }
        characters.into_iter().collect()
    })
}
