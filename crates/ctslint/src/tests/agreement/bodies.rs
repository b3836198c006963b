//! Bodies from the tables: valid ones, and ones that break each fact once and in pairs.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::api::{DOCUMENTS, terraform};
use crate::model::{Characters, Document, Field, FieldRef, Provider, TextRule, Type};
use crate::tests::{body, body_of_type, example, is_of_type, set, unset};

/// Stands for a number until its spelling is chosen.
const MARK: u64 = 987_654_321;

/// Texts of all sorts: names, addresses, lengths, line ends, characters of one to four bytes.
const PROBES: &[&str] = &[
    "",
    " ",
    "a",
    "ab",
    "abc",
    "a1-",
    "-ab",
    ".ab",
    "ab.",
    "a..b",
    "a.-b",
    "a-.b",
    "a--b",
    "a-b.c-d",
    "a_b",
    "A-b",
    "0abc",
    "192.168.0.1",
    "255.255.255.255",
    "256.1.1.1",
    "01.1.1.1",
    "1.2.3",
    "1.2.3.4.5",
    "192.168.0.1\n",
    "abc\n",
    "abc\r\n",
    "\nabc",
    "ab\nc",
    "abc ",
    "abc\u{2028}",
    "abc\u{0}",
    "äbc",
    "名前名",
    "😀😀😀",
    "e\u{301}e\u{301}e\u{301}",
    "system",
    "system\n",
    "System",
    "data",
    "gzip",
    "json",
    "GZIP",
    "JSON",
    "enabled",
    "error",
    "true",
    "null",
    "KMS",
    "noBucket",
    "13a4207c-7abe-4b68-8510-16b84c3b5504",
    "CTS",
    "a/b",
    "a\\b",
    "\"",
    "a]b",
    "a^b",
    "a-z",
];

/// Texts of certain lengths in characters, for which a repeated letter does.
fn lengths(rule: &TextRule) -> Vec<String> {
    let Some(length) = &rule.length else { return Vec::new() };
    let counts = [
        length.min.saturating_sub(1),
        length.min,
        length.min + 1,
        length.max - 1,
        length.max,
        length.max + 1,
    ];
    let texts = counts
        .iter()
        .flat_map(|count| ["a", "é", "😀"].map(|letter| letter.repeat(*count)));
    texts.collect()
}

/// Each character that is not allowed, in front, within and at the end.
fn strays(characters: &Characters) -> Vec<String> {
    let all = (0..128)
        .map(char::from)
        .chain(['é', '名', '😀', '\u{2028}', '\u{85}', '\u{feff}', '\u{ff41}']);
    let mut strays = Vec::new();
    for character in all {
        if !characters.allows(character, true) {
            strays.push(format!("{character}aaa"));
        }
        if !characters.allows(character, false) {
            strays.push(format!("aa{character}a"));
            strays.push(format!("aaa{character}"));
        }
    }
    strays
}

fn texts(rule: &'static TextRule) -> Vec<String> {
    let mut texts: Vec<String> = PROBES.iter().map(|&text| text.into()).collect();
    texts.extend(lengths(rule));
    texts.extend(rule.characters.iter().flat_map(strays));
    let values = rule
        .values
        .iter()
        .map(|value| value.value)
        .chain(rule.foreign_values.iter().copied());
    for value in values {
        texts.extend([
            value.into(),
            value.to_uppercase(),
            format!("{value} "),
            format!("{value}\n"),
        ]);
    }
    texts
}

/// Every value that a field is tried with, right and wrong ones.
fn values(field: &'static Field) -> Vec<Value> {
    let mut values = vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(-1),
        json!(MARK),
        json!(1.5),
        json!(u64::MAX),
        json!("text"),
        json!([]),
        json!([null]),
        json!({}),
        json!({"system": true}),
    ];
    match field.ty {
        Type::Text(rule) => values.extend(texts(rule).into_iter().map(Value::from)),
        Type::Texts(rule) => {
            values.extend(texts(rule).into_iter().map(|text| json!([text])));
            let first = rule.values.first().map_or("text", |value| value.value);
            values.extend([
                json!([first, first]),
                json!([first, 1]),
                json!([[first]]),
                json!([first, "other"]),
            ]);
        }
        Type::Boolean | Type::Long(_) => values.extend([json!("true"), json!("1"), json!("")]),
        Type::Object(_) => {}
        Type::List => values.extend([
            json!([{}]),
            json!([{"status": "error"}]),
            json!([{"status": "error", "detail": "noBucket"}, 1]),
            json!([example(field)[0], {}]),
            json!([null]),
            json!([[]]),
            json!(["text", {}]),
            json!([{"status": 1}]),
            json!([{"detail": "", "status": "error"}]),
            json!([{"create_time": 1.5}]),
            json!([{"obs_info": []}]),
            json!([{}, {"obs_info": {"bucket_name": 1}}]),
            json!([{"management_event_selector": {"exclude_service": ["other"]}}]),
            json!([{"tracker_type": null}]),
            json!([{"id": 1}]),
            json!([{"bucket_name": 1}, null]),
        ]),
    }
    values
}

/// A few values for pairs: absent, right ones, and one wrong one of each kind.
fn few(field: &'static Field) -> Vec<Option<Value>> {
    let mut few = vec![None, Some(json!(null)), Some(json!(1)), Some(json!(""))];
    match field.ty {
        Type::Boolean => few.extend([Some(json!(true)), Some(json!(false))]),
        Type::Long(_) => few.extend([Some(json!(1.0)), Some(json!(1.5))]),
        Type::Text(rule) => {
            few.extend(rule.values.iter().map(|value| Some(json!(value.value))));
            few.extend(["system", "other", "-other", "a..b", "A_b"].map(|text| Some(json!(text))));
            if let Some(length) = &rule.length {
                few.push(Some(json!("a".repeat(length.max + 1))));
            }
        }
        Type::Texts(_) => few.extend([Some(json!([])), Some(json!(["other"]))]),
        Type::Object(_) => few.push(Some(json!({}))),
        Type::List => few.extend([Some(json!([])), Some(json!([{"status": "error"}]))]),
    }
    if !matches!(field.ty, Type::Object(_)) {
        few.push(Some(example(field)));
    }
    few
}

/// Spellings of numbers, whole and broken.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "1.0",
    "-1.0",
    "1e3",
    "1E+3",
    "1.5e1",
    "10e-1",
    "1.25e1",
    "12e-2",
    "0.1",
    "0.0",
    "0e5",
    "1e-1",
    "1587958482923",
    "18446744073709551616",
    "1e20",
    "123456789012345678901234567890",
    "9007199254740993",
    "1e300",
];

/// Names that people put into bodies: misspelt fields, fields of other places and documents, Terraform's arguments.
fn foreign_names(document: &'static Document) -> Vec<String> {
    let mut names: Vec<String> = [
        "zzz",
        "",
        "comment",
        "$schema",
        "a/b",
        "a~b",
        "toString",
        "__proto__",
        "constructor",
    ]
    .map(Into::into)
    .into();
    for other in DOCUMENTS {
        names.extend(other.fields().map(|id| id.name().to_owned()));
        names.extend(
            other
                .foreign_fields
                .iter()
                .map(|foreign_field| foreign_field.name.to_owned()),
        );
    }
    names.extend(terraform::ARGUMENTS.iter().map(|(argument, _)| (*argument).to_owned()));
    for id in document.fields() {
        let name = id.row().field.name;
        let (head, tail) = name.split_at(name.len() / 2);
        names.extend([
            name.to_uppercase(),
            format!("{head}{}", &tail[1..]),
            format!("{head}x{tail}"),
            name.replace('_', ""),
            format!("{name} "),
        ]);
    }
    names.sort();
    names.dedup();
    names
}

/// Every body of a document, as text, each once.
pub(in crate::tests) fn bodies(document: &'static Document) -> Vec<String> {
    let whole = body(document, true);
    let bare = body(document, false);
    let mut bases = vec![whole.clone(), bare.clone()];
    // Where there are types of trackers, a data tracker has fields of its own.
    if document.fields().any(|id| !is_of_type(document, id, "system")) {
        bases.push(body_of_type(document, true, "data"));
    }
    let mut bodies = bases.clone();
    bodies.extend([
        json!({}),
        json!(null),
        json!(true),
        json!(1),
        json!("text"),
        json!([]),
        json!([whole]),
    ]);
    let pointer = |id: FieldRef| id.pointer();
    let ids: Vec<FieldRef> = document.fields().collect();
    for id in &ids {
        let field = id.row().field;
        for base in &bases {
            let mut without = base.clone();
            unset(&mut without, &pointer(*id));
            bodies.push(without);
            for value in values(field) {
                let mut with = base.clone();
                set(&mut with, &pointer(*id), value);
                bodies.push(with);
            }
        }
    }
    // Pairs of fields that both providers have are tried in the documents of one.
    let other = document.of_provider(Provider::Otc);
    let is_own = |id: FieldRef| other == document || other.field_ref(&id.pointer()).is_none();
    for base in bases.iter().filter(|base| **base != bare) {
        pairs(&ids, base, is_own, &mut bodies);
    }
    foreign_fields(document, &ids, [&whole, &bare], &mut bodies);

    let mut seen = HashSet::new();
    let mark = MARK.to_string();
    let texts = bodies.into_iter().map(|body| body.to_string()).flat_map(|text| {
        if text.contains(&mark) {
            NUMBERS.iter().map(|number| text.replace(&mark, number)).collect()
        } else {
            vec![text]
        }
    });
    texts.filter(|text| seen.insert(text.clone())).collect()
}

/// Two fields at once, one of them one of `wanted`, in a body that is right otherwise.
fn pairs(ids: &[FieldRef], whole: &Value, wanted: impl Fn(FieldRef) -> bool, bodies: &mut Vec<Value>) {
    let put = |body: &mut Value, id: FieldRef, value: &Option<Value>| {
        let pointer = id.pointer();
        match value {
            Some(value) => set(body, &pointer, value.clone()),
            None => unset(body, &pointer),
        }
    };
    for (index, first) in ids.iter().enumerate() {
        for second in &ids[index + 1..] {
            // A value in an object that is to have another value makes no pair.
            if first.inner().is_none() && first.top() == second.top() || !(wanted(*first) || wanted(*second)) {
                continue;
            }
            for one in few(first.row().field) {
                let mut with_one = whole.clone();
                put(&mut with_one, *first, &one);
                for other in few(second.row().field) {
                    let mut with_both = with_one.clone();
                    put(&mut with_both, *second, &other);
                    bodies.push(with_both);
                }
            }
        }
    }
}

/// Members that the tables have not, at every level, also in the place of each field.
fn foreign_fields(document: &'static Document, ids: &[FieldRef], bases: [&Value; 2], bodies: &mut Vec<Value>) {
    let levels: Vec<String> = ids
        .iter()
        .filter(|id| matches!(id.row().field.ty, Type::Object(_)))
        .map(|id| id.pointer())
        .chain([String::new()])
        .collect();
    for level in &levels {
        for name in foreign_names(document) {
            for base in bases {
                let mut with = base.clone();
                if with.pointer(level).is_none() {
                    set(&mut with, level, json!({}));
                }
                let Some(object) = with.pointer_mut(level).and_then(Value::as_object_mut) else {
                    continue;
                };
                object.entry(name.clone()).or_insert(json!("system"));
                bodies.push(with);
            }
        }
    }
    for id in ids {
        let pointer = id.pointer();
        let (holder, name) = pointer.rsplit_once('/').expect("a pointer");
        let misspelt = format!("{holder}/{}", name.replacen('e', "", 1));
        for status in [None, Some("error")] {
            let mut with = bases[0].clone();
            let value = with.pointer(&pointer).cloned().unwrap_or_default();
            unset(&mut with, &pointer);
            set(&mut with, &misspelt, value);
            if let Some(status) = status {
                with["status"] = status.into();
            }
            bodies.push(with);
        }
    }
}
