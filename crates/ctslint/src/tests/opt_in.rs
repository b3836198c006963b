//! Rules that are off unless their severity is set.

use serde_json::json;

use super::{body, satisfy, unset};
use crate::api::DOCUMENTS;
use crate::diagnostics::Options;
use crate::model::{At, Relation};
use crate::model::{Rule, Severity};

fn opt_in() -> impl Iterator<Item = Rule> {
    Rule::ALL.iter().copied().filter(|rule| rule.info().opt_in)
}

fn path(relation: &Relation) -> String {
    match relation.at {
        At::Field(id) => id.pointer(),
        _ => String::new(),
    }
}

#[test]
fn each_speaks_of_the_field_that_it_asks_for_once_it_is_on() {
    for document in DOCUMENTS {
        for relation in document.opt_in {
            assert!(relation.rule.info().opt_in, "{:?}", relation.rule);
            let pointer = path(relation);
            let mut body = body(document, true);
            satisfy(&mut body, &relation.then);
            let mut options = Options {
                document: Some(document),
                ..Options::default()
            };
            let spoken = |body: &serde_json::Value, options: &Options| {
                let report = crate::check(body.to_string(), options);
                let of_rule = report.findings.into_iter().filter(|it| it.rule == relation.rule);
                of_rule
                    .map(|it| (it.severity, it.path.unwrap_or_default()))
                    .collect::<Vec<_>>()
            };
            for severity in [None, Some(Severity::Info), Some(Severity::Error)] {
                if severity.is_some() {
                    options.severities.set(relation.rule, severity);
                }
                let mut broken = body.clone();
                unset(&mut broken, &pointer);
                let expected: Vec<_> = severity
                    .map(|severity| (severity, pointer.clone()))
                    .into_iter()
                    .collect();
                assert_eq!(spoken(&broken, &options), expected, "{document:?} {pointer}");
                assert_eq!(spoken(&body, &options), [], "{document:?} {pointer}");
            }
        }
    }
}

#[test]
fn each_is_a_relation_of_some_document() {
    for rule in opt_in() {
        let relations = DOCUMENTS.iter().flat_map(|document| document.opt_in);
        assert!(relations.clone().any(|relation| relation.rule == rule), "{rule:?}");
    }
}

#[test]
fn none_speaks_of_a_value_that_is_wrong_already() {
    let mut options = Options::default();
    opt_in().for_each(|rule| options.severities.set(rule, Some(Severity::Error)));
    let body = json!({"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": "yes",
        "is_support_validate": true, "obs_info": {"bucket_nmae": "audit"}});
    let report = crate::check(body.to_string(), &options);
    let rules: Vec<Rule> = report.findings.iter().map(|it| it.rule).collect();
    assert_eq!(rules, [Rule::WrongType, Rule::UnknownField]);
}
